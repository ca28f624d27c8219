package org.sozialradar.composite;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;

/**
 * How certain the ranks of areas are, among all areas or within a group. Immutable and safe for use
 * by many threads.
 */
public final class RankIntervals {
  private static final double LOWER = 0.05;
  private static final double MEDIAN = 0.5;
  private static final double UPPER = 0.95;

  private final List<AreaCode> codes;
  private final Map<AreaCode, Integer> rows = new HashMap<>();
  private final List<Integer> first;
  private final int[] nominal;
  private final int[] median;
  private final int[] lower;
  private final int[] upper;

  /** Number of draws among the first k: by k, by row. */
  private final int[][] among;

  private final int draws;

  private RankIntervals(List<AreaCode> codes, int[] nominal, int[] ranks, int[] first) {
    int areas = codes.size();
    this.codes = List.copyOf(codes);
    this.nominal = nominal.clone();
    this.first = IntStream.of(first).boxed().toList();
    draws = ranks.length / areas;
    median = new int[areas];
    lower = new int[areas];
    upper = new int[areas];
    among = new int[first.length][areas];
    var own = new int[draws];
    for (int row = 0; row < areas; row++) {
      rows.put(codes.get(row), row);
      for (int draw = 0; draw < draws; draw++) {
        own[draw] = ranks[draw * areas + row];
      }
      Arrays.sort(own);
      summarise(row, own);
    }
  }

  private void summarise(int row, int[] sorted) {
    median[row] = quantile(sorted, MEDIAN);
    lower[row] = quantile(sorted, LOWER);
    upper[row] = quantile(sorted, UPPER);
    for (int i = 0; i < among.length; i++) {
      int k = first.get(i);
      among[i][row] = (int) Arrays.stream(sorted).takeWhile(rank -> rank <= k).count();
    }
  }

  /** The smallest rank that at least this share of the draws does not exceed (type 1). */
  private static int quantile(int[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length - 1e-9) - 1];
  }

  static RankIntervals of(List<AreaCode> codes, int[] nominal, int[] ranks, int[] first) {
    for (int k : first) {
      if (k < 1) {
        throw new InvalidIndexException(
            "first-not-positive",
            "nothing is among the first " + k,
            Map.of("first", Integer.toString(k)));
      }
    }
    return new RankIntervals(codes, nominal, ranks, first);
  }

  /**
   * The rank of an area with its interval. Ranks are whole; the quantiles are ranks that occurred.
   *
   * @param nominal rank by the index as defined, 1..areas
   * @param median rank that half of the draws do not exceed
   * @param lower rank that 5 % of the draws do not exceed
   * @param upper rank that 95 % of the draws do not exceed
   * @param areas number of areas that are ranked
   */
  public record RankInterval(int nominal, int median, int lower, int upper, int areas) {

    /** Percentile of the nominal rank; see {@link #percentile(int)}. */
    public double percentile() {
      return percentile(nominal);
    }

    /** Lower end of the 90 % interval of the percentile. */
    public double lowerPercentile() {
      return percentile(upper);
    }

    /** Upper end of the 90 % interval of the percentile. */
    public double upperPercentile() {
      return percentile(lower);
    }

    /** 100 (areas − rank + ½)/areas: the middle area has 50, the first nearly 100. */
    private double percentile(int rank) {
      return 100 * (areas - rank + 0.5) / areas;
    }
  }

  /** Areas that are ranked, one per row. */
  public List<AreaCode> codes() {
    return codes;
  }

  /** Numbers k for which there is a probability. */
  public List<Integer> first() {
    return first;
  }

  /** Number of draws. */
  public int draws() {
    return draws;
  }

  /** The rank of the area in a row. */
  public RankInterval at(int row) {
    return new RankInterval(nominal[row], median[row], lower[row], upper[row], codes.size());
  }

  /** The rank of an area; empty if it is not ranked. */
  public Optional<RankInterval> find(AreaCode code) {
    return Optional.ofNullable(rows.get(code)).map(this::at);
  }

  /**
   * Share of the draws in which the area of a row is among the first k.
   *
   * @param k one of {@link #first()}
   * @throws IllegalArgumentException if it was not asked for
   */
  public double probabilityAmongFirst(int k, int row) {
    int place = first.indexOf(k);
    if (place < 0) {
      throw new IllegalArgumentException("asked for " + first + ", not for " + k);
    }
    return (double) among[place][row] / draws;
  }
}
