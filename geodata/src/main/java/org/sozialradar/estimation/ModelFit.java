package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sozialradar.area.AreaCode;

/**
 * A fitted model: coefficients with their covariance, the variance of the area effects, and the
 * predictions of all areas. Immutable; made by {@link FayHerriot}.
 *
 * <p>β, its covariance and A are on the model's scale (for proportions the arcsine scale) and in
 * the covariates' own units; predictions are on the scale of the result.
 */
public final class ModelFit {
  /** Half width of a normal 95 % interval in standard errors. */
  static final double NORMAL_95 = 1.959963984540054;

  private final Design design;
  private final double variance;
  private final FitMethod method;
  private final int steps;
  private final double logLikelihood;
  private final double[] standardised;
  private final DMatrixRMaj q;
  private final double[] leverages;
  private final double largestLeverage;
  private final double varianceOfVariance;

  ModelFit(Design design, VarianceSearch.Found found) {
    this.design = design;
    variance = found.at().variance;
    method = found.method();
    steps = found.steps();
    logLikelihood = found.at().logLikelihood;
    standardised = found.at().coefficients.clone();
    q = found.at().q;
    leverages =
        IntStream.range(0, input().size()).mapToDouble(i -> design.quadratic(i, q)).toArray();
    largestLeverage = IntStream.of(design.sampled()).mapToDouble(i -> leverages[i]).max().orElse(0);
    varianceOfVariance =
        2 / IntStream.of(design.sampled()).mapToDouble(i -> square(weight(i))).sum();
  }

  public ModelInput input() {
    return design.input();
  }

  /**
   * How A was found; {@link FitMethod#ADJUSTED_REML} says that the restricted likelihood ended at
   * 0.
   */
  public FitMethod method() {
    return method;
  }

  /** Evaluations of the likelihood until A was found. */
  public int steps() {
    return steps;
  }

  /** A, the variance of the area effects, &gt; 0. */
  public double variance() {
    return variance;
  }

  /** Asymptotic standard error of A. */
  public double varianceStandardError() {
    return Math.sqrt(varianceOfVariance);
  }

  /** Restricted log-likelihood at A, less its constant. */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Number of coefficients, the constant included. */
  public int terms() {
    return design.columns();
  }

  /** β̂, the constant first, then in the order of the covariates. */
  public List<Coefficient> coefficients() {
    double[] beta = originalScale(standardised);
    beta[0] += design.valueMean();
    var list = new ArrayList<Coefficient>();
    DMatrixRMaj covariance = covariance();
    for (int j = 0; j < beta.length; j++) {
      String term = j == 0 ? Coefficient.CONSTANT : input().covariates().get(j - 1);
      double error = Math.sqrt(covariance.get(j, j));
      double half = NORMAL_95 * error;
      list.add(new Coefficient(term, beta[j], error, beta[j] - half, beta[j] + half));
    }
    return List.copyOf(list);
  }

  /** Q, the covariance of β̂, row by row in the order of {@link #coefficients()}. */
  public List<List<Double>> coefficientCovariance() {
    DMatrixRMaj covariance = covariance();
    return IntStream.range(0, terms())
        .mapToObj(j -> IntStream.range(0, terms()).mapToObj(k -> covariance.get(j, k)).toList())
        .toList();
  }

  /** All areas in the order of the input. */
  public List<Prediction> predictions() {
    return IntStream.range(0, input().size()).mapToObj(this::prediction).toList();
  }

  /**
   * The prediction of an area.
   *
   * @throws ModelRefusedException {@code area-unknown}
   */
  public Prediction prediction(AreaCode area) {
    return prediction(input().indexOf(area));
  }

  /** The prediction of an area by its place in the input. */
  public Prediction prediction(int area) {
    double centre = centre(area);
    double error = meanSquaredError(area);
    double half = NORMAL_95 * Math.sqrt(error);
    boolean extrapolated = leverages[area] > largestLeverage;
    AreaRole role = input().role(area);
    AreaCode code = input().areas().get(area);
    if (input().scale() == ModelScale.IDENTITY) {
      return new Prediction(
          code, role, centre, error, centre - half, centre + half, gamma(area), extrapolated);
    }
    double clipped = ArcsineModel.clip(centre);
    double value = ArcsineModel.backMean(clipped, effectVariance(area));
    return new Prediction(
        code,
        role,
        value,
        ArcsineModel.backMeanSquaredError(clipped, error, value),
        Math.min(value, ArcsineModel.back(clipped - half)),
        Math.max(value, ArcsineModel.back(clipped + half)),
        gamma(area),
        extrapolated);
  }

  /** x'β̂ on the model's scale. */
  double line(int area) {
    return design.valueMean() + design.dot(area, standardised);
  }

  /** y − x'β̂ of a sampled area. */
  double residual(int area) {
    return design.centredValue(area) - design.dot(area, standardised);
  }

  /** EBLUP or x'β̂ on the model's scale. */
  double centre(int area) {
    return input().isSampled(area) ? line(area) + gamma(area) * residual(area) : line(area);
  }

  double gamma(int area) {
    return input().isSampled(area) ? variance * weight(area) : 0;
  }

  /** 1/(A + ψ) of a sampled area. */
  double weight(int area) {
    return 1 / (variance + input().variance(area));
  }

  /** x'Qx. */
  double leverage(int area) {
    return leverages[area];
  }

  double largestLeverage() {
    return largestLeverage;
  }

  /** What stays unknown of the area effect once y and β are known: g1, or A without y. */
  double effectVariance(int area) {
    return input().isSampled(area) ? gamma(area) * input().variance(area) : variance;
  }

  /** Mean squared error on the model's scale. */
  double meanSquaredError(int area) {
    if (!input().isSampled(area)) {
      return variance + leverages[area];
    }
    double b = 1 - gamma(area);
    double g3 = b * b * varianceOfVariance * weight(area);
    return effectVariance(area) + b * b * leverages[area] + 2 * g3;
  }

  Design design() {
    return design;
  }

  /** β̂ of the standardised covariates, for values less their mean. */
  double[] standardised() {
    return standardised.clone();
  }

  /** Q of the standardised covariates. */
  DMatrixRMaj standardisedCovariance() {
    return q.copy();
  }

  /** Coefficients of standardised covariates brought to the covariates' own units. */
  double[] originalScale(double[] coefficients) {
    double[] beta = coefficients.clone();
    for (int j = 1; j < beta.length; j++) {
      beta[j] /= design.deviation(j - 1);
      beta[0] -= beta[j] * design.mean(j - 1);
    }
    return beta;
  }

  private DMatrixRMaj covariance() {
    int p = terms();
    DMatrixRMaj back = CommonOps_DDRM.identity(p);
    for (int j = 1; j < p; j++) {
      back.set(j, j, 1 / design.deviation(j - 1));
      back.set(0, j, -design.mean(j - 1) / design.deviation(j - 1));
    }
    var left = new DMatrixRMaj(p, p);
    CommonOps_DDRM.mult(back, q, left);
    var covariance = new DMatrixRMaj(p, p);
    CommonOps_DDRM.multTransB(left, back, covariance);
    return covariance;
  }

  private static double square(double value) {
    return value * value;
  }
}
