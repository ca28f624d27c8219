/**
 * Coordinate systems of boundary files: found by EPSG code or by their description in WKT, and
 * brought to EPSG:4326 with longitude before latitude.
 *
 * <p>The only package of the import that uses GeoTools. Must not import other packages of the
 * project.
 */
package org.sozialradar.ingest.crs;
