package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;

/**
 * Simplifies areas together, as the coverage that they form, so that shared borders stay shared: no
 * gap and no overlap arises.
 *
 * <p>Method: Visvalingam and Whyatt, Line generalisation by repeated elimination of points (1993),
 * on the edges between the points where three areas meet (JTS {@link CoverageSimplifier}). A vertex
 * goes when its triangle with its neighbours is smaller than the square of the tolerance and going
 * breaks no topology. An area never vanishes: its largest ring stays with at least three corners.
 * Islands and holes that belong to one area alone go when they are smaller than the square of the
 * tolerance.
 *
 * <p>Flaws of the input stay flaws: mend it first. Stateless and safe for use by many threads.
 */
public final class Generalisation {
  /** The finest zoom that a pyramid may have. */
  public static final int MAX_ZOOM = 14;

  /** Pixels along the side of a tile, by which the tolerance of a zoom is set. */
  private static final int TILE_PIXELS = 512;

  private static final double TOLERANCE_PIXELS = 0.5;

  private Generalisation() {}

  /** As {@link #pyramid(List, DoubleConsumer)}, silently. */
  public static List<CoverageLevel> pyramid(List<Area> areas) {
    return pyramid(areas, fraction -> {});
  }

  /**
   * Generalises areas for the zooms of a web map, each level from the finer one.
   *
   * @param areas areas of one level and edition, geometry in EPSG:4326; those without geometry are
   *     left out
   * @param progress hears the done share of the work, 0 to 1, on the calling thread
   * @return levels from coarse to fine, EPSG:3857; the first has zoom 0, and each serves from its
   *     own zoom to the one before the next level's; empty if no area has geometry
   */
  public static List<CoverageLevel> pyramid(List<Area> areas, DoubleConsumer progress) {
    var geometries = new TreeMap<AreaCode, Geometry>();
    areas.stream()
        .filter(Area::hasGeometry)
        .forEach(area -> geometries.put(area.code(), WebMercator.project(area.geometry())));
    if (geometries.isEmpty()) {
      return List.of();
    }
    var levels = new ArrayList<CoverageLevel>();
    SortedMap<AreaCode, Geometry> finer = geometries;
    for (int zoom = 12; zoom >= 0; zoom--) {
      finer = simplify(finer, tolerance(zoom));
      levels.add(new CoverageLevel(zoom, finer));
      progress.accept((13 - zoom) / 13.0);
    }
    Collections.reverse(levels);
    return List.copyOf(levels);
  }

  private static double tolerance(int zoom) {
    return TOLERANCE_PIXELS * WebMercator.WORLD / TILE_PIXELS / (1 << zoom);
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
    var simpler =
        CoverageSimplifier.simplify(coverage.values().toArray(Geometry[]::new), tolerance);
    var result = new TreeMap<AreaCode, Geometry>();
    int index = 0;
    for (var code : coverage.keySet()) {
      result.put(code, simpler[index++]);
    }
    return result;
  }
}
