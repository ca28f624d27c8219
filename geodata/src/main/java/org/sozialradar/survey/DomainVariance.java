package org.sozialradar.survey;

import org.sozialradar.survey.DirectEstimate.Basis;

/**
 * Linearised variance of a domain's mean.
 *
 * @param value the variance
 * @param degreesOfFreedom units less strata among those that hold a respondent of the domain
 * @param basis design, or respondents where the domain holds too few units to compare
 */
record DomainVariance(double value, int degreesOfFreedom, Basis basis) {

  static DomainVariance of(DomainSlice slice, SampleColumns sample) {
    var sums = new UnitSums(sample);
    for (int p = slice.from(); p < slice.to(); p++) {
      if (slice.counts(p)) {
        sums.add(slice.respondentAt(p), slice.deviation(p));
      }
    }
    sums.closeStratum();
    return sums.units - sums.strata >= 1
        ? new DomainVariance(sums.variance, sums.units - sums.strata, Basis.DESIGN)
        : ofRespondents(slice);
  }

  private static DomainVariance ofRespondents(DomainSlice slice) {
    double squares = 0;
    for (int p = slice.from(); p < slice.to(); p++) {
      if (slice.counts(p)) {
        squares += slice.deviation(p) * slice.deviation(p);
      }
    }
    int n = slice.respondents();
    return new DomainVariance(n < 2 ? 0 : squares * n / (n - 1), n - 1, Basis.RESPONDENTS);
  }

  /** Sums of deviations per unit and stratum; respondents come ordered by stratum and unit. */
  private static final class UnitSums {
    private final SampleColumns sample;
    private int stratum = -1;
    private int unit = -1;
    private double unitSum;
    private double stratumSum;
    private double stratumSquares;
    private int units;
    private int strata;
    private double variance;

    UnitSums(SampleColumns sample) {
      this.sample = sample;
    }

    void add(int respondent, double deviation) {
      if (sample.unit(respondent) != unit) {
        closeUnit();
        if (sample.stratum(respondent) != stratum) {
          closeStratum();
          stratum = sample.stratum(respondent);
          strata++;
        }
        unit = sample.unit(respondent);
        units++;
      }
      unitSum += deviation;
    }

    private void closeUnit() {
      stratumSum += unitSum;
      stratumSquares += unitSum * unitSum;
      unitSum = 0;
    }

    /** Adds (1 − f) n/(n − 1) · Σ(u − ū)² over all n units of the stratum, absent ones being 0. */
    void closeStratum() {
      closeUnit();
      if (stratum < 0) {
        return;
      }
      double n = sample.unitsOf(stratum);
      double part =
          n > 1
              ? n / (n - 1) * Math.max(0, stratumSquares - stratumSum * stratumSum / n)
              : stratumSquares;
      variance += (1 - sample.fraction(stratum)) * part;
      stratumSum = 0;
      stratumSquares = 0;
    }
  }
}
