package org.sozialradar.area;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;

/**
 * Simplifies areas together, as the coverage that they form, so that shared borders stay shared: no
 * gap and no overlap arises.
 *
 * <p>Method: Visvalingam and Whyatt, Line generalisation by repeated elimination of points (1993),
 * on the borders between the places where three areas meet (JTS {@link CoverageSimplifier}). A
 * vertex goes when its triangle with its neighbours is smaller than the square of the tolerance and
 * nothing would cross. An area never vanishes: its largest ring stays with at least three corners,
 * and so does every part that another area encloses. Islands and lakes that border no second area
 * go when they are smaller than the square of the tolerance.
 *
 * <p>Flaws of the input stay flaws and grow: mend it first with {@link CoverageRepair}. Stateless
 * and safe for use by many threads.
 */
public final class Generalisation {
  /** The finest zoom that a pyramid may have. */
  public static final int MAX_ZOOM = 14;

  /** Pixels along the side of a tile, by which the tolerance of a zoom is set. */
  private static final int TILE_PIXELS = 512;

  private static final double TOLERANCE_PIXELS = 0.5;

  /**
   * A zoom whose coverage would keep more than this share of the vertices is served by the finer
   * one.
   */
  private static final double WORTHLESS = 0.8;

  private static final GeometryFactory PACKED =
      new GeometryFactory(PackedCoordinateSequenceFactory.DOUBLE_FACTORY);

  private Generalisation() {}

  /** As {@link #pyramid(List, DoubleConsumer)}, silently. */
  public static List<CoverageLevel> pyramid(List<Area> areas) {
    return pyramid(areas, fraction -> {});
  }

  /**
   * Generalises areas for the zooms of a web map, each level from the finer one, with a tolerance
   * of half a pixel of its zoom (512 pixels a tile). The finest level is the input.
   *
   * @param areas areas of one level and edition, geometry in EPSG:4326; those without geometry are
   *     left out
   * @param progress hears the done share of the work, 0 to 1, on the calling thread
   * @return levels from coarse to fine, EPSG:3857; the first has zoom 0, and each serves from its
   *     own zoom to the one before the next level's; empty if no area has geometry
   */
  public static List<CoverageLevel> pyramid(List<Area> areas, DoubleConsumer progress) {
    var current = projected(areas);
    if (current.isEmpty()) {
      progress.accept(1);
      return List.of();
    }
    Deque<CoverageLevel> levels = new ArrayDeque<>();
    int zoom = MAX_ZOOM;
    for (int z = MAX_ZOOM - 1; z >= 0; z--) {
      var coarser = simplifiedIfWorthwhile(current, tolerance(z));
      if (!coarser.isEmpty()) {
        levels.addFirst(new CoverageLevel(zoom, packed(current)));
        current = coarser;
      }
      zoom = z;
      progress.accept(1 - (double) z / MAX_ZOOM);
    }
    levels.addFirst(new CoverageLevel(zoom, packed(current)));
    return List.copyOf(levels);
  }

  /**
   * Generalises areas by one tolerance.
   *
   * @param areas areas of one level and edition, geometry in EPSG:4326
   * @param toleranceMetres on the ground, in the middle latitude of the areas
   * @return the areas in their order with simpler geometry in EPSG:4326; those without geometry as
   *     they are. To write it with fewer decimals see {@link CoverageRounding}.
   */
  public static List<Area> simplify(List<Area> areas, double toleranceMetres) {
    var projected = projected(areas);
    if (projected.isEmpty()) {
      return List.copyOf(areas);
    }
    var extent = new Envelope();
    projected.values().forEach(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
    double middle = WebMercator.latitude(extent.centre().y);
    var simpler = simplify(projected, toleranceMetres / Math.cos(Math.toRadians(middle)));
    return areas.stream().map(area -> withGeometryOf(area, simpler)).toList();
  }

  /**
   * Simplifies a coverage once.
   *
   * @param coverage polygons and multipolygons by code, in any plane coordinate system
   * @param tolerance in units of the coordinate system: the square root of the smallest triangle
   *     that stays
   */
  public static SortedMap<AreaCode, Geometry> simplify(
      SortedMap<AreaCode, Geometry> coverage, double tolerance) {
    if (!(tolerance > 0)) {
      throw new IllegalArgumentException("tolerance: " + tolerance);
    }
    var simpler =
        CoverageSimplifier.simplify(coverage.values().toArray(Geometry[]::new), tolerance);
    var result = new TreeMap<AreaCode, Geometry>();
    int index = 0;
    for (var code : coverage.keySet()) {
      result.put(code, simpler[index++]);
    }
    return result;
  }

  private static double tolerance(int zoom) {
    return TOLERANCE_PIXELS * WebMercator.WORLD / TILE_PIXELS / (1 << zoom);
  }

  private static SortedMap<AreaCode, Geometry> projected(List<Area> areas) {
    var result = new TreeMap<AreaCode, Geometry>();
    areas.stream()
        .filter(Area::hasGeometry)
        .forEach(area -> result.put(area.code(), WebMercator.project(area.geometry())));
    return result;
  }

  private static Area withGeometryOf(Area area, SortedMap<AreaCode, Geometry> projected) {
    return new Area(
        area.code(),
        area.level(),
        area.name(),
        area.designation(),
        area.ancestors(),
        area.attributes(),
        area.hasGeometry() ? WebMercator.unproject(projected.get(area.code())) : area.geometry());
  }

  /** The simplified coverage; empty if it keeps most vertices. */
  private static SortedMap<AreaCode, Geometry> simplifiedIfWorthwhile(
      SortedMap<AreaCode, Geometry> coverage, double tolerance) {
    if (shareOfLargeCorners(coverage.values(), tolerance * tolerance) > WORTHLESS) {
      return new TreeMap<>();
    }
    var simpler = simplify(coverage, tolerance);
    return vertices(simpler) > WORTHLESS * vertices(coverage) ? new TreeMap<>() : simpler;
  }

  private static double vertices(SortedMap<AreaCode, Geometry> coverage) {
    return coverage.values().stream().mapToInt(Geometry::getNumPoints).sum();
  }

  /** A bound from below for the share of vertices that stay, without the work of simplifying. */
  private static double shareOfLargeCorners(Collection<Geometry> coverage, double area) {
    var corners = new CornerCounter(area);
    coverage.forEach(geometry -> geometry.apply(corners));
    return corners.large / (double) Math.max(1, corners.all);
  }

  private static SortedMap<AreaCode, Geometry> packed(SortedMap<AreaCode, Geometry> coverage) {
    var result = new TreeMap<AreaCode, Geometry>();
    coverage.forEach((code, geometry) -> result.put(code, PACKED.createGeometry(geometry)));
    return result;
  }

  /** Counts the corners of rings, and those of at least a surface. */
  private static final class CornerCounter implements GeometryComponentFilter {
    private final double area;
    private long all;
    private long large;

    private CornerCounter(double area) {
      this.area = area;
    }

    @Override
    public void filter(Geometry component) {
      if (component instanceof LineString ring) {
        var line = ring.getCoordinateSequence();
        for (int i = 2; i < line.size(); i++) {
          double x = line.getX(i - 1);
          double y = line.getY(i - 1);
          double doubled =
              (line.getX(i - 2) - x) * (line.getY(i) - y)
                  - (line.getX(i) - x) * (line.getY(i - 2) - y);
          all++;
          large += Math.abs(doubled) >= 2 * area ? 1 : 0;
        }
      }
    }
  }
}
