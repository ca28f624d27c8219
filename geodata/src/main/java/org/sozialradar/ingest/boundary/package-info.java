/**
 * Import of boundaries: features become areas of a level and edition with keys, names, ancestors
 * and a clean coverage; mergers make further editions of one, attribute tables and named groups are
 * joined to them, coarser levels are dissolved from finer ones, and each level gets its generalised
 * pyramid.
 *
 * <p>Must not import {@code export} or use {@code java.sql}; formats are read by {@code
 * ingest.feature} and {@code ingest.geopackage}, coordinate systems by {@code ingest.crs}.
 */
package org.sozialradar.ingest.boundary;
