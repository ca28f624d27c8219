package org.sozialradar.priority;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The scale of each criterion from least (0) to most priority (1), with fixed ends. Drawn values
 * may lie beyond the ends.
 */
final class Scales {
  private final double[] zero;
  private final double[] span;

  /**
   * Scales with the ends of these values.
   *
   * @throws InvalidPriorityException {@code criterion-constant}
   */
  Scales(List<Criterion> criteria, double[][] columns) {
    zero = new double[columns.length];
    span = new double[columns.length];
    for (int j = 0; j < columns.length; j++) {
      double min = Arrays.stream(columns[j]).min().orElse(Double.NaN);
      double max = Arrays.stream(columns[j]).max().orElse(Double.NaN);
      var criterion = criteria.get(j);
      if (!(min < max)) {
        throw new InvalidPriorityException(
            "criterion-constant",
            criterion.id() + " has the same value for all areas",
            Map.of("criterion", criterion.id()));
      }
      zero[j] = criterion.raises() ? min : max;
      span[j] = criterion.raises() ? max - min : min - max;
    }
  }

  double at(int criterion, double value) {
    return (value - zero[criterion]) / span[criterion];
  }
}
