/**
 * Milestones and totals of the prevention network.
 *
 * <p>Of the server it imports only {@code http}, {@code snapshot} and {@code text}.
 */
package org.sozialradar.server.network;
