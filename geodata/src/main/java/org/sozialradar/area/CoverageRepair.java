package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * Mends the flaws of a coverage, so that its areas share their borders vertex by vertex and can be
 * generalised without tearing.
 *
 * <p>Only the areas at a flaw change. Their borders are noded together; land that several areas
 * claim goes to the one with the least surface (so that an enclave for which its neighbour has no
 * hole keeps its land), land in a narrow gap to the area with the longest border to it, and
 * unmatched borders get each other's vertices. An area never loses all its land: a flaw that could
 * only be mended so is left. Stateless and safe for use by many threads.
 */
public final class CoverageRepair {
  /** Mending adds vertices to borders, which can leave the next neighbour unmatched. */
  private static final int ROUNDS = 4;

  private CoverageRepair() {}

  /**
   * What came out.
   *
   * @param coverage the areas by code, EPSG:4326; those without a flaw are the very input
   * @param mended flaws of the input that are gone
   * @param left flaws that are there now: gaps too wide to be mistakes, and what could not be
   *     mended
   */
  public record Result(
      SortedMap<AreaCode, Geometry> coverage, List<CoverageFlaw> mended, List<CoverageFlaw> left) {
    public Result {
      coverage = Collections.unmodifiableSortedMap(new TreeMap<>(coverage));
      mended = List.copyOf(mended);
      left = List.copyOf(left);
    }
  }

  /**
   * Mends a coverage.
   *
   * @param coverage valid polygons and multipolygons in EPSG:4326, longitude before latitude
   * @param gapWidthMetres gaps that hold no circle of this diameter are closed; 0 closes none
   */
  public static Result repair(SortedMap<AreaCode, Geometry> coverage, double gapWidthMetres) {
    return repair(coverage, gapWidthMetres, new PrecisionModel());
  }

  /** As above, with new vertices on a grid. */
  static Result repair(
      SortedMap<AreaCode, Geometry> coverage, double gapWidthMetres, PrecisionModel grid) {
    if (!(gapWidthMetres >= 0)) {
      throw new IllegalArgumentException("width of a gap: " + gapWidthMetres);
    }
    var found = CoverageCheck.check(coverage);
    var current = new TreeMap<>(coverage);
    var left = found;
    for (int round = 0; round < ROUNDS; round++) {
      if (!mend(current, left, gapWidthMetres, grid)) {
        break;
      }
      left = CoverageCheck.check(current);
    }
    return new Result(current, gone(found, left), left);
  }

  /** Mends what can be mended in place and tells whether anything changed. */
  private static boolean mend(
      SortedMap<AreaCode, Geometry> coverage,
      List<CoverageFlaw> flaws,
      double gapWidthMetres,
      PrecisionModel grid) {
    var areas = new IndexedAreas(coverage);
    boolean changed = false;
    for (var cluster : clusters(flaws, gapWidthMetres)) {
      var part = new TreeMap<AreaCode, Geometry>();
      cluster.forEach(code -> part.put(code, coverage.get(code)));
      var mended = FaceAssignment.mend(part, areas, gapWidthMetres, grid);
      coverage.putAll(mended);
      changed |= !mended.isEmpty();
    }
    return changed;
  }

  /** Areas that are to be mended together, because flaws connect them. */
  private static List<Set<AreaCode>> clusters(List<CoverageFlaw> flaws, double gapWidthMetres) {
    var clusters = new ArrayList<Set<AreaCode>>();
    for (var flaw : flaws) {
      if (flaw.kind() != CoverageFlaw.Kind.GAP || flaw.widthMetres() < gapWidthMetres) {
        Set<AreaCode> merged = new TreeSet<>(flaw.codes());
        for (var cluster : List.copyOf(clusters)) {
          if (!Collections.disjoint(cluster, merged)) {
            merged.addAll(cluster);
            clusters.remove(cluster);
          }
        }
        clusters.add(merged);
      }
    }
    return clusters;
  }

  private static List<CoverageFlaw> gone(List<CoverageFlaw> before, List<CoverageFlaw> after) {
    return before.stream()
        .filter(
            flaw ->
                after.stream()
                    .noneMatch(
                        other -> other.kind() == flaw.kind() && other.codes().equals(flaw.codes())))
        .toList();
  }
}
