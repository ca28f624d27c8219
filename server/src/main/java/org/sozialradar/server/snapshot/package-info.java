/**
 * What the server answers from: the immutable snapshot of one revision of the store, and the place
 * that holds the current one and, for some time, those before it.
 *
 * <p>Of the server it imports only {@code http} (for what is not there) and {@code text}. It never
 * hides a failure of the store behind an empty answer.
 */
package org.sozialradar.server.snapshot;
