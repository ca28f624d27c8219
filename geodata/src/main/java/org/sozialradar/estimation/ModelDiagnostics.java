package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.sozialradar.area.AreaCode;

/**
 * Checks of a fitted model. Only areas with a direct value that may be published enter.
 *
 * <p>Leaving an area out needs no new fit: with A kept, y_i − x_i'β̂_(i) = (y_i − x_i'β̂)/(1 −
 * h_i), h_i = x_i'Qx_i/(A + ψ_i), and its variance is (A + ψ_i)/(1 − h_i). A itself is not
 * estimated anew; with one area of many left out it hardly moves.
 *
 * <p>Immutable.
 */
public final class ModelDiagnostics {
  /** Half widths of normal intervals in standard errors, by their share. */
  private static final Map<Double, Double> INTERVALS =
      Map.of(0.5, 0.6744897501960817, 0.8, 1.2815515655446004, 0.95, ModelFit.NORMAL_95);

  private final ModelFit fit;
  private final List<AreaDiagnostic> areas;
  private final double naiveError;

  private ModelDiagnostics(ModelFit fit) {
    this.fit = fit;
    int[] sampled = fit.design().sampled();
    areas = IntStream.of(sampled).mapToObj(this::area).toList();
    double[] direct = IntStream.of(sampled).mapToDouble(this::direct).toArray();
    double mean = DoubleStream.of(direct).average().orElseThrow();
    double grow = direct.length / (direct.length - 1.0);
    naiveError = rootMeanSquare(DoubleStream.of(direct).map(y -> grow * (y - mean)));
  }

  public static ModelDiagnostics of(ModelFit fit) {
    return new ModelDiagnostics(fit);
  }

  /** The sampled areas in the order of the input. */
  public List<AreaDiagnostic> areas() {
    return areas;
  }

  /** √ mean (direct value − prediction without the area)², on the scale of the result. */
  public double leaveOneOutError() {
    return rootMeanSquare(areas.stream().mapToDouble(AreaDiagnostic::error));
  }

  /** Mean |direct value − prediction without the area|. */
  public double leaveOneOutAbsoluteError() {
    return areas.stream().mapToDouble(area -> Math.abs(area.error())).average().orElseThrow();
  }

  /**
   * The same error as {@link #leaveOneOutError} if each area is predicted by the mean of the
   * others: what the covariates must beat.
   */
  public double naiveLeaveOneOutError() {
    return naiveError;
  }

  /** Intervals of 50, 80 and 95 %, in this order. */
  public List<Calibration> calibration() {
    return INTERVALS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new Calibration(entry.getKey(), inside(entry.getValue())))
        .toList();
  }

  /** 1/(1 − R²) of each covariate on the others, in their order; above 10 coefficients blur. */
  public List<Double> varianceInflation() {
    DMatrixRMaj correlations = fit.design().correlations();
    var inverse = new DMatrixRMaj(correlations.numRows, correlations.numRows);
    if (correlations.numRows > 0 && !CommonOps_DDRM.invert(correlations, inverse)) {
      throw new IllegalStateException("correlations of checked covariates are singular");
    }
    return IntStream.range(0, inverse.numRows).mapToObj(j -> inverse.get(j, j)).toList();
  }

  /** Areas whose covariates lie further out than those of any sampled area, by x'Qx. */
  public List<AreaCode> extrapolated() {
    return fit.predictions().stream()
        .filter(Prediction::extrapolated)
        .map(Prediction::area)
        .toList();
  }

  /**
   * Moran's I of the standardised residuals: whether neighbours err alike, which the model denies.
   *
   * @param permutations ≥ 1; 999 is usual
   * @param seed of the permutations
   */
  public Optional<MoransI> residualMoransI(NeighbourList neighbours, int permutations, long seed) {
    var residuals = new LinkedHashMap<AreaCode, Double>();
    areas.forEach(area -> residuals.put(area.area(), area.standardisedResidual()));
    return MoransI.of(residuals, neighbours, permutations, seed);
  }

  private AreaDiagnostic area(int i) {
    double weight = fit.weight(i);
    double free = 1 - fit.leverage(i) * weight;
    double residual = fit.residual(i);
    double without = fit.input().value(i) - residual / free;
    boolean identity = fit.input().scale() == ModelScale.IDENTITY;
    double prediction = identity ? without : ArcsineModel.backMean(without, fit.variance());
    return new AreaDiagnostic(
        fit.input().areas().get(i),
        residual / Math.sqrt(free / weight),
        prediction,
        direct(i) - prediction);
  }

  private double direct(int i) {
    return fit.input().scale().back(fit.input().value(i));
  }

  private double inside(double half) {
    return share(area -> Math.abs(area.standardisedResidual()) - half);
  }

  /** Share of areas where a value is not positive. */
  private double share(ToDoubleFunction<AreaDiagnostic> value) {
    var inside = new ArrayList<AreaDiagnostic>(areas);
    inside.removeIf(area -> value.applyAsDouble(area) > 0);
    return (double) inside.size() / areas.size();
  }

  private static double rootMeanSquare(DoubleStream errors) {
    return Math.sqrt(errors.map(e -> e * e).average().orElseThrow());
  }
}
