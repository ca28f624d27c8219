package org.sozialradar.server.incidents;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.incident.AreaShapes;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.incident.InvalidIncidentException;
import org.sozialradar.incident.Overlap;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerIndex;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Snapshot;

/** Finds the shape of a place that is drawn, uploaded, or part of a layer. */
final class PlaceShape {
  private PlaceShape() {}

  /**
   * The shape.
   *
   * @throws ProblemException if there is no such layer or feature, or the shape cannot be used
   */
  static IncidentShape of(Snapshot snapshot, IncidentPlace place) {
    return switch (place.source()) {
      case IncidentPlace.LAYER -> shape(ofLayer(snapshot, place), place, "area.layer");
      case IncidentPlace.UPLOADED -> shape(place.parts(), place, "area");
      default -> shape(place.parts(), place, "area.geometry");
    };
  }

  private static List<Geometry> ofLayer(Snapshot snapshot, IncidentPlace place) {
    var layer =
        snapshot
            .findContextLayer(place.id())
            .orElseThrow(
                () ->
                    ProblemException.ofParameter(
                        ProblemType.UNKNOWN_LAYER, "area.layer", place.id()));
    var features =
        place.features().isEmpty()
            ? layer.features()
            : place.features().stream().map(id -> feature(layer, id)).toList();
    return features.stream().map(LayerFeature::geometry).toList();
  }

  private static LayerFeature feature(LayerIndex layer, String id) {
    return layer
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.ofParameter(
                    ProblemType.UNKNOWN_FEATURE, "area.features", id, layer.layer().id()));
  }

  private static IncidentShape shape(List<Geometry> parts, IncidentPlace place, String field) {
    try {
      return IncidentShape.of(parts, place.buffer());
    } catch (InvalidIncidentException refused) {
      throw problem(refused, field);
    }
  }

  /**
   * The areas that a shape touches.
   *
   * @throws ProblemException if there are too many parts to be cut
   */
  static List<Overlap> touched(AreaShapes areas, IncidentShape shape) {
    try {
      return areas.touched(shape);
    } catch (InvalidIncidentException refused) {
      throw problem(refused, "area");
    }
  }

  private static ProblemException problem(InvalidIncidentException refused, String field) {
    var details = refused.details();
    return switch (refused.code()) {
      case "empty" -> ProblemException.ofParameter(ProblemType.EMPTY_AREA, field);
      case "crosses-itself" ->
          ProblemException.ofParameter(
              ProblemType.AREA_CROSSES, field, details.get("lon"), details.get("lat"));
      case "too-many-corners" ->
          ProblemException.ofParameter(ProblemType.POLYGON_TOO_LARGE, field, details.get("most"));
      case "too-complex" -> ProblemException.ofParameter(ProblemType.AREA_TOO_COMPLEX, field);
      case "buffer-needed" -> ProblemException.ofParameter(ProblemType.BUFFER_NEEDED, field);
      case "buffer-too-wide" ->
          ProblemException.ofParameter(
              ProblemType.BUFFER_TOO_WIDE,
              "area.buffer",
              details.get("kilometres"),
              details.get("most"));
      case "not-on-earth" ->
          ProblemException.ofParameter(ProblemType.GEOMETRY_ELSEWHERE, field, "EPSG:4326");
      default -> throw new IllegalStateException("not checked before: " + refused.code(), refused);
    };
  }
}
