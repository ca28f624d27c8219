package org.sozialradar.indicator;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a number measures: powers of base quantities, and by what factor the number is larger than
 * the quantity in base units. 5 % is 0.05 with factor 100; 3 persons per km² has factor 1.
 *
 * <p>Base quantities are the kilometre, the hour, the year, the euro, and each thing that is
 * counted (persons, households, cases) or scored (index) for itself.
 *
 * @param powers exponent by base quantity, none 0
 * @param factor above 0, or any number for constants
 */
record Dimension(SortedMap<String, Integer> powers, double factor) {
  private static final double ROUNDING = 1e-9;
  private static final Pattern PER_NUMBER = Pattern.compile("per_(\\d{1,9})");
  private static final Set<String> NOT_COUNTED =
      Set.of("km", "h", "years", "euro", "index", "score", "points", "rank");

  /** Units that are not their own base quantity. */
  private static final Map<String, Dimension> KNOWN =
      Map.ofEntries(
          Map.entry("one", of(1)),
          Map.entry("ratio", of(1)),
          Map.entry("percent", of(100)),
          Map.entry("percentage_points", of(100)),
          Map.entry("m", of(1000, "km", 1)),
          Map.entry("m2", of(1e6, "km", 2)),
          Map.entry("ha", of(100, "km", 2)),
          Map.entry("km2", of(1, "km", 2)),
          Map.entry("minutes", of(60, "h", 1)),
          Map.entry("hours", of(1, "h", 1)));

  private static Dimension of(double factor) {
    return new Dimension(new TreeMap<>(), factor);
  }

  private static Dimension of(double factor, String base, int power) {
    return new Dimension(new TreeMap<>(Map.of(base, power)), factor);
  }

  static Dimension ofNumber(double value) {
    return of(value);
  }

  /** The dimension of a unit, see {@link Indicator.Unit#id()}. */
  static Dimension ofUnit(String unit) {
    var perNumber = PER_NUMBER.matcher(unit);
    if (perNumber.matches()) {
      return of(Double.parseDouble(perNumber.group(1)));
    }
    if (unit.equals("per_km2")) {
      return of(1, "km", -2);
    }
    return KNOWN.getOrDefault(unit, of(1, unit, 1));
  }

  Dimension times(Dimension other) {
    return combine(other, 1, factor * other.factor);
  }

  Dimension dividedBy(Dimension other) {
    return combine(other, -1, factor / other.factor);
  }

  private Dimension combine(Dimension other, int sign, double product) {
    var sum = new TreeMap<>(powers);
    other.powers.forEach((base, power) -> sum.merge(base, sign * power, Integer::sum));
    sum.values().removeIf(power -> power == 0);
    return new Dimension(sum, product);
  }

  /**
   * This dimension, which both terms of a sum must have.
   *
   * @throws FormulaException if they differ
   */
  Dimension requireSame(Dimension other, int position) {
    if (!powers.equals(other.powers) || !sameFactor(other.factor)) {
      throw new FormulaException(
          "formula-unit", position, "cannot add or subtract " + this + " and " + other);
    }
    return this;
  }

  /**
   * Whether a result of this dimension may be called by a unit. {@code per_1000} and the like may
   * be any count per count, {@code per_km2} any count per km².
   */
  boolean fits(String unit) {
    var declared = ofUnit(unit);
    return sameFactor(declared.factor)
        && (powers.equals(declared.powers)
            || (PER_NUMBER.matcher(unit).matches() && isCountPer(declared, -1))
            || (unit.equals("per_km2") && isCountPer(declared, 0)));
  }

  /**
   * Whether this is a count, per another count if {@code other} is −1, times the declared powers.
   */
  private boolean isCountPer(Dimension declared, int other) {
    var counts = new TreeMap<>(powers);
    declared.powers.forEach((base, power) -> counts.remove(base, power));
    boolean counted = counts.keySet().stream().noneMatch(NOT_COUNTED::contains);
    var expected = other == 0 ? java.util.List.of(1) : java.util.List.of(other, 1);
    return counted && counts.values().stream().sorted().toList().equals(expected);
  }

  private boolean sameFactor(double other) {
    return Double.isFinite(factor)
        && Math.abs(factor - other) <= ROUNDING * Math.max(Math.abs(factor), Math.abs(other));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    powers.forEach(
        (base, power) ->
            text.append(text.isEmpty() ? "" : "·")
                .append(base)
                .append(power == 1 ? "" : "^" + power));
    String quantity = text.isEmpty() ? "a plain number" : text.toString();
    return factor == 1 ? quantity : quantity + " (times " + factor + ")";
  }
}
