package org.sozialradar.layer;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * Where a facility stands.
 *
 * @param layer id of its layer
 * @param id its id there
 * @param name how it is called; empty if its layer does not say
 * @param longitude degrees; of a facility that is drawn as a line or an area that of a point of it
 * @param latitude degrees
 */
public record FacilityPlace(
    String layer, String id, String name, double longitude, double latitude) {

  /** The place of a feature of a layer. */
  static FacilityPlace of(ContextLayer layer, LayerFeature feature) {
    var geometry = feature.geometry();
    var point = geometry instanceof Point one ? one : geometry.getInteriorPoint();
    String name = layer.nameAttribute().isEmpty() ? "" : feature.text(layer.nameAttribute());
    return new FacilityPlace(layer.id(), feature.id(), name, point.getX(), point.getY());
  }

  Coordinate coordinate() {
    return new Coordinate(longitude, latitude);
  }
}
