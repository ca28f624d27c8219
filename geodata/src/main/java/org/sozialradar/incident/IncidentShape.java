package org.sozialradar.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.sozialradar.area.EqualAreaPlane;
import org.sozialradar.area.SurfaceArea;

/**
 * Where something happens: one or more polygons that do not overlap, in EPSG:4326, longitude before
 * latitude. Immutable and safe for use by many threads.
 *
 * <p>A buffer is measured in metres on a plane that touches the ground in the middle of what is
 * buffered ({@link EqualAreaPlane}); within 500 km of there it is right to 0.1 %.
 *
 * <p>The shape is kept in pieces of few corners, so that a long river with all its bends is cut
 * with many areas quickly.
 */
public final class IncidentShape {
  /** Most corners. */
  public static final int MOST_CORNERS = 200_000;

  /** Most corners once parts are joined and circles drawn around them. */
  static final int MOST_CORNERS_MADE = 600_000;

  /** Widest buffer in metres. */
  public static final double WIDEST_BUFFER = 100_000;

  /** Most corners of a piece. */
  private static final int PIECE = 512;

  /** Of more pieces that the border of an area crosses, the whole shape is cut. */
  private static final int MOST_CUTS = 50;

  /** Most strips that a polygon is cut into at once. */
  private static final int MOST_STRIPS = 32;

  /** Degrees, about 10 m: corners nearer to each other are not told apart. */
  private static final double FINEST = 1e-4;

  /** Widest that may be buffered, so that a plane can stand for the ground. */
  private static final double WIDEST_KILOMETRES = 2000;

  private static final double KILOMETRES_PER_DEGREE = 111.2;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Geometry geometry;
  private final double squareKilometres;
  private final PreparedGeometry prepared;
  private final STRtree pieces = new STRtree();

  private IncidentShape(Geometry geometry) {
    this.geometry = geometry;
    squareKilometres = SurfaceArea.squareKilometres(geometry);
    prepared = PreparedGeometryFactory.prepare(geometry);
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      addPieces(geometry.getGeometryN(i));
    }
    pieces.build();
  }

  /**
   * The shape of some geometries, joined where they overlap.
   *
   * @param parts in EPSG:4326; polygons, and with a buffer also lines and points
   * @param buffer metres around the parts, 0..{@link #WIDEST_BUFFER}
   * @throws InvalidIncidentException if they cannot be used, see its codes
   */
  public static IncidentShape of(List<Geometry> parts, double buffer) {
    requireUsable(parts, buffer);
    var all = parts.size() == 1 ? parts.get(0) : FACTORY.buildGeometry(parts);
    var shape = buffer > 0 ? buffered(all, buffer) : joined(parts);
    if (shape.getNumPoints() > MOST_CORNERS_MADE) {
      throw Crossings.tooComplex("joined it has " + shape.getNumPoints() + " corners");
    }
    if (!(SurfaceArea.squareKilometres(shape) > 0)) {
      throw new InvalidIncidentException("empty", "the area of the incident is empty", Map.of());
    }
    return new IncidentShape(shape);
  }

  private static void requireUsable(List<Geometry> parts, double buffer) {
    int corners = parts.stream().mapToInt(Geometry::getNumPoints).sum();
    if (corners == 0) {
      throw new InvalidIncidentException("empty", "the area of the incident is empty", Map.of());
    }
    if (corners > MOST_CORNERS) {
      throw new InvalidIncidentException(
          "too-many-corners",
          corners + " corners, at most " + MOST_CORNERS + " are possible",
          Map.of("corners", Integer.toString(corners), "most", Integer.toString(MOST_CORNERS)));
    }
    if (!(buffer >= 0 && buffer <= WIDEST_BUFFER)) {
      throw new InvalidIncidentException(
          "buffer-out-of-range",
          "a buffer of " + buffer + " m, at most " + WIDEST_BUFFER + " m are possible",
          Map.of("buffer", text(buffer, 0), "most", text(WIDEST_BUFFER, 0)));
    }
    parts.forEach(IncidentShape::requireOnEarth);
    // Before anything else: whether a polygon is valid is found by its crossings too.
    Crossings.requireFew(parts.stream().filter(Polygonal.class::isInstance).toList());
    for (var part : parts) {
      if (buffer == 0 && !(part instanceof Polygonal)) {
        throw new InvalidIncidentException(
            "buffer-needed", "points and lines have no surface without a buffer", Map.of());
      }
      requireValid(part);
    }
  }

  private static void requireOnEarth(Geometry part) {
    for (Coordinate corner : part.getCoordinates()) {
      if (!(Math.abs(corner.x) <= 180 && Math.abs(corner.y) <= 90)) {
        throw new InvalidIncidentException(
            "not-on-earth", "no longitude and latitude: " + corner, Map.of());
      }
    }
  }

  /** Lines may cross themselves: their buffer does not. */
  private static void requireValid(Geometry part) {
    if (!(part instanceof Polygonal)) {
      return;
    }
    var fault = new IsValidOp(part).getValidationError();
    if (fault != null) {
      var place = fault.getCoordinate();
      throw new InvalidIncidentException(
          "crosses-itself",
          fault.toString(),
          Map.of("lon", text(place.x, 5), "lat", text(place.y, 5)));
    }
  }

  private static String text(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }

  private static Geometry joined(List<Geometry> parts) {
    return parts.size() == 1 ? parts.get(0) : OverlayNGRobust.union(parts);
  }

  private static Geometry buffered(Geometry all, double metres) {
    var box = all.getEnvelopeInternal();
    double north = box.getHeight() * KILOMETRES_PER_DEGREE;
    double middle = box.centre().y;
    double east =
        box.getWidth() * KILOMETRES_PER_DEGREE * Math.cos(Math.toRadians(Math.abs(middle)));
    if (Math.max(north, east) > WIDEST_KILOMETRES || Math.abs(middle) > 85) {
      throw new InvalidIncidentException(
          "buffer-too-wide",
          "no plane can stand for the ground here",
          Map.of("kilometres", text(Math.max(north, east), 0), "most", text(WIDEST_KILOMETRES, 0)));
    }
    var plane = EqualAreaPlane.around(box.centre().x, middle);
    return plane.unproject(Buffers.around(plane.project(all), metres));
  }

  /** Cuts a polygon into strips across its longer side until its pieces have few corners. */
  private void addPieces(Geometry polygon) {
    var box = polygon.getEnvelopeInternal();
    int corners = polygon.getNumPoints();
    if (corners <= PIECE || box.getDiameter() < FINEST) {
      pieces.insert(box, polygon);
      return;
    }
    int strips = Math.min(MOST_STRIPS, 1 + corners / PIECE);
    for (int i = 0; i < strips; i++) {
      var cut =
          OverlayNGRobust.overlay(
              polygon, FACTORY.toGeometry(strip(box, i, strips)), OverlayNG.INTERSECTION);
      for (int k = 0; k < cut.getNumGeometries(); k++) {
        if (cut.getGeometryN(k) instanceof Polygonal && !cut.getGeometryN(k).isEmpty()) {
          addPieces(cut.getGeometryN(k));
        }
      }
    }
  }

  /** One of some strips of equal width; neighbours have the same edge to the last bit. */
  private static Envelope strip(Envelope box, int i, int strips) {
    double width = box.getWidth() / strips;
    double height = box.getHeight() / strips;
    return box.getWidth() > box.getHeight()
        ? new Envelope(
            box.getMinX() + i * width,
            i == strips - 1 ? box.getMaxX() : box.getMinX() + (i + 1) * width,
            box.getMinY(),
            box.getMaxY())
        : new Envelope(
            box.getMinX(),
            box.getMaxX(),
            box.getMinY() + i * height,
            i == strips - 1 ? box.getMaxY() : box.getMinY() + (i + 1) * height);
  }

  /** The polygon or polygons; not to be changed. */
  public Geometry geometry() {
    return geometry;
  }

  /** Its surface on the ellipsoid. */
  public double squareKilometres() {
    return squareKilometres;
  }

  /**
   * Whether something meets it, also where it only touches it.
   *
   * @param other in EPSG:4326
   */
  public boolean intersects(Geometry other) {
    return prepared.intersects(other);
  }

  /** What of it is not part of another shape; empty if nothing is. */
  public Optional<IncidentShape> minus(IncidentShape other) {
    var rest = OverlayNGRobust.overlay(geometry, other.geometry, OverlayNG.DIFFERENCE);
    double surface = SurfaceArea.squareKilometres(rest);
    return surface > squareKilometres * AreaShapes.TOLERANCE
        ? Optional.of(new IncidentShape(rest))
        : Optional.empty();
  }

  /** Number of pieces whose box meets that of something. */
  int piecesNear(Geometry area) {
    return near(area).size();
  }

  private List<Geometry> near(Geometry area) {
    List<?> found = pieces.query(area.getEnvelopeInternal());
    return found.stream().map(Geometry.class::cast).toList();
  }

  /** Surface of what lies inside of a polygon. */
  double squareKilometresInside(PreparedGeometry area) {
    double inside = 0;
    var cut = new ArrayList<Geometry>();
    for (var piece : near(area.getGeometry())) {
      if (area.containsProperly(piece)) {
        inside += SurfaceArea.squareKilometres(piece);
      } else if (area.intersects(piece)) {
        cut.add(piece);
      }
    }
    return isCutOnce(cut.size())
        ? common(area, geometry)
        : inside + cut.stream().mapToDouble(piece -> common(area, piece)).sum();
  }

  /** Many pieces are cut quicker all at once, if the shape is not much larger than they are. */
  private boolean isCutOnce(int cuts) {
    return cuts > MOST_CUTS && geometry.getNumPoints() <= cuts * PIECE;
  }

  private static double common(PreparedGeometry area, Geometry piece) {
    return SurfaceArea.squareKilometres(
        OverlayNGRobust.overlay(area.getGeometry(), piece, OverlayNG.INTERSECTION));
  }
}
