package org.sozialradar.tile;

import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Made-up multipolygons with holes, spikes and necks of every width, around a box, the same for the
 * same seed.
 */
final class RandomPolygon {
  private static final GeometryFactory METRES = new GeometryFactory();

  /** Sides of grids in tile units; the edges of tile and buffer lie on each. */
  private static final double[] GRIDS = {0.5, 1, 2, 64};

  private RandomPolygon() {}

  static Geometry around(Envelope box, Random random) {
    double size = box.getWidth() * Math.pow(10, 1 - 4 * random.nextDouble());
    Geometry polygon = star(box, size, random);
    for (int i = random.nextInt(6); i > 0; i--) {
      var other = star(box, size * Math.pow(10, -2 * random.nextDouble()), random);
      int operation = random.nextBoolean() ? OverlayNG.UNION : OverlayNG.DIFFERENCE;
      var changed = OverlayNGRobust.overlay(polygon, other, operation);
      polygon = changed.isEmpty() ? polygon : changed;
    }
    return random.nextInt(3) == 0 ? onGrid(polygon, box, random) : polygon;
  }

  /**
   * With its vertices on a grid as coarse as a tile's or coarser, where holes touch shells, corners
   * meet, and borders run along the edge of the tile and its buffer.
   */
  private static Geometry onGrid(Geometry polygon, Envelope box, Random random) {
    double cell = box.getWidth() / VectorTileEncoder.EXTENT * GRIDS[random.nextInt(GRIDS.length)];
    var cells =
        AffineTransformation.translationInstance(-box.getMinX(), -box.getMinY())
            .scale(1 / cell, 1 / cell)
            .transform(polygon);
    var rounded = GeometryPrecisionReducer.reduce(cells, new PrecisionModel(1));
    return rounded.isEmpty()
        ? polygon
        : AffineTransformation.scaleInstance(cell, cell)
            .translate(box.getMinX(), box.getMinY())
            .transform(rounded);
  }

  private static Geometry star(Envelope box, double size, Random random) {
    double x = box.getMinX() + box.getWidth() * random.nextDouble();
    double y = box.getMinY() + box.getHeight() * random.nextDouble();
    double flatness = random.nextInt(3) == 0 ? 0.002 : 1;
    double turn = random.nextDouble() * Math.PI;
    int corners = 3 + random.nextInt(60);
    var ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.02 + random.nextDouble());
      double along = radius * Math.cos(angle);
      double across = radius * Math.sin(angle) * flatness;
      ring[i] =
          new Coordinate(
              x + along * Math.cos(turn) - across * Math.sin(turn),
              y + along * Math.sin(turn) + across * Math.cos(turn));
    }
    ring[corners] = ring[0].copy();
    return METRES.createPolygon(ring);
  }
}
