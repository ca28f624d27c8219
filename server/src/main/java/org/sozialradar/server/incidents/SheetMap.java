package org.sozialradar.server.incidents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.sozialradar.area.EqualAreaPlane;
import org.sozialradar.server.text.Html;

/**
 * A small map as SVG: the areas touched, the shape of the incident over them, and the facilities
 * inside. Metres of a plane that touches the ground in the middle; north is up.
 */
final class SheetMap {
  private static final int WIDTH = 440;
  private static final int MOST_HEIGHT = 330;
  private static final int LEAST_HEIGHT = 170;
  private static final int MARGIN = 8;
  private static final int MOST_NAMES = 8;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final EqualAreaPlane plane;
  private final Envelope box;
  private final double scale;
  private final int height;
  private final StringBuilder svg = new StringBuilder();

  private SheetMap(EqualAreaPlane plane, Envelope box) {
    this.plane = plane;
    this.box = box;
    double wide = (WIDTH - 2.0 * MARGIN) / Math.max(1, box.getWidth());
    double high = (MOST_HEIGHT - 2.0 * MARGIN) / Math.max(1, box.getHeight());
    scale = Math.min(wide, high);
    height = Math.max(LEAST_HEIGHT, (int) Math.ceil(box.getHeight() * scale) + 2 * MARGIN);
  }

  /** The map of an answer, with a title for those who cannot see it. */
  static String of(IncidentAnswer answer, IncidentQuery query, String title) {
    var middle = query.shape().geometry().getEnvelopeInternal().centre();
    var plane = EqualAreaPlane.around(middle.x, Math.max(-85, Math.min(85, middle.y)));
    var shapes = query.snapshot().shapes(query.edition(), answer.level());
    var incident = plane.project(query.shape().geometry());
    var areas = new ArrayList<Geometry>();
    query.inside().stream()
        .map(one -> plane.project(shapes.find(one.overlap().code()).orElseThrow()))
        .forEach(areas::add);
    var box = incident.getEnvelopeInternal().copy();
    areas.forEach(area -> box.expandToInclude(area.getEnvelopeInternal()));
    var map = new SheetMap(plane, box);
    map.begin(title);
    areas.forEach(area -> map.polygons(area, "area"));
    map.polygons(incident, "incident");
    answer.facilities().forEach(map::facilities);
    map.names(answer, areas);
    return map.end();
  }

  private void begin(String title) {
    svg.append("<svg class=\"map\" role=\"img\" viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(height)
        .append("\"><title>")
        .append(Html.escape(title))
        .append("</title>\n");
  }

  private String end() {
    bar();
    return svg.append("</svg>\n").toString();
  }

  private double x(double east) {
    return MARGIN
        + (WIDTH - 2 * MARGIN - box.getWidth() * scale) / 2
        + (east - box.getMinX()) * scale;
  }

  private double y(double north) {
    return MARGIN
        + (height - 2 * MARGIN - box.getHeight() * scale) / 2
        + (box.getMaxY() - north) * scale;
  }

  /** Corners nearer to each other than half a pixel do not show. */
  private void polygons(Geometry geometry, String kind) {
    var simple = DouglasPeuckerSimplifier.simplify(geometry, 0.4 / scale);
    svg.append("<path class=\"").append(kind).append("\" d=\"");
    for (int i = 0; i < simple.getNumGeometries(); i++) {
      if (simple.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        ring(polygon.getExteriorRing().getCoordinateSequence());
        for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
          ring(polygon.getInteriorRingN(k).getCoordinateSequence());
        }
      }
    }
    svg.append("\"/>\n");
  }

  private void ring(CoordinateSequence corners) {
    for (int i = 0; i < corners.size() - 1; i++) {
      svg.append(i == 0 ? 'M' : 'L');
      place(corners.getX(i), corners.getY(i), " ");
    }
    svg.append('Z');
  }

  private void place(double east, double north, String between) {
    svg.append(number(x(east))).append(between).append(number(y(north)));
  }

  private static String number(double pixels) {
    return String.format(Locale.ROOT, "%.1f", pixels);
  }

  private void facilities(FacilitiesInside layer) {
    for (var one : layer.features()) {
      var point =
          plane.project(
              FACTORY.createPoint(new org.locationtech.jts.geom.Coordinate(one.lon(), one.lat())));
      svg.append("<circle class=\"facility\" r=\"2.4\" cx=\"");
      place(point.getCoordinate().x, point.getCoordinate().y, "\" cy=\"");
      svg.append("\"/>\n");
    }
  }

  /** Of the areas with most people, so that names do not cover each other. */
  private void names(IncidentAnswer answer, List<Geometry> areas) {
    var drawn = new ArrayList<Envelope>();
    SituationSheet.byPeople(answer.areas()).stream()
        .limit(MOST_NAMES)
        .forEach(one -> name(one.name(), areas.get(answer.areas().indexOf(one)), drawn));
  }

  private void name(String name, Geometry area, List<Envelope> drawn) {
    var point = area.getInteriorPoint().getCoordinate();
    double half = name.length() * 2.4;
    double x = Math.max(half + 2, Math.min(WIDTH - half - 2, x(point.x)));
    double y = y(point.y);
    var place = new Envelope(x - half, x + half, y - 8, y + 2);
    if (drawn.stream().anyMatch(place::intersects)) {
      return;
    }
    drawn.add(place);
    svg.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\">")
        .append(Html.escape(name))
        .append("</text>\n");
  }

  /** A bar of a round length, about a fifth of the width. */
  private void bar() {
    double wished = WIDTH / 5.0 / scale;
    double power = Math.pow(10, Math.floor(Math.log10(wished)));
    double metres = wished >= 5 * power ? 5 * power : wished >= 2 * power ? 2 * power : power;
    String text =
        metres >= 1000
            ? String.format(Locale.ROOT, "%.0f km", metres / 1000)
            : String.format(Locale.ROOT, "%.0f m", metres);
    svg.append("<path class=\"bar\" d=\"M")
        .append(MARGIN)
        .append(' ')
        .append(height - 4)
        .append('h')
        .append(number(metres * scale))
        .append("\"/>\n<text class=\"scale\" x=\"")
        .append(MARGIN)
        .append("\" y=\"")
        .append(height - 7)
        .append("\">")
        .append(text)
        .append("</text>\n");
  }
}
