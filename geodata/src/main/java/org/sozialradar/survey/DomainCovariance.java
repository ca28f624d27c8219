package org.sozialradar.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Covariance of the means of two domains of one sample, for comparing them. Domains that share
 * respondents (a town and its district) or sampling units have one; the means of areas that share
 * neither, in a sample without strata of few units, have next to none.
 *
 * <p>With the linearised deviations u of the first and v of the second domain, both 0 outside it:
 * Σ_h (1 − f_h) · n_h/(n_h − 1) · Σ_c (u_hc − ū_h)(v_hc − v̄_h), as in {@link WeightedEstimator}. A
 * stratum of a single unit counts u·v.
 */
public final class DomainCovariance {
  private final SampleColumns sample;
  private final double[] scores;

  /**
   * Covariances of means of the same scores.
   *
   * @param scores score of each respondent; NaN for missing; not to be changed afterwards
   */
  public DomainCovariance(SampleColumns sample, double[] scores) {
    if (sample.respondents() != scores.length) {
      throw new IllegalArgumentException(
          scores.length + " scores for " + sample.respondents() + " respondents");
    }
    this.sample = sample;
    this.scores = scores.clone();
  }

  /**
   * The covariance of the means of two domains.
   *
   * @param first whether a respondent belongs to the first domain
   * @param second and to the second
   * @return the covariance; 0 if nobody of one of the domains answered
   */
  public double of(IntPredicate first, IntPredicate second) {
    double[] u = unitSums(first);
    double[] v = unitSums(second);
    int[] stratumOf = strataOfUnits();
    var products = new double[sample.strata()];
    var firstSums = new double[sample.strata()];
    var secondSums = new double[sample.strata()];
    for (int c = 0; c < u.length; c++) {
      products[stratumOf[c]] += u[c] * v[c];
      firstSums[stratumOf[c]] += u[c];
      secondSums[stratumOf[c]] += v[c];
    }
    double covariance = 0;
    for (int h = 0; h < products.length; h++) {
      covariance += ofStratum(h, products[h], firstSums[h] * secondSums[h]);
    }
    return covariance;
  }

  /**
   * The covariance of the mean of each part with the mean of the whole that holds it, such as towns
   * with their districts. One pass over the respondents, and one over the units for each whole.
   *
   * @param parts domains
   * @param wholes domains that each hold all respondents of their parts
   * @return by number of the part; 0 for a part without respondents or without a whole
   * @throws IllegalArgumentException if respondents of a part belong to different wholes
   */
  public double[] withHolders(Domains parts, Domains wholes) {
    int[][] ofPart = members(parts);
    int[][] ofWhole = members(wholes);
    var covariances = new double[parts.count()];
    var partsOfWhole = new ArrayList<List<Integer>>();
    IntStream.range(0, wholes.count()).forEach(whole -> partsOfWhole.add(new ArrayList<>()));
    for (int part = 0; part < parts.count(); part++) {
      int whole = holder(ofPart[part], wholes);
      if (whole != Domains.NONE) {
        partsOfWhole.get(whole).add(part);
      }
    }
    var u = new double[sample.units()];
    for (int whole = 0; whole < wholes.count(); whole++) {
      if (!partsOfWhole.get(whole).isEmpty()) {
        var v = new double[sample.units()];
        addDeviations(ofWhole[whole], v);
        double[] sums = stratumSums(ofWhole[whole]);
        for (int part : partsOfWhole.get(whole)) {
          covariances[part] = covariance(ofPart[part], u, v, sums);
        }
      }
    }
    return covariances;
  }

  /** The respondents of each domain who count. */
  private int[][] members(Domains domains) {
    var sizes = new int[domains.count()];
    for (int r = 0; r < scores.length; r++) {
      if (answers(r) && domains.of(r) != Domains.NONE) {
        sizes[domains.of(r)]++;
      }
    }
    var members = new int[domains.count()][];
    for (int d = 0; d < sizes.length; d++) {
      members[d] = new int[sizes[d]];
    }
    for (int r = scores.length - 1; r >= 0; r--) {
      if (answers(r) && domains.of(r) != Domains.NONE) {
        int domain = domains.of(r);
        members[domain][--sizes[domain]] = r;
      }
    }
    return members;
  }

  private static int holder(int[] members, Domains wholes) {
    int whole = members.length == 0 ? Domains.NONE : wholes.of(members[0]);
    for (int r : members) {
      if (wholes.of(r) != whole) {
        throw new IllegalArgumentException("a part lies in several wholes");
      }
    }
    return whole;
  }

  /** The mean's weight and value over respondents. */
  private double[] moments(int[] members) {
    double weight = 0;
    double weighted = 0;
    for (int r : members) {
      weight += sample.weight(r);
      weighted += sample.weight(r) * scores[r];
    }
    return new double[] {weight, weighted / weight};
  }

  private void addDeviations(int[] members, double[] ofUnits) {
    double[] moments = moments(members);
    for (int r : members) {
      ofUnits[sample.unit(r)] += deviation(r, moments);
    }
  }

  private double deviation(int respondent, double[] moments) {
    return sample.weight(respondent) * (scores[respondent] - moments[1]) / moments[0];
  }

  private double[] stratumSums(int[] members) {
    double[] moments = moments(members);
    var sums = new double[sample.strata()];
    for (int r : members) {
      sums[sample.stratum(r)] += deviation(r, moments);
    }
    return sums;
  }

  /** Leaves the deviations of the part, which are all 0, as they were. */
  private double covariance(int[] part, double[] u, double[] v, double[] wholeSums) {
    addDeviations(part, u);
    double[] sums = stratumSums(part);
    var products = new double[sample.strata()];
    for (int r : part) {
      int unit = sample.unit(r);
      products[sample.stratum(r)] += u[unit] * v[unit];
      u[unit] = 0;
    }
    double covariance = 0;
    for (int h = 0; h < sums.length; h++) {
      covariance += ofStratum(h, products[h], sums[h] * wholeSums[h]);
    }
    return covariance;
  }

  private double ofStratum(int stratum, double products, double productOfSums) {
    double n = sample.unitsOf(stratum);
    double part = n > 1 ? n / (n - 1) * (products - productOfSums / n) : products;
    return (1 - sample.fraction(stratum)) * part;
  }

  private int[] strataOfUnits() {
    var strata = new int[sample.units()];
    for (int r = 0; r < scores.length; r++) {
      strata[sample.unit(r)] = sample.stratum(r);
    }
    return strata;
  }

  /** Sums of linearised deviations per sampling unit. */
  private double[] unitSums(IntPredicate domain) {
    double weight = 0;
    double weighted = 0;
    for (int r = 0; r < scores.length; r++) {
      if (counts(domain, r)) {
        weight += sample.weight(r);
        weighted += sample.weight(r) * scores[r];
      }
    }
    var sums = new double[sample.units()];
    for (int r = 0; r < scores.length; r++) {
      if (counts(domain, r)) {
        sums[sample.unit(r)] += sample.weight(r) * (scores[r] - weighted / weight) / weight;
      }
    }
    return sums;
  }

  private boolean counts(IntPredicate domain, int respondent) {
    return answers(respondent) && domain.test(respondent);
  }

  private boolean answers(int respondent) {
    return sample.weight(respondent) > 0 && !Double.isNaN(scores[respondent]);
  }
}
