package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.sozialradar.disclosure.ResultRange;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.survey.DirectEstimate;
import org.sozialradar.survey.DomainEstimates;
import org.sozialradar.survey.SmoothedVariance;

/**
 * Direct estimates as disclosure control takes them: each with an interval within the range of the
 * result.
 *
 * <p>Where the answers of an area all agree, they tell nothing of their own error. Its interval
 * then comes from the variance that is pooled over the areas with enough respondents to be shown,
 * and is the whole range where there is none: agreement by chance must not pass for precision.
 */
final class ShownEstimates {
  private static final double UPPER_TAIL = 0.975;

  private ShownEstimates() {}

  /**
   * The estimates by number of the domain.
   *
   * @param enough respondents that a domain needs to be shown; the others stay out of the pool
   */
  static List<Estimate> of(DomainEstimates estimates, ResultRange range, int enough) {
    var pooled =
        pooled(estimates.list().stream().filter(one -> one.respondents() >= enough).toList());
    var shown = new ArrayList<Estimate>();
    for (int domain = 0; domain < estimates.count(); domain++) {
      shown.add(
          estimates
              .find(domain)
              .map(one -> estimate(one, range, pooled))
              .orElse(Estimate.missing(ObservationStatus.NO_ROW)));
    }
    return shown;
  }

  private static Optional<SmoothedVariance> pooled(List<DirectEstimate> estimates) {
    boolean tells =
        estimates.stream().anyMatch(one -> one.respondents() > 1 && one.elementVariance() > 0);
    return tells ? Optional.of(SmoothedVariance.of(estimates)) : Optional.empty();
  }

  private static Estimate estimate(
      DirectEstimate one, ResultRange range, Optional<SmoothedVariance> pooled) {
    double value = Math.max(range.lower(), Math.min(range.upper(), one.value()));
    double lower = range.lower();
    double upper = range.upper();
    if (one.hasInterval()) {
      lower = one.lower();
      upper = one.upper();
    } else if (pooled.isPresent() && one.respondents() > 1) {
      double half =
          new TDistribution(one.respondents() - 1.0).inverseCumulativeProbability(UPPER_TAIL)
              * Math.sqrt(pooled.get().of(one.respondents()));
      lower = value - half;
      upper = value + half;
    }
    return new Estimate(
        value,
        Math.min(value, Math.max(range.lower(), lower)),
        Math.max(value, Math.min(range.upper(), upper)),
        ObservationStatus.REPORTED);
  }
}
