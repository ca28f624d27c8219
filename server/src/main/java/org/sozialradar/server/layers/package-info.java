/**
 * Context layers: what there is, and their features as GeoJSON (RFC 7946). Their tiles are made
 * like all tiles.
 *
 * <p>Of the server it imports only {@code http}, {@code geojson} and {@code snapshot}.
 */
package org.sozialradar.server.layers;
