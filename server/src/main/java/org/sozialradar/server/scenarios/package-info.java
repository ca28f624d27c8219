/**
 * Scenarios: what a model expects if conditions of areas were others, computed for whoever asks;
 * nothing of a question is stored.
 *
 * <p>Of the server it imports only {@code http}, {@code geojson}, {@code snapshot} and {@code
 * text}.
 */
package org.sozialradar.server.scenarios;
