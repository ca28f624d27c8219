/**
 * Imports of files that are sent to the admin port, into the store that the server holds: uploads,
 * jobs and their queue.
 *
 * <p>Of the server it imports only {@code http}, {@code snapshot}, {@code text} and {@code
 * uploads}.
 */
package org.sozialradar.server.imports;
