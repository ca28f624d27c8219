/**
 * Figures about the running server in the form of Prometheus.
 *
 * <p>Of the server it imports only {@code http}.
 */
package org.sozialradar.server.metrics;
