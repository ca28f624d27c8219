/**
 * OGC API under {@code /ogc}: Common, Features parts 1 to 3 (core, coordinate systems, filters in
 * CQL2) over every level of areas with its published values and every context layer; Tiles (core,
 * tile sets of collections and of all, MVT). What is claimed under {@code /ogc/conformance} is
 * tested. Styles follow a draft without its metadata, and no class of it is claimed.
 *
 * <p>Imports {@code features}, {@code http}, {@code snapshot}, {@code text} {@code geojson} and
 * {@code tiles} of the server.
 */
package org.sozialradar.server.ogc;
