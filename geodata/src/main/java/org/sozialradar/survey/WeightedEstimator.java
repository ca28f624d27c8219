package org.sozialradar.survey;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Weighted means and proportions of domains with the variance of the sample's design.
 *
 * <p>Mean ȳ = Σwy/Σw over the respondents of the domain who answered. Its variance by Taylor
 * linearisation: u = w(y − ȳ)/Σw within the domain and 0 outside, all sampling units kept;
 *
 * <pre>V = Σ_h (1 − f_h) · n_h/(n_h − 1) · Σ_c (u_hc − ū_h)²</pre>
 *
 * <p>with u_hc the sum over sampling unit c of stratum h, n_h the stratum's units in the whole
 * sample and f_h the share of its units that was drawn. The 95 % interval of a mean is ȳ ± t·√V
 * with t on as many degrees of freedom as there are sampling units less strata, counted among those
 * that hold one of the domain's respondents: an area with ten respondents knows its error no better
 * than ten respondents can tell, however large the survey. For the whole sample that is units −
 * strata.
 *
 * <p>The interval of a proportion is Wilson's or the logit interval on Kish's effective size. In
 * clustered samples the size n/deff · (t_{n−1}/t_df)² is used where it is smaller, since weights
 * alone do not show that neighbours answer alike.
 *
 * <p>A domain that holds too few sampling units to compare (all its respondents are of one sample
 * point, so that V would be 0) is estimated from its respondents as units, and says so in {@link
 * DirectEstimate#basis}.
 *
 * <p>Limits: weights are taken as given; that they were raked is not taken into account, which as a
 * rule makes intervals slightly too wide. Only the first stage of sampling counts (the "ultimate
 * cluster" approximation). Nonresponse is not modelled.
 *
 * <p>Sources: Särndal, Swensson and Wretman (1992), Model assisted survey sampling, chapters 5 and
 * 10; Wolter (2007), Introduction to variance estimation, chapter 6; Korn and Graubard (1999),
 * Analysis of health surveys, chapters 2 and 5; Kish (1965), Survey sampling.
 *
 * <p>Domains are sorted once, each result is then one pass over the respondents. Safe for use by
 * several threads.
 */
public final class WeightedEstimator {
  private final SampleColumns sample;
  private final double[] weights;
  private final int[] order;
  private final int[] starts;
  private final StudentQuantiles quantiles = new StudentQuantiles();

  /**
   * An estimator for the domains of a sample.
   *
   * @param sample weights and design
   * @param domains which domain each respondent belongs to
   * @param lonelyUnits what to do with a stratum of one sampling unit
   * @throws InvalidSampleException {@code lonely-unit} if such a stratum is to be refused
   * @throws IllegalArgumentException if sample and domains are of different respondents
   */
  public WeightedEstimator(SampleColumns sample, Domains domains, LonelyUnits lonelyUnits) {
    if (sample.respondents() != domains.respondents()) {
      throw new IllegalArgumentException(
          domains.respondents() + " domains for " + sample.respondents() + " respondents");
    }
    if (lonelyUnits == LonelyUnits.REFUSE) {
      requireCompany(sample);
    }
    this.sample = sample;
    double greatest =
        IntStream.range(0, sample.respondents()).mapToDouble(sample::weight).max().orElseThrow();
    weights =
        IntStream.range(0, sample.respondents())
            .mapToDouble(r -> sample.weight(r) / greatest)
            .toArray();
    order = domains.ordered(sample);
    starts = new int[domains.count() + 1];
    for (int respondent : order) {
      starts[domains.of(respondent) + 1]++;
    }
    for (int domain = 0; domain < domains.count(); domain++) {
      starts[domain + 1] += starts[domain];
    }
  }

  private static void requireCompany(SampleColumns sample) {
    for (int h = 0; h < sample.strata(); h++) {
      if (sample.unitsOf(h) == 1 && sample.fraction(h) < 1) {
        String name = sample.stratumName(h);
        throw new InvalidSampleException(
            "lonely-unit",
            -1,
            "das Stratum „"
                + name
                + "“ hat nur eine Erhebungseinheit: seine Varianz lässt sich nicht schätzen; mit"
                + " einem ähnlichen Stratum zusammenlegen oder „centre-at-sample“ wählen",
            "the stratum '"
                + name
                + "' has a single sampling unit: its variance cannot be estimated; join it to a"
                + " like stratum or choose 'centre-at-sample'");
      }
    }
  }

  /**
   * Means of all domains.
   *
   * @param scores score of each respondent; NaN for missing
   */
  public DomainEstimates means(double[] scores) {
    return estimates(scores, this::ofMean);
  }

  /**
   * Proportions of all domains, 0..1.
   *
   * @param members 1 for respondents who count, 0 for those who do not, NaN for missing
   * @param interval kind of interval
   * @throws IllegalArgumentException if there is another number
   */
  public DomainEstimates proportions(double[] members, ProportionInterval interval) {
    for (double member : members) {
      if (member != 0 && member != 1 && !Double.isNaN(member)) {
        throw new IllegalArgumentException("neither 0 nor 1: " + member);
      }
    }
    return estimates(members, (slice, variance) -> ofProportion(slice, variance, interval));
  }

  private DomainEstimates estimates(
      double[] y, BiFunction<DomainSlice, DomainVariance, Optional<Interval>> interval) {
    if (y.length != sample.respondents()) {
      throw new IllegalArgumentException(
          y.length + " scores for " + sample.respondents() + " respondents");
    }
    return new DomainEstimates(
        IntStream.range(0, starts.length - 1)
            .mapToObj(d -> new DomainSlice(y, weights, order, starts[d], starts[d + 1]))
            .map(slice -> estimate(slice, interval)));
  }

  private Optional<DirectEstimate> estimate(
      DomainSlice slice, BiFunction<DomainSlice, DomainVariance, Optional<Interval>> intervalOf) {
    if (slice.respondents() == 0) {
      return Optional.empty();
    }
    var variance = DomainVariance.of(slice, sample);
    var interval = intervalOf.apply(slice, variance);
    return Optional.of(
        new DirectEstimate(
            slice.mean(),
            variance.value(),
            interval.map(Interval::lower).orElse(Double.NaN),
            interval.map(Interval::upper).orElse(Double.NaN),
            slice.respondents(),
            slice.kishSize(),
            variance.degreesOfFreedom(),
            slice.elementVariance(),
            variance.basis()));
  }

  /** Student's interval; none where all answers agree, see {@link DirectEstimate#hasInterval}. */
  private Optional<Interval> ofMean(DomainSlice slice, DomainVariance variance) {
    if (variance.degreesOfFreedom() == 0 || slice.elementVariance() == 0) {
      return Optional.empty();
    }
    double half = quantiles.at(variance.degreesOfFreedom()) * Math.sqrt(variance.value());
    return Optional.of(new Interval(slice.mean() - half, slice.mean() + half));
  }

  private Optional<Interval> ofProportion(
      DomainSlice slice, DomainVariance variance, ProportionInterval interval) {
    return variance.degreesOfFreedom() == 0
        ? Optional.empty()
        : Optional.of(interval.of(slice.mean(), intervalSize(slice, variance)));
  }

  /** Kish's size, or what the variance between sampling units leaves of it. */
  private double intervalSize(DomainSlice slice, DomainVariance variance) {
    double kish = slice.kishSize();
    if (!sample.isClustered()
        || variance.basis() == DirectEstimate.Basis.RESPONDENTS
        || variance.value() == 0) {
      return kish;
    }
    double t = quantiles.at(slice.respondents() - 1) / quantiles.at(variance.degreesOfFreedom());
    return Math.min(kish, slice.elementVariance() / variance.value() * t * t);
  }
}
