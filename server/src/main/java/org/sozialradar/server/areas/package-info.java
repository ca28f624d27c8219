/**
 * Areas: search by name, what is known of one, and its values in all indicators beside those of its
 * district and state.
 *
 * <p>Of the server it imports only {@code http} and {@code snapshot}.
 */
package org.sozialradar.server.areas;
