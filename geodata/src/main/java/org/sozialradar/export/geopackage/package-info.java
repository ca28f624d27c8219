/**
 * Writes layers of features as GeoPackage 1.3 (OGC 12-128r17), a database of SQLite.
 *
 * <p>The only place of {@code export} that speaks SQL. Must not import the packages of other
 * formats.
 */
package org.sozialradar.export.geopackage;
