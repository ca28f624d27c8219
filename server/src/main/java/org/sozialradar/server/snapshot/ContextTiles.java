package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.sozialradar.area.WebMercator;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.tile.PointFeature;
import org.sozialradar.tile.ShapeFeature;
import org.sozialradar.tile.TilePyramid;

/** Makes the tiles of context layers: features with their id and all attributes. */
public final class ContextTiles {
  /** Name of the attribute with the id of a feature. */
  public static final String ID = "radar_id";

  private ContextTiles() {}

  static TilePyramid of(LayerIndex index) {
    var layer = index.layer();
    if (layer.geometry() != GeometryKind.POINT) {
      return TilePyramid.ofShapes(
          layer.id(),
          index.features().stream()
              .map(one -> new ShapeFeature(one.geometry(), attributes(layer, one)))
              .toList());
    }
    var points = new ArrayList<PointFeature>();
    index.features().forEach(feature -> addPoints(layer, feature, points));
    return TilePyramid.ofManyPoints(layer.id(), points);
  }

  /** A feature of several points is shown at each; those beyond the ends of the map nowhere. */
  private static void addPoints(
      ContextLayer layer, LayerFeature feature, List<PointFeature> points) {
    var attributes = attributes(layer, feature);
    for (Coordinate place : feature.geometry().getCoordinates()) {
      if (Math.abs(place.y) <= WebMercator.MAX_LATITUDE) {
        double longitude = Math.max(-180, Math.min(180, place.x));
        points.add(new PointFeature(longitude, place.y, attributes));
      }
    }
  }

  private static Map<String, Object> attributes(ContextLayer layer, LayerFeature feature) {
    var attributes = new LinkedHashMap<String, Object>();
    for (var attribute : layer.attributes()) {
      if (!feature.text(attribute.name()).isEmpty()) {
        attributes.put(attribute.name(), LayerContent.value(attribute, feature.attributes()));
      }
    }
    attributes.put(ID, feature.id());
    return attributes;
  }
}
