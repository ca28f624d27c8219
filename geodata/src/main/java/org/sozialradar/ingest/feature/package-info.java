/**
 * Features of boundary files as they stand there: polygons with attributes, read one by one from
 * GeoJSON, zipped Shapefile and FlatGeobuf (GeoPackage has a package of its own).
 *
 * <p>Readers keep the file's coordinates and texts; what they mean is told elsewhere. Nothing that
 * is read is trusted: sizes, nesting and numbers are bounded, and a bad geometry is named by
 * feature. Must not import {@code store} or what handles keys and levels.
 */
package org.sozialradar.ingest.feature;
