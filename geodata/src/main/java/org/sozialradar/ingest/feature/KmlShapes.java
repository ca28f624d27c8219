package org.sozialradar.ingest.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The geometry of one placemark of KML. Not safe for use by many threads. */
final class KmlShapes {
  private final XMLStreamReader xml;
  private final FeatureBudget budget;
  private final WantedShapes wanted;
  private final List<Polygon> polygons = new ArrayList<>();
  private final List<LineString> lines = new ArrayList<>();
  private double[] points = new double[0];
  private Optional<BadGeometryException> flaw = Optional.empty();

  KmlShapes(XMLStreamReader xml, FeatureBudget budget, WantedShapes wanted) {
    this.xml = xml;
    this.budget = budget;
    this.wanted = wanted;
  }

  /** Reads the geometry element that begins here, up to its end. */
  void read() throws XMLStreamException {
    String type = xml.getLocalName();
    if (type.equals("MultiGeometry")) {
      readEach();
      return;
    }
    var coordinates = coordinates(type);
    try {
      add(type, coordinates);
    } catch (BadGeometryException e) {
      flaw = flaw.or(() -> Optional.of(e));
    }
  }

  private void readEach() throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        read();
      }
    }
  }

  /** All lists of coordinates within the element: those of a polygon begin with its shell. */
  private List<double[]> coordinates(String type) throws XMLStreamException {
    var all = new ArrayList<double[]>();
    int depth = 1;
    boolean inner = false;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        inner =
            xml.getLocalName().equals("innerBoundaryIs")
                || (inner && !xml.getLocalName().equals("outerBoundaryIs"));
        if (xml.getLocalName().equals("coordinates")) {
          all.add(inner || !type.equals("Polygon") ? all.size() : 0, numbers(xml.getElementText()));
        } else {
          depth++;
        }
      }
    }
    return all;
  }

  private double[] numbers(String text) {
    var tuples = text.isBlank() ? new String[0] : text.strip().split("\\s+");
    budget.addVertices(tuples.length);
    var xy = new double[2 * tuples.length];
    for (int i = 0; i < tuples.length; i++) {
      var parts = tuples[i].split(",", 3);
      xy[2 * i] = number(parts[0]);
      xy[2 * i + 1] = parts.length < 2 ? Double.NaN : number(parts[1]);
    }
    return xy;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private void add(String type, List<double[]> coordinates) throws BadGeometryException {
    if (coordinates.isEmpty()) {
      throw new BadGeometryException(GeometryIssues.EMPTY, "");
    }
    var first = coordinates.get(0);
    switch (type) {
      case "Polygon" -> polygons.add(polygon(coordinates));
      case "LineString", "LinearRing" -> {
        wanted.requireAll(type);
        lines.add(PointsAndLines.line(first, first.length / 2));
      }
      case "Point" -> {
        wanted.requireAll(type);
        points = Arrays.copyOf(points, points.length + first.length);
        System.arraycopy(first, 0, points, points.length - first.length, first.length);
      }
      default -> throw new BadGeometryException(GeometryIssues.WRONG_TYPE, type);
    }
  }

  private static Polygon polygon(List<double[]> coordinates) throws BadGeometryException {
    var rings = new ArrayList<LinearRing>();
    for (var ring : coordinates) {
      rings.add(Polygons.ring(ring, ring.length / 2));
    }
    return Polygons.polygon(rings);
  }

  /** What was read, of one kind. */
  Geometry geometry() throws BadGeometryException {
    if (flaw.isPresent()) {
      throw flaw.get();
    }
    int kinds =
        (polygons.isEmpty() ? 0 : 1) + (lines.isEmpty() ? 0 : 1) + (points.length > 0 ? 1 : 0);
    if (kinds == 0) {
      throw new BadGeometryException(GeometryIssues.MISSING, "");
    }
    if (kinds > 1) {
      throw new BadGeometryException(GeometryIssues.WRONG_TYPE, "MultiGeometry");
    }
    if (!polygons.isEmpty()) {
      return Polygons.joined(polygons);
    }
    return lines.isEmpty()
        ? PointsAndLines.points(points, points.length / 2)
        : PointsAndLines.lines(lines);
  }
}
