package org.sozialradar.server.snapshot;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.SurfaceArea;

/**
 * What is known of an area besides its boundary.
 *
 * @param code its key
 * @param level id of its level
 * @param name name without suffixes
 * @param designation kind after its law, empty if unknown
 * @param ancestors codes of the areas that hold it, by level
 * @param box west, south, east, north in degrees (EPSG:4326); empty if it has no boundary
 * @param center longitude and latitude of a point within it; empty if it has no boundary
 * @param squareKilometres surface, 0 if it has no boundary
 */
public record AreaEntry(
    AreaCode code,
    String level,
    String name,
    String designation,
    Map<String, AreaCode> ancestors,
    List<Double> box,
    List<Double> center,
    double squareKilometres) {
  private static final double DEGREE_STEPS = 1e6;

  public AreaEntry {
    ancestors = Map.copyOf(ancestors);
    box = List.copyOf(box);
    center = List.copyOf(center);
  }

  static AreaEntry of(Area area) {
    return new AreaEntry(
        area.code(),
        area.level(),
        area.name(),
        area.designation(),
        area.ancestors(),
        area.hasGeometry() ? box(area.geometry().getEnvelopeInternal()) : List.of(),
        area.hasGeometry() ? center(area.geometry()) : List.of(),
        SurfaceArea.squareKilometres(area.geometry()));
  }

  /** Whether the edition holds a boundary for it. */
  public boolean hasGeometry() {
    return !box.isEmpty();
  }

  static List<Double> box(Envelope envelope) {
    return List.of(
        round(envelope.getMinX()),
        round(envelope.getMinY()),
        round(envelope.getMaxX()),
        round(envelope.getMaxY()));
  }

  private static List<Double> center(Geometry geometry) {
    var point = geometry.getInteriorPoint();
    return List.of(round(point.getX()), round(point.getY()));
  }

  private static double round(double degrees) {
    return Math.round(degrees * DEGREE_STEPS) / DEGREE_STEPS;
  }
}
