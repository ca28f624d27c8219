package org.sozialradar.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.SurfaceArea;

/**
 * The boundaries of the areas of a level, to be cut with incidents. Immutable and safe for use by
 * many threads.
 *
 * <p>Edges are straight lines of longitude and latitude, as RFC 7946 says; surfaces are those on
 * the ellipsoid ({@link SurfaceArea}).
 */
public final class AreaShapes {
  /**
   * Boundaries of different files of the same line differ by centimetres. What shares less than
   * this with an incident, measured by the smaller of both, is not touched, and what lacks less is
   * inside as a whole.
   */
  static final double TOLERANCE = 1e-6;

  /** Most pairs of an area and a piece of an incident near it. */
  static final int MOST_PAIRS = 100_000;

  private final String level;
  private final Map<AreaCode, Shape> shapes = new HashMap<>();
  private final STRtree tree = new STRtree();
  private final Envelope box = new Envelope();

  private record Shape(AreaCode code, PreparedGeometry prepared, double squareKilometres) {
    Geometry geometry() {
      return prepared.getGeometry();
    }
  }

  private AreaShapes(String level) {
    this.level = level;
  }

  /**
   * The shapes of a level.
   *
   * @param level id of the level
   * @param geometries valid polygons in EPSG:4326, longitude before latitude; empty ones are left
   *     out
   */
  public static AreaShapes of(String level, Map<AreaCode, Geometry> geometries) {
    var made = new AreaShapes(level);
    geometries.forEach(
        (code, geometry) -> {
          double surface = SurfaceArea.squareKilometres(geometry);
          if (surface > 0) {
            var shape = new Shape(code, PreparedGeometryFactory.prepare(geometry), surface);
            made.shapes.put(code, shape);
            made.box.expandToInclude(geometry.getEnvelopeInternal());
            made.tree.insert(geometry.getEnvelopeInternal(), shape);
          }
        });
    made.tree.build();
    return made;
  }

  public String level() {
    return level;
  }

  /** The box around all areas, in degrees. */
  Envelope box() {
    return box.copy();
  }

  /** Whether the boundary of an area is known. */
  public boolean has(AreaCode code) {
    return shapes.containsKey(code);
  }

  /** The boundary of an area in EPSG:4326; not to be changed. */
  public Optional<Geometry> find(AreaCode code) {
    return Optional.ofNullable(shapes.get(code)).map(Shape::geometry);
  }

  /** The boundaries of some areas, without those that are not known. */
  public Map<AreaCode, Geometry> find(List<AreaCode> codes) {
    var found = new HashMap<AreaCode, Geometry>();
    codes.forEach(code -> find(code).ifPresent(geometry -> found.put(code, geometry)));
    return found;
  }

  /** What of one area lies inside an incident; empty if nothing does. */
  public Optional<Overlap> find(AreaCode code, IncidentShape incident) {
    return Optional.ofNullable(shapes.get(code)).flatMap(shape -> overlap(shape, incident));
  }

  /**
   * The areas that an incident touches, by code.
   *
   * @throws InvalidIncidentException {@code too-complex} if too many of its pieces are near too
   *     many areas
   */
  public List<Overlap> touched(IncidentShape incident) {
    var found = new ArrayList<Overlap>();
    List<?> near = tree.query(incident.geometry().getEnvelopeInternal());
    var shapesNear = near.stream().map(Shape.class::cast).toList();
    requireFewPairs(shapesNear, incident);
    for (var one : shapesNear) {
      overlap(one, incident).ifPresent(found::add);
    }
    found.sort(java.util.Comparator.comparing(Overlap::code));
    return found;
  }

  /** Each pair of an area and a piece of the incident may have to be cut. */
  private static void requireFewPairs(List<Shape> near, IncidentShape incident) {
    long pairs = 0;
    for (var shape : near) {
      pairs += incident.piecesNear(shape.geometry());
      if (pairs > MOST_PAIRS) {
        throw Crossings.tooComplex("more than " + MOST_PAIRS + " pieces in areas");
      }
    }
  }

  private Optional<Overlap> overlap(Shape shape, IncidentShape incident) {
    double inside = incident.squareKilometresInside(shape.prepared());
    double share = inside / shape.squareKilometres();
    if (Math.max(share, inside / incident.squareKilometres()) < TOLERANCE || share <= 0) {
      return Optional.empty();
    }
    boolean whole = share > 1 - TOLERANCE;
    return Optional.of(
        new Overlap(
            level, shape.code(), whole ? 1 : share, whole ? shape.squareKilometres() : inside));
  }
}
