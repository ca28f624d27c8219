package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;

/**
 * What the errors of a model's predictions have in common: the line. With B = 1 − γ (1 without a
 * direct value) the error of a prediction is B·x'(β̂ − β) + γe − B·u. Its second part is not
 * correlated with any direct value, because γψ = BA, and so not with β̂; between areas it is
 * independent. Hence for two areas
 *
 * <pre>cov(θ̂_i − θ_i, θ̂_j − θ_j) = B_i B_j x_i'Q x_j</pre>
 *
 * <p>with Q the covariance of β̂. Errors from estimating A are left out, as in {@link JointDraws}:
 * between areas they are of mean 0. For proportions the mean slope of the way back, E sin 2Z =
 * e^(−2v) sin 2μ, takes the covariance to the scale of the result; v is what the interval says, and
 * cos 2μ at most (1 − 2p) e^(2v).
 *
 * <p>Kept are L'x of each area (Q = LL'), which follows from published numbers, and B in tenths,
 * rounded down: B beside A tells ψ and thereby how many answered, a tenth of it tells less than the
 * interval of the prediction does. Covariances are therefore the lower ends of what B may be, so
 * that no interval of a difference is too narrow. Immutable.
 *
 * <p>Source: Rao and Molina (2015), Small area estimation, section 6.2.1, for the parts of the
 * error.
 */
public final class SharedErrors {
  /** What a whole is in the units in which B is kept. */
  public static final int WHOLE = 10;

  private static final int DIGITS = 4;

  private final List<AreaCode> areas;
  private final Map<AreaCode, Integer> places;
  private final double[][] lines;
  private final int[] tenths;

  private SharedErrors(List<AreaCode> areas, List<double[]> lines, List<Integer> tenths) {
    this.areas = List.copyOf(areas);
    places = new HashMap<>();
    areas.forEach(area -> places.put(area, places.size()));
    this.lines = lines.toArray(double[][]::new);
    this.tenths = tenths.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Of a fit.
   *
   * @param shown the predictions as they are published, with intervals, on the scale of the result,
   *     in the order of the input
   * @param factor what the result is multiplied by to be published
   */
  public static SharedErrors of(ModelFit fit, List<Estimate> shown, double factor) {
    var builder = new Builder();
    DMatrixRMaj lower = JointDraws.cholesky(fit);
    for (int i = 0; i < fit.input().size(); i++) {
      var line = new double[fit.terms()];
      double scale = factor * slope(fit.input().scale(), shown.get(i));
      for (int j = 0; j < line.length; j++) {
        double sum = 0;
        for (int k = j; k < line.length; k++) {
          sum += lower.get(k, j) * fit.design().at(i, k);
        }
        line[j] = rounded(scale * sum);
      }
      int tenths = (int) Math.floor((1 - fit.gamma(i)) * WHOLE);
      builder.add(fit.input().areas().get(i), line, tenths);
    }
    return builder.build();
  }

  private static double slope(ModelScale scale, Estimate shown) {
    if (scale == ModelScale.IDENTITY) {
      return 1;
    }
    double centre = ArcsineModel.transform(shown.value());
    double half =
        Math.max(
            ArcsineModel.transform(shown.upper()) - centre,
            centre - ArcsineModel.transform(shown.lower()));
    double variance = half / ModelFit.NORMAL_95 * half / ModelFit.NORMAL_95;
    double cosine = (1 - 2 * shown.value()) * Math.exp(2 * variance);
    return Math.exp(-2 * variance) * Math.sqrt(Math.max(0, 1 - cosine * cosine));
  }

  private static double rounded(double value) {
    return value == 0
        ? 0
        : new java.math.BigDecimal(value)
            .round(new java.math.MathContext(DIGITS, java.math.RoundingMode.HALF_EVEN))
            .doubleValue();
  }

  /** Makes errors that were written down. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects areas; for use by one thread. */
  public static final class Builder {
    private final List<AreaCode> areas = new ArrayList<>();
    private final List<double[]> lines = new ArrayList<>();
    private final List<Integer> tenths = new ArrayList<>();

    private Builder() {}

    /**
     * Adds an area.
     *
     * @param line L'x in the unit of the result, as many numbers as for the other areas
     * @param tenthsOfLine B in tenths, rounded down, 0..10
     */
    public void add(AreaCode area, double[] line, int tenthsOfLine) {
      boolean sameLength = lines.isEmpty() || lines.get(0).length == line.length;
      if (!sameLength || tenthsOfLine < 0 || tenthsOfLine > WHOLE) {
        throw new IllegalArgumentException("no part of the line: " + area);
      }
      areas.add(area);
      lines.add(line.clone());
      tenths.add(tenthsOfLine);
    }

    /** The errors of all that was added. */
    public SharedErrors build() {
      return new SharedErrors(areas, lines, tenths);
    }
  }

  /** The areas in their order. */
  public List<AreaCode> areas() {
    return areas;
  }

  /** Whether an area was predicted. */
  public boolean has(AreaCode area) {
    return places.containsKey(area);
  }

  /** L'x of an area by its place, in the unit of the result. */
  public double[] line(int area) {
    return lines[area].clone();
  }

  /** B of an area by its place, in tenths, rounded down. */
  public int tenthsOfLine(int area) {
    return tenths[area];
  }

  /**
   * The least covariance that the errors of two weighted means of areas can have.
   *
   * @param first shares by area; a single area has the share 1
   * @param second likewise
   * @param errorVariance the variance of the error of one area, or less
   * @throws IllegalArgumentException if an area was not predicted
   */
  public double covariance(
      SortedMap<AreaCode, Double> first,
      SortedMap<AreaCode, Double> second,
      ToDoubleFunction<AreaCode> errorVariance) {
    double sum = 0;
    for (var one : first.entrySet()) {
      int i = place(one.getKey());
      for (var other : second.entrySet()) {
        int j = place(other.getKey());
        double covariance = i == j ? errorVariance.applyAsDouble(one.getKey()) : between(i, j);
        sum += one.getValue() * other.getValue() * covariance;
      }
    }
    return sum;
  }

  private int place(AreaCode area) {
    var place = places.get(area);
    if (place == null) {
      throw new IllegalArgumentException("not predicted: " + area);
    }
    return place;
  }

  private double between(int i, int j) {
    double line = 0;
    for (int k = 0; k < lines[i].length; k++) {
      line += lines[i][k] * lines[j][k];
    }
    return line >= 0
        ? line * tenths[i] * tenths[j] / (WHOLE * WHOLE)
        : line * most(i) * most(j) / (WHOLE * WHOLE);
  }

  /** The most that B of an area may be. */
  private int most(int area) {
    return Math.min(WHOLE, tenths[area] + 1);
  }
}
