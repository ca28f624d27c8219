package org.sozialradar.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A small expression that derives an indicator from others, such as {@code 100 * unemployed /
 * working_age_population} or {@code change_since(population, 2018)}. Immutable and safe for use by
 * many threads.
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = factor { ("*" | "/") factor }
 * factor  = "-" factor | "(" sum ")" | number | indicator | "change_since" "(" indicator "," year ")"
 * </pre>
 *
 * <p>{@code change_since(x, 2018)} is the value of x less its value in 2018, in the unit of x. At
 * most {@value #MAX_LENGTH} characters and {@value #MAX_DEPTH} nested parentheses and signs.
 */
public final class Formula {
  /** Most characters of a formula. */
  public static final int MAX_LENGTH = 500;

  /** Deepest nesting of parentheses and signs. */
  public static final int MAX_DEPTH = 20;

  private final String text;
  private final Expression root;
  private final List<Input> inputs;

  private Formula(String text, Expression root) {
    this.text = text;
    this.root = root;
    inputs = List.copyOf(root.inputs());
  }

  /**
   * Reads a formula.
   *
   * @throws FormulaException if the text does not follow the grammar or exceeds a limit
   */
  public static Formula parse(String text) {
    return new Formula(text, FormulaParser.parse(text));
  }

  /** The formula as it was written. */
  public String text() {
    return text;
  }

  /** Ids of the indicators that it names. */
  public SortedSet<String> indicatorIds() {
    var ids = new TreeSet<String>();
    inputs.forEach(input -> ids.add(input.indicatorId()));
    return ids;
  }

  List<Input> inputs() {
    return inputs;
  }

  /**
   * Checks the units: what is added must be of one unit, and the result must be of the declared one
   * (percent needs the factor 100, {@code per_1000} the factor 1000).
   *
   * @param units unit of an indicator by its id; empty if there is no such indicator
   * @param declared unit of the result
   * @throws FormulaException if an indicator does not exist or units do not fit
   */
  public void requireUnits(
      Function<String, Optional<Indicator.Unit>> units, Indicator.Unit declared) {
    var dimension =
        root.dimension(
            (id, position) ->
                units
                    .apply(id)
                    .map(unit -> Dimension.ofUnit(unit.id()))
                    .orElseThrow(
                        () ->
                            new FormulaException(
                                "formula-unknown-indicator",
                                position,
                                "there is no indicator " + id)));
    if (!dimension.fits(declared.id())) {
      throw new FormulaException(
          "formula-unit",
          root.position(),
          "the result is " + dimension + ", which is not " + declared.id());
    }
  }

  /**
   * The value for an area and period.
   *
   * <p>A missing input makes it missing, for its reason if all inputs are missing for the same one,
   * else {@link ObservationStatus#INPUT_MISSING}. Division by zero is {@link
   * ObservationStatus#NOT_MEANINGFUL}. If an input has an interval the result has none and is of
   * {@link ObservationStatus#LIMITED_PRECISION}, as nothing is known of the dependence of the
   * errors.
   *
   * @param period the current period
   * @param values the estimate of an indicator in a period
   */
  public Estimate evaluate(
      ReferencePeriod period, BiFunction<String, ReferencePeriod, Estimate> values) {
    return evaluate(input -> values.apply(input.indicatorId(), input.period(period)));
  }

  Estimate evaluate(Function<Input, Estimate> values) {
    var estimates = inputs.stream().map(values).toList();
    if (estimates.stream().anyMatch(estimate -> !estimate.hasValue())) {
      return Estimate.missing(LinearCombination.reason(estimates));
    }
    double value = root.evaluate(input -> values.apply(input).value());
    return Double.isFinite(value)
        ? Estimate.of(value, status(estimates))
        : Estimate.missing(ObservationStatus.NOT_MEANINGFUL);
  }

  private static ObservationStatus status(List<Estimate> inputs) {
    return inputs.stream().anyMatch(Estimate::hasInterval)
        ? ObservationStatus.LIMITED_PRECISION
        : LinearCombination.leastTrusted(inputs);
  }

  /**
   * The formulas of indicators, those that can be used and the faults of those that cannot: a
   * syntax error, an unknown indicator, units that do not fit, indicators that need each other.
   *
   * @param indicators all indicators
   */
  public static FormulaCheck check(Iterable<Indicator> indicators) {
    var byId = new HashMap<String, Indicator>();
    indicators.forEach(indicator -> byId.put(indicator.id(), indicator));
    return FormulaCheck.of(Map.copyOf(byId));
  }

  @Override
  public String toString() {
    return text;
  }
}
