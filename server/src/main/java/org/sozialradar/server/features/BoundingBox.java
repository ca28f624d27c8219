package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/** Reads the parameter {@code bbox} (OGC 17-069r4, 7.15.3; OGC 18-058r1, 6.2). */
public final class BoundingBox {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** How many pieces a side is cut into before it is bent into another system. */
  private static final int PIECES = 50;

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
    if (south > north || (west > east && !crosses)) {
      throw bad(text);
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
    if (system.isGeographic()) {
      return box;
    }
    double side = Math.max(east - west, north - south);
    var bent = side > 0 ? Densifier.densify(box, side / PIECES) : box;
    return Placement.inDegrees(system, system.isNorthFirst() ? swapped(bent) : bent)
        .orElseThrow(() -> bad(west + "," + south + "," + east + "," + north));
  }

  private static Geometry swapped(Geometry eastFirst) {
    return ReferenceSystem.EPSG_4326.fromLonLat(eastFirst);
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
    try {
      double number = Double.parseDouble(part.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      throw bad(text);
    }
    throw bad(text);
  }

  private static ProblemException bad(String text) {
    return Query.bad("bbox", text, "12.0,50.5,13.5,51.5");
  }
}
