package org.sozialradar.server.features;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.filter.Row;

/**
 * A feature of a collection.
 *
 * @param id unique in the collection
 * @param geometry in EPSG:4326, longitude first; not to be changed
 * @param row its properties, among them the geometry
 */
public record CollectionFeature(String id, Optional<Geometry> geometry, Row row) {}
