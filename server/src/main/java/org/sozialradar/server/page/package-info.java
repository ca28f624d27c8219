/**
 * The pages, the dashboard and that of the administration: their files from the jar of the
 * dashboard, and what the dashboard must know of the configuration.
 *
 * <p>Of the server it imports only {@code config} and {@code http}.
 */
package org.sozialradar.server.page;
