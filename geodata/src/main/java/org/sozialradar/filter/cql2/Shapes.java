package org.sozialradar.filter.cql2;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.Literal;
import org.sozialradar.filter.Value;

/** Makes the geometries of filters, in the order of coordinates in which they are written. */
final class Shapes {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int RING = 4;
  private static final double EAST = 180;

  private Shapes() {}

  static Literal literal(Geometry geometry) {
    return new Literal(new Value.Shape(geometry));
  }

  static Geometry point(Coordinate position) {
    return FACTORY.createPoint(position);
  }

  static Geometry line(List<Coordinate> positions) {
    if (positions.size() < 2) {
      throw bad("eine Linie hat mindestens zwei Punkte", "a line has two points or more");
    }
    return FACTORY.createLineString(positions.toArray(Coordinate[]::new));
  }

  /** A polygon of closed rings, the first outside. */
  static Polygon polygon(List<List<Coordinate>> rings) {
    var made = new ArrayList<LinearRing>();
    for (var ring : rings) {
      if (ring.size() < RING || !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
        throw bad(
            "ein Ring hat mindestens vier Punkte, der letzte ist der erste",
            "a ring has four points or more, the last of which is the first");
      }
      made.add(FACTORY.createLinearRing(ring.toArray(Coordinate[]::new)));
    }
    return FACTORY.createPolygon(made.remove(0), made.toArray(LinearRing[]::new));
  }

  /** Points, lines or polygons as one geometry; one alone stays as it is. */
  static Geometry multiple(List<? extends Geometry> parts) {
    requireParts(parts);
    return parts.size() > 1 ? FACTORY.buildGeometry(List.copyOf(parts)) : parts.get(0);
  }

  /** A collection of any geometries. */
  static Geometry collection(List<? extends Geometry> parts) {
    requireParts(parts);
    return FACTORY.createGeometryCollection(parts.toArray(Geometry[]::new));
  }

  private static void requireParts(List<? extends Geometry> parts) {
    if (parts.isEmpty()) {
      throw bad("sie ist leer", "it is empty");
    }
  }

  /**
   * A rectangle from its corners with two or three coordinates each; two rectangles if its west
   * lies east of its east, as where it crosses the antimeridian.
   *
   * @param frame which of the coordinates are which
   * @throws InvalidFilterException if there are not four or six numbers, or one end lies beyond the
   *     other
   */
  static Geometry box(List<Double> numbers, Frame frame) {
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw bad("eine BBOX hat vier oder sechs Zahlen", "a BBOX has four or six numbers");
    }
    int half = numbers.size() / 2;
    int east = frame.northFirst() ? 1 : 0;
    var least = new Coordinate(numbers.get(east), numbers.get(1 - east));
    var most = new Coordinate(numbers.get(half + east), numbers.get(half + 1 - east));
    if (half == 3 && numbers.get(2) > numbers.get(5)) {
      throw bad("die BBOX endet unter ihrem Anfang", "the BBOX ends below where it begins");
    }
    requireOrder(least, most, frame);
    return least.x <= most.x
        ? rectangle(least.x, least.y, most.x, most.y, frame)
        : FACTORY.createMultiPolygon(
            new Polygon[] {
              rectangle(least.x, least.y, EAST, most.y, frame),
              rectangle(-EAST, least.y, most.x, most.y, frame)
            });
  }

  private static void requireOrder(Coordinate least, Coordinate most, Frame frame) {
    if (least.y > most.y) {
      throw bad("der Süden der BBOX liegt nördlich", "the BBOX ends south of where it begins");
    }
    if (least.x > most.x && !frame.degrees()) {
      throw bad("der Westen der BBOX liegt östlich", "the BBOX ends west of where it begins");
    }
  }

  private static Polygon rectangle(
      double west, double south, double east, double north, Frame frame) {
    return frame.northFirst()
        ? rectangle(south, west, north, east)
        : rectangle(west, south, east, north);
  }

  private static Polygon rectangle(double west, double south, double east, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north)) instanceof Polygon box
        ? box
        : thin(west, south, east, north);
  }

  private static Polygon thin(double west, double south, double east, double north) {
    return FACTORY.createPolygon(
        new Coordinate[] {
          new Coordinate(west, south),
          new Coordinate(east, south),
          new Coordinate(east, north),
          new Coordinate(west, north),
          new Coordinate(west, south)
        });
  }

  static InvalidFilterException bad(String de, String en) {
    return InvalidFilterException.inWords(FilterFault.BAD_GEOMETRY, List.of(de), List.of(en));
  }
}
