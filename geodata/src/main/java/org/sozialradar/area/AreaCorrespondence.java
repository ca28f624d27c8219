package org.sozialradar.area;

import java.util.List;

/**
 * How the areas of one edition became those of another: a crosswalk (methods, section 6).
 *
 * @param fromEdition edition of the old areas
 * @param toEdition edition of the new areas
 * @param level level of both
 * @param datasetId data set that it comes from
 * @param links one row per pair; unchanged areas are rows with shares of 1
 */
public record AreaCorrespondence(
    String fromEdition, String toEdition, String level, String datasetId, List<Link> links) {
  /** Largest deviation of the sum of an old area's shares from 1. */
  public static final double SHARE_TOLERANCE = 1e-6;

  /**
   * The part of an old area that went to a new one.
   *
   * @param from code in the old edition
   * @param to code in the new edition
   * @param populationShare share of the old area's population, 0..1
   * @param areaShare share of the old area's surface, 0..1
   */
  public record Link(AreaCode from, AreaCode to, double populationShare, double areaShare) {
    public Link {
      if (!(populationShare >= 0 && populationShare <= 1 && areaShare >= 0 && areaShare <= 1)) {
        throw new IllegalArgumentException("shares of " + from + " to " + to + " are not in 0..1");
      }
    }
  }

  public AreaCorrespondence {
    links = List.copyOf(links);
    requireSharesOfOne(links);
  }

  private static void requireSharesOfOne(List<Link> links) {
    var sums = new java.util.TreeMap<AreaCode, double[]>();
    for (var link : links) {
      var sum = sums.computeIfAbsent(link.from(), code -> new double[2]);
      sum[0] += link.populationShare();
      sum[1] += link.areaShare();
    }
    sums.forEach(
        (code, sum) -> {
          if (Math.abs(sum[0] - 1) > SHARE_TOLERANCE || Math.abs(sum[1] - 1) > SHARE_TOLERANCE) {
            throw new IllegalArgumentException(
                "shares of "
                    + code
                    + " sum to "
                    + sum[0]
                    + " (population) and "
                    + sum[1]
                    + " (area)");
          }
        });
  }
}
