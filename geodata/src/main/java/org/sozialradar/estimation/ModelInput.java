package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.area.AreaCode;
import org.sozialradar.survey.DirectEstimate;
import org.sozialradar.survey.SmoothedVariance;

/**
 * What a model is fitted to: areas with their covariates, and direct values with sampling variances
 * where these may be published.
 *
 * <p><b>Contract on disclosure.</b> An area whose direct value is suppressed is given by {@link
 * Builder#hidden}, which takes no value and no variance: nothing that is computed from this input,
 * for any area, can depend on them. Whoever pools sampling variances (methods, section 2) leaves
 * hidden areas out of the pool as well.
 *
 * <p>The constant is added by the model and is not a covariate. Immutable.
 */
public final class ModelInput {
  private final ModelScale scale;
  private final List<String> covariates;
  private final List<AreaCode> areas;
  private final List<AreaRole> roles;
  private final double[] values;
  private final double[] variances;
  private final double[] x;
  private final Map<AreaCode, Integer> index;

  private ModelInput(Builder builder) {
    scale = builder.scale;
    covariates = builder.covariates;
    areas = List.copyOf(builder.areas);
    roles = List.copyOf(builder.roles);
    values = unbox(builder.values);
    variances = unbox(builder.variances);
    x = new double[areas.size() * covariates.size()];
    for (int i = 0; i < areas.size(); i++) {
      System.arraycopy(builder.rows.get(i), 0, x, i * covariates.size(), covariates.size());
    }
    index = new HashMap<>();
    for (int i = 0; i < areas.size(); i++) {
      index.put(areas.get(i), i);
    }
  }

  /**
   * A model of means: direct values in their unit, with sampling variances in its square.
   *
   * @param covariates names, distinct, without the constant
   */
  public static Builder means(List<String> covariates) {
    return new Builder(ModelScale.IDENTITY, covariates);
  }

  /**
   * A model of proportions on the arcsine scale: direct values 0..1, with effective sample sizes.
   */
  public static Builder proportions(List<String> covariates) {
    return new Builder(ModelScale.ARCSINE, covariates);
  }

  public ModelScale scale() {
    return scale;
  }

  /** Names of the covariates, without the constant. */
  public List<String> covariates() {
    return covariates;
  }

  /** All areas in the order in which they were given. */
  public List<AreaCode> areas() {
    return areas;
  }

  public int size() {
    return areas.size();
  }

  public AreaRole role(int area) {
    return roles.get(area);
  }

  public boolean isSampled(int area) {
    return roles.get(area) == AreaRole.SAMPLED;
  }

  /** Number of areas with a direct value that may be used. */
  public int sampled() {
    return (int) roles.stream().filter(role -> role == AreaRole.SAMPLED).count();
  }

  /**
   * The place of an area in {@link #areas()}.
   *
   * @throws ModelRefusedException {@code area-unknown}
   */
  public int indexOf(AreaCode area) {
    Integer found = index.get(area);
    if (found == null) {
      throw new ModelRefusedException(
          "area-unknown",
          "Das Modell hat kein Gebiet " + area + ".",
          "The model has no area " + area + ".",
          List.of(area.value()));
    }
    return found;
  }

  /** A covariate of an area in its own unit. */
  public double covariate(int area, int covariate) {
    return x[area * covariates.size() + covariate];
  }

  /** Direct value on the model's scale; NaN where the area is not sampled. */
  double value(int area) {
    return values[area];
  }

  /** Sampling variance on the model's scale; NaN where the area is not sampled. */
  double variance(int area) {
    return variances[area];
  }

  private static double[] unbox(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Collects areas; used by one thread. */
  public static final class Builder {
    private final ModelScale scale;
    private final List<String> covariates;
    private final List<AreaCode> areas = new ArrayList<>();
    private final List<AreaRole> roles = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private final List<Double> variances = new ArrayList<>();
    private final List<double[]> rows = new ArrayList<>();
    private final Set<AreaCode> known = new HashSet<>();

    private Builder(ModelScale scale, List<String> covariates) {
      this.scale = scale;
      this.covariates = List.copyOf(covariates);
      if (new HashSet<>(covariates).size() < covariates.size()) {
        throw new ModelRefusedException(
            "covariate-twice",
            "Ein Merkmal ist doppelt genannt.",
            "A covariate is named twice.",
            this.covariates);
      }
    }

    /**
     * An area with a direct value that may be published.
     *
     * @param value the mean in its unit, or the proportion 0..1
     * @param precision for means the sampling variance, for proportions the effective sample size;
     *     finite, &gt; 0
     * @param x covariates in the order of their names; NaN where missing (the gates refuse it)
     * @throws ModelRefusedException {@code direct-value-invalid}, {@code precision-invalid}, {@code
     *     area-twice}, {@code covariates-miscounted}
     */
    public Builder sampled(AreaCode area, double value, double precision, double... x) {
      boolean proportion = scale == ModelScale.ARCSINE;
      if (!Double.isFinite(value) || (proportion && (value < 0 || value > 1))) {
        throw refused(
            "direct-value-invalid",
            area,
            "hat keinen gültigen direkten Wert",
            "has no valid direct value");
      }
      if (!(precision > 0 && Double.isFinite(precision))) {
        throw refused(
            "precision-invalid",
            area,
            "hat keine positive Stichprobenvarianz oder Fallzahl",
            "has no positive sampling variance or size");
      }
      return add(
          area,
          AreaRole.SAMPLED,
          proportion ? ArcsineModel.transform(value) : value,
          proportion ? ArcsineModel.variance(precision) : precision,
          x);
    }

    /**
     * An area with a direct estimate that may be published, its variance smoothed over areas: ψ =
     * deff · s²/n for means, n_eff = n/deff for proportions.
     *
     * @param smoothed pooled over areas that are not hidden
     * @param x covariates in the order of their names; NaN where missing
     */
    public Builder sampled(
        AreaCode area, DirectEstimate direct, SmoothedVariance smoothed, double... x) {
      double precision =
          scale == ModelScale.ARCSINE
              ? direct.respondents() / smoothed.pooledDesignEffect()
              : smoothed.of(direct.respondents());
      return sampled(area, direct.value(), precision, x);
    }

    /** An area where nobody answered. */
    public Builder withoutRespondents(AreaCode area, double... x) {
      return add(area, AreaRole.WITHOUT_RESPONDENTS, Double.NaN, Double.NaN, x);
    }

    /** An area whose direct value is suppressed: value and size are not taken. */
    public Builder hidden(AreaCode area, double... x) {
      return add(area, AreaRole.HIDDEN, Double.NaN, Double.NaN, x);
    }

    public ModelInput build() {
      return new ModelInput(this);
    }

    private Builder add(AreaCode area, AreaRole role, double value, double variance, double[] x) {
      if (x.length != covariates.size()) {
        throw refused(
            "covariates-miscounted",
            area,
            "hat eine andere Zahl von Merkmalen",
            "has another number of covariates");
      }
      if (!known.add(area)) {
        throw refused(
            "area-twice", area, "steht doppelt in der Eingabe", "stands in the input twice");
      }
      areas.add(area);
      roles.add(role);
      values.add(value);
      variances.add(variance);
      rows.add(x.clone());
      return this;
    }

    private static ModelRefusedException refused(String code, AreaCode area, String de, String en) {
      return new ModelRefusedException(
          code,
          "Gebiet " + area + " " + de + ".",
          "Area " + area + " " + en + ".",
          List.of(area.value()));
    }
  }
}
