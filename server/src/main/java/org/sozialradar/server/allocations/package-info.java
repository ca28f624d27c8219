/**
 * Where limited units cover most of a demand, computed for whoever asks; nothing of a question is
 * stored.
 *
 * <p>Of the server it imports only {@code http}, {@code snapshot} and {@code text}.
 */
package org.sozialradar.server.allocations;
