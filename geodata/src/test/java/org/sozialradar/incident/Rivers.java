package org.sozialradar.incident;

import java.util.ArrayList;
import java.util.Collections;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Invented rivers for tests: bands with many bends. */
public final class Rivers {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Rivers() {}

  /**
   * A band from one place to another that winds about the straight line.
   *
   * @param corners number of corners, the last being the first
   * @param width degrees of latitude from bank to bank
   */
  public static Polygon river(
      int corners, double fromX, double fromY, double toX, double toY, double width) {
    int steps = (corners - 1) / 2;
    var south = new ArrayList<Coordinate>();
    var north = new ArrayList<Coordinate>();
    for (int i = 0; i < steps; i++) {
      double way = i / (steps - 1.0);
      double bend = 0.12 * Math.sin(9 * way) + 0.03 * Math.sin(71 * way) * Math.cos(23 * way);
      double ripple = width / 20 * Math.sin(1.7 * i);
      double x = fromX + way * (toX - fromX);
      double y = fromY + way * (toY - fromY) + bend + ripple;
      south.add(new Coordinate(x, y));
      north.add(new Coordinate(x, y + width));
    }
    Collections.reverse(north);
    south.addAll(north);
    south.add(south.get(0).copy());
    return FACTORY.createPolygon(south.toArray(Coordinate[]::new));
  }
}
