package org.sozialradar.composite;

import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How the parts of a dimension, or the dimensions of an index, are weighted. */
public sealed interface WeightScheme {

  /** Every part counts the same. */
  record Equal() implements WeightScheme {
    @Override
    public void requireFits(String whole, List<String> parts) {}
  }

  /**
   * Weights that somebody chose.
   *
   * @param weights weight by id of the part: all above 0, their sum 1 ± 1e-9
   */
  record Given(Map<String, Double> weights) implements WeightScheme {
    private static final double TOLERANCE = 1e-9;

    public Given {
      weights = Map.copyOf(weights);
    }

    @Override
    public void requireFits(String whole, List<String> parts) {
      if (!weights.keySet().equals(new HashSet<>(parts))) {
        throw new InvalidIndexException(
            "weights-unfit",
            "weights of " + whole + " are for " + weights.keySet() + ", not for " + parts,
            Map.of("whole", whole));
      }
      double sum = 0;
      for (var part : parts) {
        requirePositive(whole, part, weights.get(part));
        sum += weights.get(part);
      }
      if (!(Math.abs(sum - 1) <= TOLERANCE)) {
        throw new InvalidIndexException(
            "weights-sum",
            "weights of " + whole + " sum to " + sum + ", not to 1",
            Map.of("whole", whole, "sum", Double.toString(sum)));
      }
    }

    private static void requirePositive(String whole, String part, double weight) {
      if (!(weight > 0)) {
        throw new InvalidIndexException(
            "weights-unfit",
            "weight of " + part + " in " + whole + " is " + weight + ", not above 0",
            Map.of("whole", whole, "part", part));
      }
    }
  }

  /**
   * Squared loadings (elements of the unit eigenvector) of the first principal component of the
   * correlation matrix, over the areas in which no part is missing. They sum to 1. A part that
   * loads against the anchor keeps its direction: squares have no sign, so it is reported as a
   * warning, as is a second eigenvalue of 1 or more, which says that one component is not enough.
   *
   * @param anchor id of the part whose loading is made positive
   */
  record PrincipalComponent(String anchor) implements WeightScheme {
    @Override
    public void requireFits(String whole, List<String> parts) {
      if (!parts.contains(anchor)) {
        throw new InvalidIndexException(
            "anchor-unknown",
            "anchor " + anchor + " is no part of " + whole + ": " + parts,
            Map.of("whole", whole, "anchor", anchor));
      }
    }
  }

  /**
   * Checks that the scheme can weigh these parts.
   *
   * @param whole id of the dimension or index that they make up
   * @throws InvalidIndexException {@code weights-unfit}, {@code weights-sum}, {@code
   *     anchor-unknown}
   */
  void requireFits(String whole, List<String> parts);
}
