package org.sozialradar.composite;

import java.util.Arrays;
import java.util.Map;

/**
 * How the values of an indicator are put on a scale that can be added to others. Values arrive with
 * their direction applied (× −1 where the indicator lowers the index); missing ones are NaN and
 * stay so. Immutable and safe for use by many threads.
 */
public sealed interface Normalisation {

  /** The scale on which a geometric mean is taken. */
  double GEOMETRIC_LOW = 1;

  /** Upper end of the scale on which a geometric mean is taken. */
  double GEOMETRIC_HIGH = 100;

  /**
   * low + (high − low) (x − min)/(max − min).
   *
   * @param low score of the smallest value
   * @param high score of the largest, above low
   */
  record MinMax(double low, double high) implements Normalisation {
    public MinMax {
      requireRange(low, high);
    }

    @Override
    public double[] apply(IndexIndicator indicator, double[] values) {
      var range = Range.of(values);
      return scaled(values, range.min(), range.max(), low, high);
    }

    @Override
    public Normalisation onGeometricScale() {
      return new MinMax(GEOMETRIC_LOW, GEOMETRIC_HIGH);
    }
  }

  /** (x − mean)/s with s over n − 1. Has no lower end, so no geometric mean can be taken of it. */
  record ZScore() implements Normalisation {
    @Override
    public double[] apply(IndexIndicator indicator, double[] values) {
      var moments = Moments.of(values);
      double deviation = moments.standardDeviation();
      return Arrays.stream(values).map(x -> (x - moments.mean()) / deviation).toArray();
    }

    /** A z-score put on a range is a min-max score: both are linear. */
    @Override
    public Normalisation onGeometricScale() {
      return new MinMax(GEOMETRIC_LOW, GEOMETRIC_HIGH);
    }
  }

  /**
   * low + (high − low) (r − ½)/n with the rank r from the bottom; equal values share their mean
   * rank. Turning the direction round turns the scores round.
   *
   * @param low lower end of the scale, 0 as a rule
   * @param high upper end of the scale, 100 as a rule
   */
  record PercentileRank(double low, double high) implements Normalisation {
    public PercentileRank {
      requireRange(low, high);
    }

    @Override
    public double[] apply(IndexIndicator indicator, double[] values) {
      var ordered = OrderedValues.of(values);
      double step = (high - low) / ordered.size();
      return Arrays.stream(values)
          .map(x -> Double.isNaN(x) ? x : low + step * ordered.middle(x))
          .toArray();
    }

    @Override
    public Normalisation onGeometricScale() {
      return new PercentileRank(GEOMETRIC_LOW, GEOMETRIC_HIGH);
    }
  }

  /**
   * Like min-max, with ends that do not come from the values, so that years can be compared. Values
   * beyond the ends get the score of the end.
   *
   * @param posts ends by indicator id, in the indicator's own unit and direction
   * @param low score of the worse end
   * @param high score of the better end, above low
   */
  record Goalposts(Map<String, Ends> posts, double low, double high) implements Normalisation {

    /**
     * The ends of an indicator in its own unit.
     *
     * @param smallest the value at the lower end
     * @param largest the value at the upper end, above smallest
     */
    public record Ends(double smallest, double largest) {
      public Ends {
        requireRange(smallest, largest);
      }
    }

    public Goalposts {
      posts = Map.copyOf(posts);
      requireRange(low, high);
    }

    @Override
    public double[] apply(IndexIndicator indicator, double[] values) {
      var ends = ends(indicator);
      return scaled(values, ends.smallest(), ends.largest(), low, high);
    }

    /** The ends with the direction applied. */
    Ends ends(IndexIndicator indicator) {
      var ends = posts.get(indicator.id());
      if (ends == null) {
        throw new InvalidIndexException(
            "goalposts-missing",
            "indicator " + indicator.id() + " has no goalposts",
            Map.of("indicator", indicator.id()));
      }
      return indicator.direction().sign() > 0 ? ends : new Ends(-ends.largest(), -ends.smallest());
    }

    @Override
    public Normalisation onGeometricScale() {
      return new Goalposts(posts, GEOMETRIC_LOW, GEOMETRIC_HIGH);
    }
  }

  /**
   * Scores of values that are not all equal.
   *
   * @param indicator whose values these are
   * @param values in the direction of the index, NaN where missing; not changed
   * @throws InvalidIndexException {@code goalposts-missing}
   */
  double[] apply(IndexIndicator indicator, double[] values);

  /** The same way to a scale of 1–100, of which geometric means can be taken. */
  Normalisation onGeometricScale();

  private static double[] scaled(double[] values, double min, double max, double low, double high) {
    double factor = (high - low) / (max - min);
    var scores = new double[values.length];
    for (int i = 0; i < scores.length; i++) {
      double score = low + (values[i] - min) * factor;
      scores[i] = Double.isNaN(score) ? score : Math.max(low, Math.min(high, score));
    }
    return scores;
  }

  private static void requireRange(double low, double high) {
    if (!(Double.isFinite(low) && Double.isFinite(high) && low < high)) {
      throw new InvalidIndexException(
          "range-unfit",
          "a range from " + low + " to " + high + " does not ascend",
          Map.of("low", Double.toString(low), "high", Double.toString(high)));
    }
  }
}
