package org.sozialradar.estimation;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Finds A: the largest restricted likelihood by scoring, or, where that lies at A ≤ 0, the largest
 * adjusted one.
 *
 * <p>Scoring: A ← A + score / information, with half the step where the likelihood would fall,
 * until the step is below 10⁻¹⁰ A. An iterate below 0 begins anew from another value. The fallback
 * multiplies the likelihood by (atan Σγ_i)^(1/m), γ_i = A/(A + ψ_i), which is 0 at A = 0 and
 * increases, so its maximum is positive; found on a logarithmic grid, then as the root of the
 * derivative.
 */
final class VarianceSearch {
  private static final double TOLERANCE = 1e-10;
  private static final int MOST_STEPS = 500;
  private static final int MOST_HALVINGS = 30;
  private static final int GRID = 120;

  private final RestrictedLikelihood likelihood;
  private final double[] psi;
  private final double median;
  private final double spread;
  private int steps;

  VarianceSearch(Design design) {
    likelihood = new RestrictedLikelihood(design);
    psi = IntStream.of(design.sampled()).mapToDouble(design.input()::variance).sorted().toArray();
    median = (psi[(psi.length - 1) / 2] + psi[psi.length / 2]) / 2;
    double squares = 0;
    for (int i : design.sampled()) {
      squares += design.centredValue(i) * design.centredValue(i);
    }
    spread = squares / (psi.length - 1);
  }

  /** The likelihood at the A that was found, how, and in how many steps. */
  record Found(RestrictedLikelihood.At at, FitMethod method, int steps) {}

  Found find() {
    double atZero = likelihood.at(0).logLikelihood;
    Optional<RestrictedLikelihood.At> inside =
        inside().filter(found -> found.logLikelihood > atZero);
    if (inside.isPresent()) {
      return new Found(inside.get(), FitMethod.REML, steps);
    }
    double adjusted =
        largest(this::adjustedLikelihood, this::adjustedScore)
            .orElseThrow(() -> new IllegalStateException("no maximum of the adjusted likelihood"));
    return new Found(likelihood.at(adjusted), FitMethod.ADJUSTED_REML, steps);
  }

  /** A maximum of the restricted likelihood at A &gt; 0. */
  private Optional<RestrictedLikelihood.At> inside() {
    for (double start : new double[] {median, spread, median / 100, 10 * (spread + median)}) {
      Optional<RestrictedLikelihood.At> found = start > 0 ? scoring(start) : Optional.empty();
      if (found.isPresent()) {
        return found;
      }
    }
    OptionalDouble left = largest(a -> likelihood.at(a).logLikelihood, a -> likelihood.at(a).score);
    return left.isPresent() ? Optional.of(likelihood.at(left.getAsDouble())) : Optional.empty();
  }

  /** Empty where an iterate falls to 0 or below. */
  private Optional<RestrictedLikelihood.At> scoring(double start) {
    RestrictedLikelihood.At now = likelihood.at(start);
    for (int step = 0; step < MOST_STEPS; step++) {
      steps++;
      double next = now.variance + now.score / now.information;
      if (next <= TOLERANCE * median) {
        return Optional.empty();
      }
      if (Math.abs(next - now.variance) <= TOLERANCE * next) {
        return Optional.of(likelihood.at(next));
      }
      now = climb(now, next);
    }
    return Optional.empty();
  }

  private RestrictedLikelihood.At climb(RestrictedLikelihood.At now, double goal) {
    double step = goal - now.variance;
    double slack = 1e-12 * (1 + Math.abs(now.logLikelihood));
    RestrictedLikelihood.At next = likelihood.at(goal);
    for (int i = 0; i < MOST_HALVINGS && next.logLikelihood < now.logLikelihood - slack; i++) {
      step /= 2;
      next = likelihood.at(now.variance + step);
    }
    return next;
  }

  /** The place of the largest value on (0, ∞), empty if it lies at the lower end. */
  private OptionalDouble largest(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    double low = psi[0] * TOLERANCE;
    double high = 1000 * (spread + psi[psi.length - 1]);
    double[] grid =
        IntStream.range(0, GRID)
            .mapToDouble(i -> low * Math.pow(high / low, i / (GRID - 1.0)))
            .toArray();
    double[] values = Arrays.stream(grid).map(value).toArray();
    int best =
        IntStream.range(0, GRID).reduce(0, (one, two) -> values[two] > values[one] ? two : one);
    steps += GRID;
    return best == 0 || best == GRID - 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(root(slope, grid[best - 1], grid[best + 1]));
  }

  private static double root(DoubleUnaryOperator slope, double low, double high) {
    // In ln A, where the tolerance is relative.
    var solver = new BracketingNthOrderBrentSolver(TOLERANCE, TOLERANCE, 5);
    double logarithm =
        solver.solve(
            MOST_STEPS,
            t -> Math.exp(t) * slope.applyAsDouble(Math.exp(t)),
            Math.log(low),
            Math.log(high));
    return Math.exp(logarithm);
  }

  private double adjustedLikelihood(double variance) {
    return likelihood.at(variance).logLikelihood
        + Math.log(Math.atan(shrinkage(variance))) / psi.length;
  }

  private double adjustedScore(double variance) {
    double sum = shrinkage(variance);
    double slope = Arrays.stream(psi).map(v -> v / ((variance + v) * (variance + v))).sum();
    return likelihood.at(variance).score + slope / ((1 + sum * sum) * Math.atan(sum)) / psi.length;
  }

  /** Σ γ_i. */
  private double shrinkage(double variance) {
    return Arrays.stream(psi).map(v -> variance / (variance + v)).sum();
  }
}
