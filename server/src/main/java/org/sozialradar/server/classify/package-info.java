/**
 * Class breaks of values, for maps and legends.
 *
 * <p>Of the server it imports only {@code http} and {@code snapshot}.
 */
package org.sozialradar.server.classify;
