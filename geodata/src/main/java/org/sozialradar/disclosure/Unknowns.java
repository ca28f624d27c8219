package org.sozialradar.disclosure;

import java.util.BitSet;

/**
 * What an attacker wants to know of every piece: a number between two bounds, known in weighted
 * sums.
 *
 * <p>For a result the number is the mean of the piece and the weights are the sums of the
 * respondents' weights, which the attacker is assumed to know. For sizes the number is how many
 * respondents the piece has, at least one, and the sums are those of published cells, which the
 * attacker is assumed to know too.
 */
final class Unknowns {
  private final double lower;
  private final double upper;
  private final double[] weights;
  private final double[] totals;

  private Unknowns(double lower, double upper, int pieces) {
    this.lower = lower;
    this.upper = upper;
    weights = new double[pieces];
    totals = new double[pieces];
  }

  static Unknowns ofResult(ReleaseCells cells, int result) {
    var range = cells.results().get(result);
    var unknowns = new Unknowns(range.lower(), range.upper(), cells.pieceCount());
    for (int piece = 0; piece < cells.pieceCount(); piece++) {
      unknowns.weights[piece] = cells.piece(piece, result).weight();
      unknowns.totals[piece] = cells.piece(piece, result).total();
    }
    return unknowns;
  }

  static Unknowns ofSizes(ReleaseCells cells) {
    double all = 0;
    for (int piece = 0; piece < cells.pieceCount(); piece++) {
      all += cells.size(piece);
    }
    var unknowns = new Unknowns(1, Math.max(all, 2), cells.pieceCount());
    for (int piece = 0; piece < cells.pieceCount(); piece++) {
      unknowns.weights[piece] = 1;
      unknowns.totals[piece] = cells.size(piece);
    }
    return unknowns;
  }

  double lower() {
    return lower;
  }

  double upper() {
    return upper;
  }

  double weight(int piece) {
    return weights[piece];
  }

  double weight(BitSet pieces) {
    return sum(weights, pieces);
  }

  double total(int piece) {
    return totals[piece];
  }

  double total(BitSet pieces) {
    return sum(totals, pieces);
  }

  private static double sum(double[] column, BitSet pieces) {
    double sum = 0;
    for (int piece = pieces.nextSetBit(0); piece >= 0; piece = pieces.nextSetBit(piece + 1)) {
      sum += column[piece];
    }
    return sum;
  }

  /**
   * How far apart the largest and the least possible total of a part of a set are, if all that is
   * known is the total of the set.
   */
  double spread(BitSet set, BitSet part) {
    double partWeight = weight(part);
    double restWeight = weight(set) - partWeight;
    double total = total(set);
    double least = Math.max(lower * partWeight, total - upper * restWeight);
    double most = Math.min(upper * partWeight, total - lower * restWeight);
    return part.equals(set) ? 0 : Math.max(0, most - least);
  }
}
