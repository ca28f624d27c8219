package org.sozialradar.filter.cql2;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Reads geometries as CQL2 text writes them: well-known text, and BBOX. */
final class Wkt {
  private static final Map<String, Function<Wkt, Geometry>> KINDS =
      Map.of(
          "POINT", Wkt::point,
          "LINESTRING", wkt -> Shapes.line(wkt.positions()),
          "POLYGON", wkt -> Shapes.polygon(wkt.rings()),
          "MULTIPOINT", wkt -> Shapes.multiple(wkt.parts(wkt::point)),
          "MULTILINESTRING", wkt -> Shapes.multiple(wkt.parts(() -> Shapes.line(wkt.positions()))),
          "MULTIPOLYGON", wkt -> Shapes.multiple(wkt.parts(() -> Shapes.polygon(wkt.rings()))),
          "GEOMETRYCOLLECTION", wkt -> Shapes.collection(wkt.parts(wkt::geometry)),
          "BBOX", wkt -> Shapes.box(wkt.parts(wkt::number), wkt.reading.frame()));

  private final Reading reading;

  Wkt(Reading reading) {
    this.reading = reading;
  }

  /** Whether a geometry begins: its kind, perhaps a Z, and a parenthesis. */
  static boolean isNext(Reading reading) {
    var next = reading.peekNext();
    return KINDS.containsKey(reading.peek().text().toUpperCase(Locale.ROOT))
        && (next.isSymbol("(") || next.isWord("Z"));
  }

  Geometry geometry() {
    var kind = reading.take();
    var read = KINDS.get(kind.text().toUpperCase(Locale.ROOT));
    if (read == null) {
      throw Expected.GEOMETRY.at(kind);
    }
    reading.takeWord("Z");
    return read.apply(this);
  }

  private Geometry point() {
    reading.require("(", Expected.OPENING);
    var position = position();
    reading.require(")", Expected.CLOSING);
    return Shapes.point(position);
  }

  private List<Coordinate> positions() {
    return parts(this::position);
  }

  private List<List<Coordinate>> rings() {
    return parts(this::positions);
  }

  private <T> List<T> parts(Supplier<T> part) {
    reading.require("(", Expected.OPENING);
    reading.enter();
    var parts = reading.list(part);
    reading.leave();
    return parts;
  }

  /** Two numbers; a third, the height, plays no part in the plane. */
  private Coordinate position() {
    var position = new Coordinate(number(), number());
    boolean hasHeight = !reading.peek().isSymbol(",") && !reading.peek().isSymbol(")");
    if (hasHeight) {
      number();
    }
    return position;
  }

  private double number() {
    int sign = reading.takeSymbol("-") ? -1 : 1;
    reading.takeSymbol(sign > 0 ? "+" : "");
    var token = reading.take();
    if (token.kind() != Token.Kind.NUMBER) {
      throw Expected.NUMBER.at(token);
    }
    double number = sign * Double.parseDouble(token.text());
    if (!Double.isFinite(number)) {
      throw Expected.NUMBER.at(token);
    }
    return number;
  }
}
