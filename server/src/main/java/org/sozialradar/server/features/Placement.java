package org.sozialradar.server.features;

import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.ReferenceSystem;

/** Brings geometries of requests to EPSG:4326, longitude first. */
final class Placement {
  private Placement() {}

  /** The geometry in degrees; empty if it lies where its system is not defined. */
  static Optional<Geometry> inDegrees(ReferenceSystem system, Geometry geometry) {
    try {
      return Optional.of(system.toLonLat(geometry)).filter(Placement::isFinite);
    } catch (IllegalArgumentException undefined) {
      return Optional.empty();
    }
  }

  private static boolean isFinite(Geometry geometry) {
    return Stream.of(geometry.getCoordinates()).allMatch(Coordinate::isValid);
  }
}
