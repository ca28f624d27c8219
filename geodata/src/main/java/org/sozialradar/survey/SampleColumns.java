package org.sozialradar.survey;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How each respondent of a sample came into it: weight, stratum and primary sampling unit. Columns;
 * immutable; safe for use by several threads.
 *
 * <p>Units are nested in strata: a unit of the same name in two strata is two units. Weights are
 * finite, none negative, some above 0; only their ratios matter.
 */
public final class SampleColumns {
  private final double[] weights;
  private final int[] strata;
  private final int[] units;
  private final String[] stratumNames;
  private final int[] unitsOfStratum;
  private final double[] fractions;

  private SampleColumns(double[] weights, String[] strata, String[] units, double[] population) {
    this.weights = weights.clone();
    requireWeights();
    int n = weights.length;
    this.strata = new int[n];
    this.units = new int[n];
    var stratumIds = new HashMap<String, Integer>();
    var unitIds = new HashMap<List<String>, Integer>();
    var firstRows = new int[n];
    for (int r = 0; r < n; r++) {
      this.strata[r] = number(stratumIds, strata[r]);
      int known = unitIds.size();
      this.units[r] = number(unitIds, List.of(strata[r], units[r]));
      if (this.units[r] == known) {
        firstRows[known] = r;
      }
    }
    stratumNames = new String[stratumIds.size()];
    stratumIds.forEach((name, id) -> stratumNames[id] = name);
    unitsOfStratum = new int[stratumNames.length];
    for (int u = 0; u < unitIds.size(); u++) {
      unitsOfStratum[this.strata[firstRows[u]]]++;
    }
    fractions = fractions(population);
  }

  private static <K> int number(Map<K, Integer> ids, K key) {
    return ids.computeIfAbsent(key, unseen -> ids.size());
  }

  /**
   * A sample without a design: every respondent is a unit of one stratum.
   *
   * @param weights weight of each respondent
   * @throws InvalidSampleException {@code sample-empty}, {@code weight-invalid}, {@code
   *     weights-all-zero}
   */
  public static SampleColumns simple(double[] weights) {
    return designed(weights, new String[0], new String[0], new double[0]);
  }

  /**
   * A sample with strata and sampling units. An empty array stands for a role that the design does
   * not have.
   *
   * @param weights weight of each respondent
   * @param strata stratum of each respondent; empty for one stratum
   * @param units primary sampling unit of each respondent; empty if each is one
   * @param population number of units that the respondent's stratum has in the population, the same
   *     throughout a stratum; empty for no finite population correction
   * @throws InvalidSampleException {@code sample-empty}, {@code weight-invalid}, {@code
   *     weights-all-zero}, {@code population-units-invalid}, {@code population-units-differ}
   * @throws IllegalArgumentException if columns differ in length
   */
  public static SampleColumns designed(
      double[] weights, String[] strata, String[] units, double[] population) {
    int n = weights.length;
    for (int length : List.of(strata.length, units.length, population.length)) {
      if (length != 0 && length != n) {
        throw new IllegalArgumentException("columns of " + n + " and " + length + " respondents");
      }
    }
    var oneStratum = new String[n];
    Arrays.fill(oneStratum, "");
    var ownUnits = new String[n];
    Arrays.setAll(ownUnits, Integer::toString);
    return new SampleColumns(
        weights,
        strata.length == 0 ? oneStratum : strata,
        units.length == 0 ? ownUnits : units,
        population);
  }

  /** The same design with other weights, such as raked ones. */
  public SampleColumns withWeights(double[] other) {
    if (other.length != weights.length) {
      throw new IllegalArgumentException(other.length + " weights for " + weights.length);
    }
    return new SampleColumns(this, other.clone());
  }

  private SampleColumns(SampleColumns design, double[] weights) {
    this.weights = weights;
    strata = design.strata;
    units = design.units;
    stratumNames = design.stratumNames;
    unitsOfStratum = design.unitsOfStratum;
    fractions = design.fractions;
    requireWeights();
  }

  private void requireWeights() {
    if (weights.length == 0) {
      throw new InvalidSampleException(
          "sample-empty", -1, "es gibt keine Befragten", "there are no respondents");
    }
    for (int r = 0; r < weights.length; r++) {
      if (!(weights[r] >= 0 && weights[r] <= Double.MAX_VALUE)) {
        throw new InvalidSampleException(
            "weight-invalid",
            r,
            "ein Gewicht ist negativ oder keine Zahl",
            "a weight is negative or no number");
      }
    }
    if (Arrays.stream(weights).allMatch(weight -> weight == 0)) {
      throw new InvalidSampleException(
          "weights-all-zero", -1, "alle Gewichte sind 0", "all weights are 0");
    }
  }

  private double[] fractions(double[] population) {
    var result = new double[stratumNames.length];
    var size = new double[stratumNames.length];
    for (int r = 0; r < population.length; r++) {
      int stratum = strata[r];
      if (!(population[r] >= unitsOfStratum[stratum] && population[r] <= Double.MAX_VALUE)) {
        throw new InvalidSampleException(
            "population-units-invalid",
            r,
            "ein Stratum hat weniger Einheiten in der Grundgesamtheit als in der Stichprobe",
            "a stratum has fewer units in the population than in the sample");
      }
      if (size[stratum] != 0 && size[stratum] != population[r]) {
        throw new InvalidSampleException(
            "population-units-differ",
            r,
            "die Zahl der Einheiten in der Grundgesamtheit ist im Stratum nicht überall gleich",
            "the number of units in the population differs within a stratum");
      }
      size[stratum] = population[r];
      result[stratum] = unitsOfStratum[stratum] / population[r];
    }
    return result;
  }

  public int respondents() {
    return weights.length;
  }

  public double weight(int respondent) {
    return weights[respondent];
  }

  /** Number of the respondent's stratum, from 0. */
  public int stratum(int respondent) {
    return strata[respondent];
  }

  /** Number of the respondent's sampling unit, from 0, distinct over all strata. */
  public int unit(int respondent) {
    return units[respondent];
  }

  public int strata() {
    return stratumNames.length;
  }

  /** Name of a stratum in the data; empty if the sample has one stratum without a name. */
  public String stratumName(int stratum) {
    return stratumNames[stratum];
  }

  /** How many sampling units a stratum has in the sample. */
  public int unitsOf(int stratum) {
    return unitsOfStratum[stratum];
  }

  /** How many sampling units the sample has. */
  public int units() {
    return Arrays.stream(unitsOfStratum).sum();
  }

  /** Whether some sampling unit has several respondents. */
  public boolean isClustered() {
    return units() < respondents();
  }

  /** Share of a stratum's units that are in the sample; 0 without finite population correction. */
  public double fraction(int stratum) {
    return fractions[stratum];
  }

  /** All weights; the array belongs to the caller. */
  public double[] weights() {
    return weights.clone();
  }
}
