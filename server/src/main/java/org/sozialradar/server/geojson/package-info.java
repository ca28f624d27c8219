/**
 * Geometries of GeoJSON (RFC 7946) as requests bring them and as answers carry them, for every
 * resource that draws or reads a shape.
 *
 * <p>Of the server it imports only {@code http}.
 */
package org.sozialradar.server.geojson;
