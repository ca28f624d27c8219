/**
 * The description of the API after OpenAPI 3.1. It is written by hand; a test holds it against the
 * routes.
 *
 * <p>Of the server it imports only {@code http}.
 */
package org.sozialradar.server.openapi;
