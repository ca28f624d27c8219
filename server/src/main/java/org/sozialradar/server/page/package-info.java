/**
 * The page: its files from the jar of the dashboard, and what it must know of the configuration.
 *
 * <p>Of the server it imports only {@code config} and {@code http}.
 */
package org.sozialradar.server.page;
