package org.sozialradar.server.features;

import java.util.Optional;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.ReferenceSystem;

/** Brings geometries of requests to EPSG:4326, longitude first. */
final class Placement {
  /** How many pieces the lines of a geometry are cut into before they are bent. */
  private static final int PIECES = 400;

  private Placement() {}

  /**
   * The geometry in degrees, with lines that are straight in its system bent as they are there. Of
   * a rectangle that reaches beyond where its system can be used the rest is left out, so that it
   * may have become nothing.
   *
   * @return empty if another geometry reaches beyond
   */
  static Optional<Geometry> inDegrees(ReferenceSystem system, Geometry geometry) {
    if (system.isGeographic()) {
      return Optional.of(system.toLonLat(geometry));
    }
    return AreaOfUse.of(system)
        .cut(ordered(system, geometry))
        .map(Placement::dense)
        .map(dense -> system.toLonLat(ordered(system, dense)));
  }

  /** From the order of the system's axes to east first, and back. */
  private static Geometry ordered(ReferenceSystem system, Geometry geometry) {
    return system.isNorthFirst() ? ReferenceSystem.EPSG_4326.fromLonLat(geometry) : geometry;
  }

  private static Geometry dense(Geometry geometry) {
    if (geometry.getLength() == 0) {
      return geometry;
    }
    var densifier = new Densifier(geometry);
    densifier.setDistanceTolerance(geometry.getLength() / PIECES);
    // would mend what crosses itself, and so change what was asked
    densifier.setValidate(false);
    return densifier.getResultGeometry();
  }
}
