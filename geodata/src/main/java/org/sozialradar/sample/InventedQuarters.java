package org.sozialradar.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import org.sozialradar.area.WebMercator;

/**
 * Invents quarters of a town: cells around points that are drawn within its boundary, moved twice
 * to the middle of their cells (Lloyd, Least squares quantization in PCM, 1982). Together they are
 * the town without gaps or overlaps. No real quarter goes into them; the same town, number and seed
 * give the same quarters. Stateless and safe for use by many threads.
 */
public final class InventedQuarters {
  /** About a metre, as the boundaries of the sample have it. */
  private static final double STEPS_PER_DEGREE = 1e5;

  private static final int MOVES = 2;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private InventedQuarters() {}

  /**
   * The quarters, from north to south by the points that they lie around.
   *
   * @param town polygon or multipolygon in EPSG:4326, longitude before latitude, coordinates with
   *     five decimals
   * @param number how many, at least 2
   * @param seed of the points
   * @return polygons or multipolygons in EPSG:4326 with coordinates of five decimals
   */
  public static List<Geometry> of(Geometry town, int number, long seed) {
    var plane = WebMercator.project(town);
    var sites = drawn(plane, number, new SeededNormal(seed));
    for (int i = 0; i < MOVES; i++) {
      sites = middles(plane, sites);
    }
    sites.sort(Comparator.comparing((Coordinate site) -> -site.y).thenComparing(site -> site.x));
    return faces(town, cells(plane, sites), sites);
  }

  private static List<Coordinate> drawn(Geometry plane, int number, SeededNormal random) {
    var inside = new IndexedPointInAreaLocator(plane);
    var box = plane.getEnvelopeInternal();
    var sites = new ArrayList<Coordinate>();
    while (sites.size() < number) {
      var site =
          new Coordinate(
              box.getMinX() + random.uniform() * box.getWidth(),
              box.getMinY() + random.uniform() * box.getHeight());
      if (inside.locate(site) == Location.INTERIOR) {
        sites.add(site);
      }
    }
    return sites;
  }

  /** The middle of the part of the town that each site has; stays where that lies outside. */
  private static List<Coordinate> middles(Geometry plane, List<Coordinate> sites) {
    var inside = new IndexedPointInAreaLocator(plane);
    var moved = new ArrayList<Coordinate>();
    var cells = cells(plane, sites);
    for (var site : sites) {
      var cell =
          cells.stream()
              .filter(one -> one.contains(FACTORY.createPoint(site)))
              .findFirst()
              .orElseThrow();
      var middle = cell.intersection(plane).getCentroid().getCoordinate();
      moved.add(inside.locate(middle) == Location.INTERIOR ? middle : site);
    }
    return moved;
  }

  private static List<Geometry> cells(Geometry plane, Collection<Coordinate> sites) {
    var builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    var wide = new Envelope(plane.getEnvelopeInternal());
    wide.expandBy(wide.getDiameter());
    builder.setClipEnvelope(wide);
    var diagram = builder.getDiagram(FACTORY);
    var cells = new ArrayList<Geometry>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      cells.add(diagram.getGeometryN(i));
    }
    return cells;
  }

  /**
   * What the borders of the cells and of the town cut out, each face given to the nearest site. All
   * lines are cut together, so that neighbours have the same vertices.
   */
  private static List<Geometry> faces(Geometry town, List<Geometry> cells, List<Coordinate> sites) {
    var lines = new ArrayList<Geometry>();
    lines.add(town.getBoundary());
    cells.forEach(cell -> lines.add(WebMercator.unproject(cell).getBoundary()));
    var cut =
        UnaryUnionNG.union(FACTORY.buildGeometry(lines), new PrecisionModel(STEPS_PER_DEGREE));
    var polygonizer = new Polygonizer();
    polygonizer.add(cut);
    var inside = new IndexedPointInAreaLocator(town);
    var parts = new ArrayList<List<Geometry>>();
    sites.forEach(site -> parts.add(new ArrayList<>()));
    for (Object found : polygonizer.getPolygons()) {
      var face = (Polygon) found;
      var point = face.getInteriorPoint().getCoordinate();
      if (inside.locate(point) == Location.INTERIOR) {
        var place = WebMercator.project(FACTORY.createPoint(point)).getCoordinate();
        parts.get(nearest(place, sites)).add(face);
      }
    }
    return parts.stream()
        .map(faces -> CoverageUnion.union(FACTORY.buildGeometry(faces)).norm())
        .toList();
  }

  private static int nearest(Coordinate place, List<Coordinate> sites) {
    int best = 0;
    for (int i = 1; i < sites.size(); i++) {
      if (sites.get(i).distance(place) < sites.get(best).distance(place)) {
        best = i;
      }
    }
    return best;
  }
}
