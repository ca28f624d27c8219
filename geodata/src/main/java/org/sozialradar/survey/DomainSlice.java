package org.sozialradar.survey;

/** The respondents of one domain with their scores: mean, spread and linearised deviations. */
final class DomainSlice {
  private final double[] scores;
  private final double[] weights;
  private final int[] order;
  private final int from;
  private final int to;
  private int respondents;
  private double weight;
  private double squaredWeight;
  private double mean;
  private double squares;

  /**
   * A slice.
   *
   * @param order respondents by domain, stratum and unit
   * @param from first position of the domain in the order
   * @param to position after its last
   */
  DomainSlice(double[] scores, double[] weights, int[] order, int from, int to) {
    this.scores = scores;
    this.weights = weights;
    this.order = order;
    this.from = from;
    this.to = to;
    sum();
  }

  private void sum() {
    double weighted = 0;
    for (int p = from; p < to; p++) {
      if (counts(p)) {
        double w = weights[order[p]];
        respondents++;
        weight += w;
        squaredWeight += w * w;
        weighted += w * scores[order[p]];
      }
    }
    mean = weighted / weight;
    for (int p = from; p < to; p++) {
      if (counts(p)) {
        double off = scores[order[p]] - mean;
        squares += weights[order[p]] * off * off;
      }
    }
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the respondent at a position answered and has a weight. */
  boolean counts(int position) {
    int r = order[position];
    return weights[r] > 0 && !Double.isNaN(scores[r]);
  }

  int respondentAt(int position) {
    return order[position];
  }

  /** Linearised deviation u = w (y − ȳ) / Σw of the respondent at a position. */
  double deviation(int position) {
    int r = order[position];
    return weights[r] * (scores[r] - mean) / weight;
  }

  /** How many respondents answered and have a weight. */
  int respondents() {
    return respondents;
  }

  double mean() {
    return mean;
  }

  /** Kish's effective size (Σw)²/Σw². */
  double kishSize() {
    return weight * weight / squaredWeight;
  }

  /** Weighted variance n/(n − 1) · Σw(y − ȳ)²/Σw; 0 for a single respondent. */
  double elementVariance() {
    return respondents < 2 ? 0 : squares / weight * respondents / (respondents - 1);
  }
}
