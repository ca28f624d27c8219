package org.sozialradar.area;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/**
 * Rounds the coordinates of a coverage to a number of decimals and keeps it a coverage: equal
 * vertices stay equal, and where rounding lets borders cross, the areas there are noded and divided
 * anew on the grid. Stateless and safe for use by many threads.
 */
public final class CoverageRounding {
  private CoverageRounding() {}

  /**
   * Rounds a coverage.
   *
   * @param coverage valid polygons and multipolygons by code, EPSG:4326, without overlaps and
   *     unmatched borders
   * @param decimals of a degree, 0..9
   * @return the areas by code, valid, without overlaps and unmatched borders, all coordinates with
   *     so many decimals
   * @throws IllegalArgumentException if the grid is too coarse for that, for example because an
   *     area would vanish
   */
  public static SortedMap<AreaCode, Geometry> round(
      SortedMap<AreaCode, Geometry> coverage, int decimals) {
    if (decimals < 0 || decimals > 9) {
      throw new IllegalArgumentException("decimals: " + decimals);
    }
    var grid = new PrecisionModel(Math.pow(10, decimals));
    var rounded = new TreeMap<AreaCode, Geometry>();
    coverage.forEach((code, geometry) -> rounded.put(code, rounded(geometry, grid)));
    var result = CoverageRepair.repair(rounded, sliver(grid), grid);
    requireSound(result, decimals);
    return result.coverage();
  }

  /** Rounding opens gaps no wider than the diagonal of a cell of the grid, in metres. */
  private static double sliver(PrecisionModel grid) {
    return 2 * 111_320 / grid.getScale();
  }

  /** Drops vertices, holes and parts that the grid swallows. */
  private static Geometry rounded(Geometry geometry, PrecisionModel grid) {
    var reducer = new GeometryPrecisionReducer(grid);
    reducer.setPointwise(true);
    return GeometryFixer.fix(reducer.reduce(geometry));
  }

  private static void requireSound(CoverageRepair.Result result, int decimals) {
    List<CoverageFlaw> flaws =
        result.left().stream().filter(flaw -> flaw.kind() != CoverageFlaw.Kind.GAP).toList();
    if (!flaws.isEmpty()) {
      throw new IllegalArgumentException(
          decimals + " decimals are too few for this coverage: " + flaws.get(0));
    }
    result
        .coverage()
        .forEach(
            (code, geometry) -> {
              if (geometry.isEmpty()) {
                throw new IllegalArgumentException(
                    decimals + " decimals are too few: nothing would be left of " + code);
              }
            });
  }
}
