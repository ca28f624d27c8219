/**
 * Features of GeoPackage files (OGC 12-128), which are SQLite databases.
 *
 * <p>The only package of the import that may use {@code java.sql}. Must not import {@code store}.
 */
package org.sozialradar.ingest.geopackage;
