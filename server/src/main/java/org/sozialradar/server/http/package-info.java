/**
 * What all resources share about HTTP: routes and answers, entity tags and encodings, limits,
 * security headers, request log and problem details.
 *
 * <p>Of the server it imports only {@code text} and {@code config}.
 */
package org.sozialradar.server.http;
