/**
 * Whether the server lives and whether it can answer.
 *
 * <p>Of the server it imports only {@code http} and {@code snapshot}.
 */
package org.sozialradar.server.health;
