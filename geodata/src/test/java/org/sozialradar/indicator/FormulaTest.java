package org.sozialradar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.indicator.Indicators.missing;
import static org.sozialradar.indicator.Indicators.reported;
import static org.sozialradar.indicator.Indicators.year;
import static org.sozialradar.indicator.ObservationStatus.CONVERTED;
import static org.sozialradar.indicator.ObservationStatus.ESTIMATED;
import static org.sozialradar.indicator.ObservationStatus.INPUT_MISSING;
import static org.sozialradar.indicator.ObservationStatus.LIMITED_PRECISION;
import static org.sozialradar.indicator.ObservationStatus.NOT_CONVERTIBLE;
import static org.sozialradar.indicator.ObservationStatus.NOT_MEANINGFUL;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.dataset.LocalizedText;

class FormulaTest {
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("population", "persons"),
          Map.entry("women", "persons"),
          Map.entry("unemployed", "persons"),
          Map.entry("working_age_population", "persons"),
          Map.entry("moves", "moves"),
          Map.entry("clubs", "clubs"),
          Map.entry("households", "households"),
          Map.entry("area_km2", "km2"),
          Map.entry("forest", "ha"),
          Map.entry("income", "euro"),
          Map.entry("deprivation", "index"),
          Map.entry("rate_a", "percent"),
          Map.entry("rate_b", "percent"));

  private static Estimate evaluate(String formula, Map<String, Estimate> values) {
    return Formula.parse(formula)
        .evaluate(year(2021), (id, period) -> values.get(id + (period.year() == 2021 ? "" : "@")));
  }

  private static double number(String formula) {
    return evaluate(formula, Map.of("x", reported(7), "y", reported(2), "x@", reported(3))).value();
  }

  @Test
  void theShareOfTheUnemployedInDresden() {
    var values =
        Map.of("unemployed", reported(18_470), "working_age_population", reported(351_237));
    assertThat(evaluate("100 * unemployed / working_age_population", values).value())
        .isCloseTo(5.2586, within(5e-5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x | 7",
        "x + y * 2 | 11",
        "(x + y) * 2 | 18",
        "x - y - 1 | 4",
        "x / y / 2 | 1.75",
        "x - (y - 1) | 6",
        "-x + 10 | 3",
        "--x | 7",
        "2 * -y + x | 3",
        "1.5*x | 10.5",
        "change_since(x, 2018) | 4",
        "100 * change_since ( x , 2018 ) / x | 57.142857142857146",
      })
  void expressionsFollowTheRulesOfArithmetic(String formula, double expected) {
    assertThat(number(formula)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "x / (y - 2)",
    "1 / (x / (y - 2))",
    "x * (y / (y - y))",
  })
  void divisionByZeroMakesNoSense(String formula) {
    assertThat(evaluate(formula, Map.of("x", reported(7), "y", reported(2))))
        .isEqualTo(missing(NOT_MEANINGFUL));
  }

  @Test
  void missingInputsStayMissing() {
    assertThat(evaluate("x + 0 * y", Map.of("x", reported(1), "y", missing(NOT_CONVERTIBLE))))
        .isEqualTo(missing(INPUT_MISSING));
    assertThat(
            evaluate("x / y", Map.of("x", missing(NOT_CONVERTIBLE), "y", missing(NOT_CONVERTIBLE))))
        .isEqualTo(missing(NOT_CONVERTIBLE));
    assertThat(
            evaluate(
                "change_since(x, 2018)",
                Map.of("x", reported(1), "x@", missing(ObservationStatus.NO_ROW))))
        .isEqualTo(missing(INPUT_MISSING));
  }

  @Test
  void theLeastTrustedInputGivesTheStatus() {
    assertThat(evaluate("x / y", Map.of("x", Estimate.of(4, CONVERTED), "y", reported(2))))
        .isEqualTo(Estimate.of(2, CONVERTED));
    assertThat(evaluate("x / y", Map.of("x", new Estimate(4, 3, 5, ESTIMATED), "y", reported(2))))
        .isEqualTo(Estimate.of(2, LIMITED_PRECISION));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100 * unemployed / working_age_population | percent",
        "100 * (population - women) / population | percent",
        "1000 * moves / population | per_1000",
        "100000 * clubs / population | per_100000",
        "1000 * households / households | per_1000",
        "population / area_km2 | per_km2",
        "100 * population / forest | per_km2",
        "clubs / area_km2 | per_km2",
        "population / households | per_1",
        "forest / 100 | km2",
        "change_since(population, 2018) | persons",
        "100 * change_since(population, 2018) / population | percent",
        "rate_a - rate_b | percentage_points",
        "100 - rate_a | percent",
        "rate_a / rate_b | ratio",
        "rate_a / 100 * population | persons",
        "-population | persons",
        "income / population * population | euro",
      })
  void unitsThatFit(String formula, String unit) {
    assertThatCode(() -> check(formula, unit)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "population + area_km2 | persons | 11 | cannot add or subtract persons and km^2",
        "population - households | persons | 11 | cannot add",
        "1 + population | persons | 2 | cannot add",
        "rate_a + unemployed / population | percent | 7 | cannot add",
        "unemployed / population | percent | 11 | the result is a plain number",
        "100 * unemployed / households | percent | 17 | not percent",
        "100 * moves / population | per_1000 | 12 | not per_1000",
        "1000 * income / population | per_1000 | 14 | not per_1000",
        "1000 * population / area_km2 | per_1000 | 18 | not per_1000",
        "1000 * population / area_km2 | per_km2 | 18 | not per_km2",
        "deprivation / area_km2 | per_km2 | 12 | not per_km2",
        "population | households | 0 | not households",
        "2 * population | persons | 2 | not persons",
        "population / area_km2 | persons | 11 | not persons",
        "population * population | persons | 11 | not persons",
        "population / 0 | persons | 11 | not persons",
        "0 * population | persons | 2 | not persons",
      })
  void unitsThatDoNotFit(String formula, String unit, int position, String message) {
    assertThatThrownBy(() -> check(formula, unit))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("at character " + (position + 1))
        .satisfies(fault -> assertThat(((FormulaException) fault).position()).isEqualTo(position))
        .extracting("code")
        .isEqualTo("formula-unit");
  }

  private static void check(String formula, String unit) {
    Formula.parse(formula)
        .requireUnits(id -> Optional.ofNullable(UNITS.get(id)).map(FormulaTest::unit), unit(unit));
  }

  private static Indicator.Unit unit(String id) {
    return new Indicator.Unit(id, LocalizedText.same(id));
  }

  @Test
  void anUnknownIndicatorIsNamedWithItsPlace() {
    assertThatThrownBy(() -> check("100 * unemployd / population", "percent"))
        .hasMessageContaining("no indicator unemployd")
        .satisfies(fault -> assertThat(((FormulaException) fault).position()).isEqualTo(6))
        .extracting("code")
        .isEqualTo("formula-unknown-indicator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 0 | formula-syntax",
        "x + | 3 | formula-syntax",
        "x y | 2 | formula-syntax",
        "(x | 2 | formula-syntax",
        "x) | 1 | formula-syntax",
        "x ** y | 3 | formula-syntax",
        "sqrt(x) | 0 | formula-syntax",
        "change_since(x) | 14 | formula-syntax",
        "change_since(x, 18) | 16 | formula-syntax",
        "change_since(x, 20180) | 16 | formula-syntax",
        "change_since(2018, x) | 13 | formula-syntax",
        "X | 0 | formula-syntax",
        "1,5 * x | 1 | formula-syntax",
        "1. * x | 1 | formula-syntax",
        "x; drop | 1 | formula-syntax",
        "100 / 5 | 0 | formula-without-indicator",
      })
  void faultsHaveAPlace(String formula, int position, String code) {
    assertThatThrownBy(() -> Formula.parse(formula))
        .isInstanceOf(FormulaException.class)
        .satisfies(fault -> assertThat(((FormulaException) fault).position()).isEqualTo(position))
        .extracting("code")
        .isEqualTo(code);
  }

  @Test
  void anIndicatorMayBeNamedLikeTheFunction() {
    assertThat(Formula.parse("change_since + x").indicatorIds())
        .containsExactly("change_since", "x");
  }

  @Test
  void lengthAndDepthAreLimited() {
    assertThatThrownBy(() -> Formula.parse("x" + " ".repeat(500)))
        .extracting("code")
        .isEqualTo("formula-too-long");
    String deepest = "(".repeat(19) + "x" + ")".repeat(19);
    assertThat(Formula.parse(deepest).indicatorIds()).containsExactly("x");
    for (var deep : List.of("(" + deepest + ")", "-".repeat(20) + "x", "-(".repeat(15) + "x")) {
      assertThatThrownBy(() -> Formula.parse(deep))
          .extracting("code")
          .isEqualTo("formula-too-deep");
    }
    assertThat(number("x" + "+x".repeat(249))).isEqualTo(1750);
  }

  @Property
  void anyTextIsEitherParsedOrRefusedWithAPlaceInIt(
      @ForAll
          @StringLength(max = 60)
          @Chars({'x', 'y', '(', ')', '+', '-', '*', '/', ' ', '.', ',', '_'})
          @CharRange(from = '0', to = '9')
          String text) {
    try {
      assertThat(Formula.parse(text).indicatorIds()).isNotEmpty();
    } catch (FormulaException fault) {
      assertThat(fault.position()).isBetween(0, text.length());
    }
  }

  @Property
  void aShareOfAShareIsTheProduct(
      @ForAll @IntRange(max = 1000) int a, @ForAll @IntRange(min = 1, max = 1000) int b) {
    var values = Map.of("a", reported(a), "b", reported(b));
    assertThat(evaluate("a / b * b / 1", values).value()).isCloseTo(a, within(1e-9));
  }

  @Test
  void formulasThatNeedThemselvesOrABrokenOneAreNotUsable() {
    var rate = Measure.rate("population");
    var check =
        Formula.check(
            List.of(
                Indicators.count("population"),
                Indicators.count("unemployed"),
                Indicators.derived("good", "percent", rate, "100 * unemployed / population"),
                Indicators.derived("loop_a", "percent", rate, "loop_b"),
                Indicators.derived("loop_b", "percent", rate, "loop_a"),
                Indicators.derived("on_loop", "percent", rate, "loop_a + good"),
                Indicators.derived("wrong", "percent", rate, "unemployed / population"),
                Indicators.derived("on_wrong", "percent", rate, "wrong + good"),
                Indicators.derived("syntax", "percent", rate, "100 *"),
                Indicators.derived("unknown", "persons", rate, "people")));
    assertThat(check.usable()).containsOnlyKeys("good");
    assertThat(check.faults())
        .containsOnlyKeys("loop_a", "loop_b", "on_loop", "wrong", "on_wrong", "syntax", "unknown");
    assertThat(check.faults().get("loop_a").code()).isEqualTo("formula-cycle");
    assertThat(check.faults().get("on_wrong")).hasMessageContaining("formula of wrong");
  }

  @Test
  void aRateMayNotBeWeightedByWhatIsComputedFromIt() {
    var check =
        Formula.check(
            List.of(
                Indicators.count("population"),
                Indicators.observed("rate", "percent", Measure.rate("weight")),
                Indicators.derived(
                    "weight",
                    "persons",
                    Measure.extensive("population"),
                    "population * rate / 100")));
    assertThat(check.faults()).containsOnlyKeys("weight");
  }
}
