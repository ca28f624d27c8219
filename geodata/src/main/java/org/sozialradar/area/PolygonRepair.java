package org.sozialradar.area;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Makes polygons valid after OGC Simple Features and says what was wrong with them. Vertices stay
 * where they are; new ones arise only where rings cross (JTS {@link GeometryFixer}). Stateless and
 * safe for use by many threads.
 */
public final class PolygonRepair {
  private PolygonRepair() {}

  /** What can be wrong. */
  public enum FaultKind {
    /** A coordinate is infinite or not a number; the vertex was left out. */
    INVALID_COORDINATE,
    /** Two edges of a ring or of two rings cross, or a ring runs over itself. */
    SELF_INTERSECTION,
    /** A ring touches itself in a point; it became a shell with a hole, or two shells. */
    RING_SELF_TOUCH,
    /** A hole lies outside its shell; it became a polygon of its own. */
    HOLE_OUTSIDE_SHELL,
    /** Holes, shells or whole rings lie within each other. */
    NESTED_RINGS,
    /** Holes cut the inside into unconnected parts. */
    DISCONNECTED_INTERIOR,
    /** A ring has too few points or no surface. */
    TOO_FEW_POINTS,
    /** A part without surface was left out. */
    PART_DROPPED
  }

  /**
   * One fault.
   *
   * @param kind what was wrong
   * @param longitude where, degrees; not a number if the coordinate itself was the fault
   * @param latitude where, degrees
   */
  public record Fault(FaultKind kind, double longitude, double latitude) {}

  /**
   * What came out.
   *
   * @param geometry valid polygon or multipolygon, the very input if it was valid; empty if nothing
   *     of it had a surface
   * @param faults at least one for each faulty part, in the order of the parts; none if the input
   *     was valid
   */
  public record Result(Geometry geometry, List<Fault> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  /**
   * Repairs a polygon or multipolygon.
   *
   * @param lonLat in EPSG:4326, longitude before latitude
   * @throws IllegalArgumentException if the geometry is of another kind
   */
  public static Result repair(Geometry lonLat) {
    if (!(lonLat instanceof Polygonal)) {
      throw new IllegalArgumentException("not polygonal: " + lonLat.getGeometryType());
    }
    var whole = new IsValidOp(lonLat).getValidationError();
    if (whole == null) {
      return new Result(lonLat, List.of());
    }
    var faults = faultsOfParts(lonLat);
    if (faults.isEmpty()) {
      faults.add(fault(whole));
    }
    return new Result(GeometryFixer.fix(lonLat), faults);
  }

  private static List<Fault> faultsOfParts(Geometry geometry) {
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      var part = (Polygon) geometry.getGeometryN(i);
      var error = new IsValidOp(part).getValidationError();
      if (error != null) {
        faults.add(fault(error));
        if (GeometryFixer.fix(part).isEmpty()) {
          faults.add(fault(FaultKind.PART_DROPPED, part.getCoordinate()));
        }
      }
    }
    return faults;
  }

  private static Fault fault(TopologyValidationError error) {
    return fault(kind(error.getErrorType()), error.getCoordinate());
  }

  private static Fault fault(FaultKind kind, Coordinate place) {
    return place == null
        ? new Fault(kind, Double.NaN, Double.NaN)
        : new Fault(kind, place.x, place.y);
  }

  private static FaultKind kind(int errorType) {
    return switch (errorType) {
      case TopologyValidationError.INVALID_COORDINATE -> FaultKind.INVALID_COORDINATE;
      case TopologyValidationError.RING_SELF_INTERSECTION -> FaultKind.RING_SELF_TOUCH;
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> FaultKind.HOLE_OUTSIDE_SHELL;
      case TopologyValidationError.NESTED_HOLES,
          TopologyValidationError.NESTED_SHELLS,
          TopologyValidationError.DUPLICATE_RINGS ->
          FaultKind.NESTED_RINGS;
      case TopologyValidationError.DISCONNECTED_INTERIOR -> FaultKind.DISCONNECTED_INTERIOR;
      case TopologyValidationError.TOO_FEW_POINTS -> FaultKind.TOO_FEW_POINTS;
      default -> FaultKind.SELF_INTERSECTION;
    };
  }
}
