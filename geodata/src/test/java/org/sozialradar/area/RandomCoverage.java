package org.sozialradar.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** Made-up coverages for tests: Voronoi cells with wiggly borders, the same for the same seed. */
public final class RandomCoverage {
  private static final GeometryFactory LON_LAT = new GeometryFactory();

  private RandomCoverage() {}

  /**
   * Cells that cover a box without gap or overlap, EPSG:4326 on a grid of 1e-7 degree.
   *
   * @param cells how many, about
   * @param side side of the box in degrees
   * @param bends vertices added to each border
   */
  public static SortedMap<AreaCode, Geometry> of(long seed, int cells, double side, int bends) {
    var random = new Random(seed);
    var box = new Envelope(13, 13 + side, 51, 51 + side);
    var sites = new ArrayList<Coordinate>();
    for (int i = 0; i < cells; i++) {
      sites.add(new Coordinate(13 + side * random.nextDouble(), 51 + side * random.nextDouble()));
    }
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(box);
    var diagram = builder.getDiagram(LON_LAT);
    var coverage = new TreeMap<AreaCode, Geometry>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      var cell =
          OverlayNGRobust.overlay(
              diagram.getGeometryN(i), LON_LAT.toGeometry(box), OverlayNG.INTERSECTION);
      if (cell instanceof Polygon polygon && !polygon.isEmpty()) {
        coverage.put(
            new AreaCode(String.format("%05d", i)), wiggled(rounded(polygon), bends, seed));
      }
    }
    return coverage;
  }

  private static Polygon rounded(Polygon cell) {
    var copy = (Polygon) cell.copy();
    var grid = new PrecisionModel(1e7);
    copy.apply((Coordinate c) -> grid.makePrecise(c));
    copy.geometryChanged();
    return copy;
  }

  private static Geometry wiggled(Polygon cell, int bends, long seed) {
    var vertices = cell.getExteriorRing().getCoordinates();
    var result = new ArrayList<Coordinate>();
    for (int i = 1; i < vertices.length; i++) {
      var border = new LineSegment(vertices[i - 1], vertices[i]);
      boolean turned = border.p0.compareTo(border.p1) > 0;
      border.normalize();
      var line = bent(border, bends, seed);
      for (int k = 0; k < line.size() - 1; k++) {
        result.add(line.get(turned ? line.size() - 1 - k : k));
      }
    }
    result.add(result.get(0).copy());
    LinearRing ring = LON_LAT.createLinearRing(result.toArray(Coordinate[]::new));
    return LON_LAT.createPolygon(ring);
  }

  /** The same line for both cells at a border; it stays within a flat diamond around the border. */
  private static List<Coordinate> bent(LineSegment border, int bends, long seed) {
    var random = new Random(seed ^ border.p0.hashCode() * 31L ^ border.p1.hashCode());
    var line = new ArrayList<Coordinate>();
    line.add(border.p0.copy());
    var grid = new PrecisionModel(1e7);
    for (int k = 1; k <= bends; k++) {
      double along = k / (bends + 1.0);
      double room = Math.min(along, 1 - along) * border.getLength() * 0.05;
      var bend = border.pointAlongOffset(along, room * (2 * random.nextDouble() - 1));
      grid.makePrecise(bend);
      line.add(bend);
    }
    line.add(border.p1.copy());
    return line;
  }
}
