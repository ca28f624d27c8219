package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;

/**
 * What is public of a fitted model: β̂, its covariance Q, A, the covariates, the predictions with
 * their intervals, and B = 1 − γ of each area between two bounds. Scenarios need no more; direct
 * values and sampling variances are not in it, so nothing that is computed from it depends on them
 * beyond what is published.
 *
 * <p>β and Q are on the model's scale and in the covariates' own units, predictions on the scale of
 * the result. Immutable.
 */
public final class PublishedFit {
  private final ModelScale scale;
  private final List<String> covariates;
  private final double[] beta;
  private final DMatrixRMaj q;
  private final double variance;
  private final double varianceOfVariance;
  private final List<AreaCode> areas;
  private final Map<AreaCode, Integer> index = new HashMap<>();
  private final double[] rows;
  private final List<Estimate> shown;
  private final double[] least;
  private final double[] most;
  private final double[] leverages;
  private final double largestLeverage;
  private final double[] lowest;
  private final double[] highest;

  private PublishedFit(Builder builder) {
    scale = builder.scale;
    covariates = builder.covariates;
    beta = builder.beta;
    q = builder.q;
    variance = builder.variance;
    varianceOfVariance = builder.varianceStandardError * builder.varianceStandardError;
    areas = List.copyOf(builder.areas);
    areas.forEach(area -> index.put(area, index.size()));
    rows = new double[areas.size() * beta.length];
    for (int i = 0; i < areas.size(); i++) {
      System.arraycopy(builder.rows.get(i), 0, rows, i * beta.length, beta.length);
    }
    shown = List.copyOf(builder.shown);
    least = builder.least.stream().mapToDouble(Double::doubleValue).toArray();
    most = builder.most.stream().mapToDouble(Double::doubleValue).toArray();
    leverages =
        IntStream.range(0, areas.size()).mapToDouble(i -> Design.quadratic(row(i), q)).toArray();
    largestLeverage = sampled().mapToDouble(i -> leverages[i]).max().orElse(0);
    lowest = extremes(1);
    highest = extremes(-1);
  }

  private double[] extremes(int sign) {
    return IntStream.range(0, covariates.size())
        .mapToDouble(
            j -> sign * sampled().mapToDouble(i -> sign * covariate(i, j)).min().orElse(Double.NaN))
        .toArray();
  }

  private IntStream sampled() {
    return IntStream.range(0, areas.size()).filter(this::isSampled);
  }

  /**
   * All of a fit that was just made; B is known exactly.
   *
   * @param published the levels as they are published, in the order of the input: {@link
   *     ModelFit#predictions()}, or these benchmarked
   * @throws ModelRefusedException {@code levels-miscounted}
   */
  public static PublishedFit of(ModelFit fit, List<Prediction> published) {
    var input = fit.input();
    if (!published.stream().map(Prediction::area).toList().equals(input.areas())) {
      throw new ModelRefusedException(
          "levels-miscounted",
          "Die Werte gehören nicht zu den Gebieten des Modells.",
          "The levels are not those of the model's areas.",
          List.of());
    }
    var builder =
        builder(input.scale(), input.covariates())
            .line(
                fit.coefficients().stream().map(Coefficient::value).toList(),
                fit.coefficientCovariance())
            .effects(fit.variance(), fit.varianceStandardError());
    for (int i = 0; i < input.size(); i++) {
      int place = i;
      double[] x =
          IntStream.range(0, input.covariates().size())
              .mapToDouble(j -> input.covariate(place, j))
              .toArray();
      double b = 1 - fit.gamma(i);
      builder.add(input.areas().get(i), published.get(i).toEstimate(), b, b, x);
    }
    return builder.build();
  }

  /**
   * Begins with what was written down.
   *
   * @param covariates names, without the constant
   */
  public static Builder builder(ModelScale scale, List<String> covariates) {
    return new Builder(scale, covariates);
  }

  /** Collects what is public; for use by one thread. */
  public static final class Builder {
    private final ModelScale scale;
    private final List<String> covariates;
    private final List<AreaCode> areas = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final List<Estimate> shown = new ArrayList<>();
    private final List<Double> least = new ArrayList<>();
    private final List<Double> most = new ArrayList<>();
    private double[] beta = {};
    private DMatrixRMaj q = new DMatrixRMaj(0, 0);
    private double variance = Double.NaN;
    private double varianceStandardError = Double.NaN;

    private Builder(ModelScale scale, List<String> covariates) {
      this.scale = scale;
      this.covariates = List.copyOf(covariates);
    }

    /**
     * β̂ and its covariance, the constant first.
     *
     * @throws IllegalArgumentException if they do not fit the covariates
     */
    public Builder line(List<Double> coefficients, List<List<Double>> covariance) {
      int terms = covariates.size() + 1;
      if (coefficients.size() != terms
          || covariance.size() != terms
          || covariance.stream().anyMatch(row -> row.size() != terms)) {
        throw new IllegalArgumentException("not the coefficients of " + covariates);
      }
      beta = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
      q = new DMatrixRMaj(terms, terms);
      for (int j = 0; j < terms; j++) {
        for (int k = 0; k < terms; k++) {
          q.set(j, k, covariance.get(j).get(k));
        }
      }
      return this;
    }

    /**
     * A with its standard error.
     *
     * @param variance &gt; 0
     */
    public Builder effects(double variance, double standardError) {
      this.variance = variance;
      varianceStandardError = standardError;
      return this;
    }

    /**
     * Adds an area.
     *
     * @param published its level with its 95 % interval
     * @param least the least that B may be, 0..1
     * @param most the most, 1 exactly for areas without a direct value
     * @param x its covariates
     * @throws IllegalArgumentException if a number is missing
     */
    public Builder add(AreaCode area, Estimate published, double least, double most, double... x) {
      boolean bounded = least >= 0 && least <= most && most <= 1;
      boolean finite = java.util.Arrays.stream(x).allMatch(Double::isFinite);
      if (!published.hasInterval() || !bounded || !finite || x.length != covariates.size()) {
        throw new IllegalArgumentException("not a prediction of the model: " + area);
      }
      var row = new double[x.length + 1];
      row[0] = 1;
      System.arraycopy(x, 0, row, 1, x.length);
      areas.add(area);
      rows.add(row);
      shown.add(published);
      this.least.add(least);
      this.most.add(most);
      return this;
    }

    /** The whole. */
    public PublishedFit build() {
      if (beta.length == 0 || areas.isEmpty() || !(variance > 0)) {
        throw new IllegalStateException("coefficients, A or areas not given");
      }
      return new PublishedFit(this);
    }
  }

  public ModelScale scale() {
    return scale;
  }

  /** Names of the covariates, without the constant. */
  public List<String> covariates() {
    return covariates;
  }

  /** The areas in their order. */
  public List<AreaCode> areas() {
    return areas;
  }

  /** Whether an area was predicted. */
  public boolean has(AreaCode area) {
    return index.containsKey(area);
  }

  /**
   * The place of an area in {@link #areas()}.
   *
   * @throws ModelRefusedException {@code area-unknown}
   */
  public int indexOf(AreaCode area) {
    var found = index.get(area);
    if (found == null) {
      throw new ModelRefusedException(
          "area-unknown",
          "Das Modell hat kein Gebiet " + area + ".",
          "The model has no area " + area + ".",
          List.of(area.value()));
    }
    return found;
  }

  /**
   * The place of a covariate in {@link #covariates()}.
   *
   * @throws ModelRefusedException {@code covariate-unknown}
   */
  public int covariateIndex(String name) {
    int found = covariates.indexOf(name);
    if (found < 0) {
      throw new ModelRefusedException(
          "covariate-unknown",
          "Das Modell hat kein Merkmal " + name + ".",
          "The model has no covariate " + name + ".",
          List.of(name));
    }
    return found;
  }

  /** A covariate of an area in its own unit. */
  public double covariate(int area, int covariate) {
    return rows[area * beta.length + covariate + 1];
  }

  /** Whether the prediction of an area rests on a direct value, too. */
  public boolean isSampled(int area) {
    return most[area] < 1 || least[area] < 1;
  }

  /** Smallest value of a covariate among the areas with a direct value. */
  public double lowest(int covariate) {
    return lowest[covariate];
  }

  /** Largest value of a covariate among the areas with a direct value. */
  public double highest(int covariate) {
    return highest[covariate];
  }

  /**
   * The value of a covariate that a share of all areas lies below (quantile of type 7).
   *
   * @param share 0..1
   */
  public double quantile(int covariate, double share) {
    double[] sorted =
        IntStream.range(0, areas.size())
            .mapToDouble(i -> covariate(i, covariate))
            .sorted()
            .toArray();
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Level of an area as it is published. */
  public Estimate shown(int area) {
    return shown.get(area);
  }

  /** (1, x') of an area. */
  double[] row(int area) {
    var row = new double[beta.length];
    System.arraycopy(rows, area * beta.length, row, 0, row.length);
    return row;
  }

  double beta(int term) {
    return beta[term];
  }

  int terms() {
    return beta.length;
  }

  /** Q, not to be changed. */
  DMatrixRMaj covariance() {
    return q;
  }

  double variance() {
    return variance;
  }

  double largestLeverage() {
    return largestLeverage;
  }

  double leastOfLine(int area) {
    return least[area];
  }

  double mostOfLine(int area) {
    return most[area];
  }

  /** B, in the middle of what it may be. */
  double ofLine(int area) {
    return (least[area] + most[area]) / 2;
  }

  /** What stays unknown of the area effect: γψ = BA. */
  double effectVariance(int area) {
    return ofLine(area) * variance;
  }

  /** 2g₃ on the model's scale: what the estimation of A adds. */
  double errorOfVariance(int area) {
    double b = ofLine(area);
    return 2 * b * b * varianceOfVariance * (1 - b) / variance;
  }

  /** Centre of a prediction on the model's scale, from its published level. */
  double centre(int area) {
    double value = shown.get(area).value();
    if (scale == ModelScale.IDENTITY) {
      return value;
    }
    double cosine = (1 - 2 * value) * Math.exp(2 * effectVariance(area));
    return Math.acos(Math.max(-1, Math.min(1, cosine))) / 2;
  }

  /** The longer side of the published interval on the model's scale. */
  double halfWidth(int area) {
    var one = shown.get(area);
    double centre = centre(area);
    return scale == ModelScale.IDENTITY
        ? Math.max(one.value() - one.lower(), one.upper() - one.value())
        : Math.max(
            centre - ArcsineModel.transform(one.lower()),
            ArcsineModel.transform(one.upper()) - centre);
  }
}
