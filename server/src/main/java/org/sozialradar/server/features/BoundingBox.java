package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/** Reads the parameter {@code bbox} (OGC 17-069r4, 7.15.3; OGC 18-058r1, 6.2). */
public final class BoundingBox {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A decimal number as JSON and CQL2 write it, also with a sign or without a leading zero. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

  private static final String PARAMETER = "bbox";

  private BoundingBox() {}

  /**
   * The rectangle as a geometry in EPSG:4326 with longitude first; two of them if its west lies
   * east of its east, as where it crosses the antimeridian.
   *
   * @param system of the numbers, in the order of its axes
   * @throws ProblemException if there are not four or six numbers, or the lower ones are greater
   */
  public static Geometry parse(String text, ReferenceSystem system) {
    var numbers = numbers(text);
    int half = numbers.size() / 2;
    boolean northFirst = system.isNorthFirst();
    double west = numbers.get(northFirst ? 1 : 0);
    double south = numbers.get(northFirst ? 0 : 1);
    double east = numbers.get(half + (northFirst ? 1 : 0));
    double north = numbers.get(half + (northFirst ? 0 : 1));
    boolean crosses = system.isGeographic() && west > east;
    boolean upsideDown = half == 3 && numbers.get(2) > numbers.get(5);
    if (south > north || upsideDown || (west > east && !crosses)) {
      throw Query.badFor(northFirst ? "box-order-north-first" : "box-order", PARAMETER, text);
    }
    return crosses
        ? FACTORY.createGeometryCollection(
            new Geometry[] {
              rectangle(west, south, 180, north, ReferenceSystem.CRS84),
              rectangle(-180, south, east, north, ReferenceSystem.CRS84)
            })
        : rectangle(west, south, east, north, system);
  }

  private static Geometry rectangle(
      double west, double south, double east, double north, ReferenceSystem system) {
    var box = FACTORY.toGeometry(new Envelope(west, east, south, north));
    var ordered = system.isNorthFirst() ? ReferenceSystem.EPSG_4326.fromLonLat(box) : box;
    return Placement.inDegrees(system, ordered)
        .orElseThrow(() -> new IllegalStateException("a rectangle can be cut"));
  }

  private static List<Double> numbers(String text) {
    var numbers = new ArrayList<Double>();
    for (var part : text.split(",", -1)) {
      numbers.add(number(part, text));
    }
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw bad(text);
    }
    return numbers;
  }

  private static double number(String part, String text) {
    String digits = part.strip();
    if (!NUMBER.matcher(digits).matches()) {
      throw bad(text);
    }
    double number = Double.parseDouble(digits);
    if (!Double.isFinite(number)) {
      throw bad(text);
    }
    return number;
  }

  private static ProblemException bad(String text) {
    return Query.badFor("no-box", PARAMETER, text);
  }
}
