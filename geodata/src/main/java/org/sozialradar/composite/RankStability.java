package org.sozialradar.composite;

import java.util.Arrays;

/**
 * How firm an order is: what the draws keep of the nominal one.
 *
 * @param correlation mean over the draws of Spearman's correlation of their ranks with the nominal
 *     ones, −1..1; 1 if there is a single area
 * @param first k
 * @param kept mean share of the areas nominally among the first k that are so in a draw, 0..1
 */
public record RankStability(double correlation, int first, double kept) {

  /**
   * The stability of ranks.
   *
   * @param nominal rank of each area
   * @param ranks ranks draw by draw
   * @param first k, at least 1
   */
  static RankStability of(int[] nominal, int[] ranks, int first) {
    int areas = nominal.length;
    int draws = ranks.length / areas;
    int top = (int) Arrays.stream(nominal).filter(rank -> rank <= first).count();
    double correlation = 0;
    double kept = 0;
    for (int draw = 0; draw < draws; draw++) {
      int[] drawn = Arrays.copyOfRange(ranks, draw * areas, (draw + 1) * areas);
      correlation += correlation(nominal, drawn) / draws;
      kept += (double) keptOf(nominal, drawn, first) / top / draws;
    }
    return new RankStability(correlation, first, kept);
  }

  private static int keptOf(int[] nominal, int[] drawn, int first) {
    int kept = 0;
    for (int row = 0; row < nominal.length; row++) {
      kept += nominal[row] <= first && drawn[row] <= first ? 1 : 0;
    }
    return kept;
  }

  /**
   * Pearson's correlation of two series of ranks, which is Spearman's of what they rank; 1 where
   * neither has any differences, 0 where one has none.
   */
  public static double correlation(int[] one, int[] other) {
    double meanOne = Arrays.stream(one).average().orElse(0);
    double meanOther = Arrays.stream(other).average().orElse(0);
    double product = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      product += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    if (squaresOne == 0 || squaresOther == 0) {
      return squaresOne == squaresOther ? 1 : 0;
    }
    return product / Math.sqrt(squaresOne * squaresOther);
  }
}
