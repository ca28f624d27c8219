package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings predictions to a reliable total: θ̂_i + λ W_i mse_i with λ = (T − Σ Wθ̂)/Σ W² mse, so that
 * Σ W_i θ̂_i = T and the least certain areas move most. Minimises Σ (θ̃_i − θ̂_i)²/mse_i under that
 * condition.
 *
 * <p>Where the result has bounds (proportions), an area that would leave them stays at the bound
 * and the others share the rest: the same minimum under both conditions.
 *
 * <p>Assumption: T is known well beside the predictions; the errors stay as they were and intervals
 * move with their value. Source: Wang, Fuller and Qu (2008); Datta, Ghosh, Steorts and Maples
 * (2011); Rao and Molina (2015), section 6.4.6.
 */
public final class Benchmarking {
  private static final double TOLERANCE = 1e-9;

  private final List<Prediction> predictions;
  private final double[] weights;
  private final double total;
  private final double lowest;
  private final double highest;

  private Benchmarking(
      List<Prediction> predictions,
      List<Double> weights,
      double total,
      double lowest,
      double highest) {
    this.predictions = predictions;
    this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
    this.total = total;
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * The result of an adjustment.
   *
   * @param predictions in the order in which they came, the values adjusted
   * @param multiplier λ of the areas that are not at a bound
   * @param before Σ Wθ̂
   * @param total Σ Wθ̃ = T
   * @param atBounds number of areas held at a bound
   */
  public record Adjusted(
      List<Prediction> predictions, double multiplier, double before, double total, int atBounds) {
    public Adjusted {
      predictions = List.copyOf(predictions);
    }
  }

  /**
   * Adjusts values without bounds.
   *
   * @param predictions at least one
   * @param weights W in the same order, finite, ≥ 0, one of them &gt; 0; for a mean of people the
   *     share of each area in the population
   * @param total T
   * @throws ModelRefusedException {@code weights-invalid}, {@code total-invalid}
   */
  public static Adjusted adjust(List<Prediction> predictions, List<Double> weights, double total) {
    return within(predictions, weights, total, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * Adjusts values that stay between bounds.
   *
   * @param predictions at least one, between the bounds
   * @param weights as in {@link #adjust}
   * @param total T
   * @param lowest smallest value that the result may take
   * @param highest largest value that the result may take
   * @throws ModelRefusedException {@code weights-invalid}, {@code total-invalid}, {@code
   *     total-out-of-reach} if no values between the bounds give T
   */
  public static Adjusted within(
      List<Prediction> predictions,
      List<Double> weights,
      double total,
      double lowest,
      double highest) {
    checkWeights(predictions, weights);
    if (!Double.isFinite(total)) {
      throw new ModelRefusedException(
          "total-invalid", "Die Summe ist keine Zahl.", "The total is no number.", List.of());
    }
    return new Benchmarking(predictions, weights, total, lowest, highest).adjust();
  }

  private static void checkWeights(List<Prediction> predictions, List<Double> weights) {
    boolean valid =
        predictions.size() == weights.size()
            && weights.stream().allMatch(w -> Double.isFinite(w) && w >= 0)
            && weights.stream().anyMatch(w -> w > 0);
    if (!valid) {
      throw new ModelRefusedException(
          "weights-invalid",
          "Jede Vorhersage braucht ein Gewicht von 0 oder mehr, und eines muss positiv sein.",
          "Each prediction needs a weight of 0 or more, and one weight must be positive.",
          List.of());
    }
  }

  private Adjusted adjust() {
    checkReach();
    int size = predictions.size();
    var fixed = new boolean[size];
    var values = new double[size];
    double multiplier;
    boolean moved;
    do {
      multiplier = multiplier(fixed, values);
      moved = false;
      for (int i = 0; i < size; i++) {
        if (!fixed[i]) {
          double free = free(i, multiplier);
          values[i] = Math.min(highest, Math.max(lowest, free));
          fixed[i] = values[i] != free;
          moved |= fixed[i];
        }
      }
    } while (moved);
    return result(values, fixed, multiplier);
  }

  private double free(int i, double multiplier) {
    return predictions.get(i).value()
        + multiplier * weights[i] * predictions.get(i).meanSquaredError();
  }

  /** λ over the areas that are free, 0 if none is. */
  private double multiplier(boolean[] fixed, double[] values) {
    double missing = total;
    double scale = 0;
    for (int i = 0; i < weights.length; i++) {
      missing -= weights[i] * (fixed[i] ? values[i] : predictions.get(i).value());
      if (!fixed[i]) {
        scale += weights[i] * weights[i] * predictions.get(i).meanSquaredError();
      }
    }
    return scale > 0 ? missing / scale : 0;
  }

  private Adjusted result(double[] values, boolean[] fixed, double multiplier) {
    var adjusted = new ArrayList<Prediction>();
    for (int i = 0; i < values.length; i++) {
      adjusted.add(predictions.get(i).movedTo(values[i], lowest, highest));
    }
    int atBounds = (int) IntStream.range(0, fixed.length).filter(i -> fixed[i]).count();
    double before = sum(predictions);
    return new Adjusted(adjusted, multiplier, before, sum(adjusted), atBounds);
  }

  private double sum(List<Prediction> list) {
    return IntStream.range(0, weights.length)
        .mapToDouble(i -> weights[i] * list.get(i).value())
        .sum();
  }

  private void checkReach() {
    double weight = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
    double slack = TOLERANCE * weight;
    if (total < weight * lowest - slack || total > weight * highest + slack) {
      throw new ModelRefusedException(
          "total-out-of-reach",
          "Keine Werte zwischen %s und %s ergeben die Summe %s.".formatted(lowest, highest, total),
          "No values between %s and %s give the total %s.".formatted(lowest, highest, total),
          List.of());
    }
  }
}
