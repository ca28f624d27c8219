package org.sozialradar.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sozialradar.priority.Priorities.exact;
import static org.sozialradar.priority.Priorities.input;
import static org.sozialradar.priority.Priorities.need;
import static org.sozialradar.priority.Priorities.support;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/** Questions that cannot be answered are refused with a stable code and what they are about. */
class InvalidPriorityTest {
  private static final PriorityMethod SUM = new PriorityMethod.WeightedSum();
  private static final PriorityInput THREE = input(3, "a", exact(1, 2, 3), "b", exact(1, 1, 1));

  private static void assertRefused(
      String code, Map<String, String> details, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidPriorityException.class,
            invalid -> {
              assertThat(invalid.code()).isEqualTo(code);
              assertThat(invalid.details()).containsAllEntriesOf(details);
            });
  }

  private static PriorityQuestion question(int draws, int first, Criterion... criteria) {
    return new PriorityQuestion(List.of(criteria), SUM, draws, 1, first);
  }

  @Test
  void weights() {
    assertRefused("weight-negative", Map.of("criterion", "a"), () -> need("a", -1));
    assertRefused("weight-negative", Map.of("weight", "NaN"), () -> need("a", Double.NaN));
    assertRefused(
        "weight-negative", Map.of("criterion", "a"), () -> need("a", Double.POSITIVE_INFINITY));
    assertRefused("weights-zero", Map.of(), () -> question(1000, 1, need("a", 0), support("b", 0)));
  }

  @Test
  void criteria() {
    assertRefused("no-criteria", Map.of(), () -> question(1000, 1));
    assertRefused(
        "criterion-twice",
        Map.of("criterion", "a"),
        () -> question(1000, 1, need("a", 1), support("a", 1)));
    var many =
        IntStream.range(0, 21)
            .mapToObj(i -> new Criterion("c" + i, Role.NEED, Direction.RAISES, 1))
            .toArray(Criterion[]::new);
    assertRefused("too-many-criteria", Map.of("most", "20"), () -> question(1000, 1, many));
    assertRefused(
        "axis-missing",
        Map.of(),
        () ->
            new PriorityQuestion(
                List.of(need("a", 1), support("b", 0)), new PriorityMethod.TwoAxes(), 1000, 1, 1));
    assertRefused(
        "column-missing",
        Map.of("criterion", "c"),
        () -> Prioritisation.of(question(1000, 1, need("c", 1)), THREE));
    assertRefused(
        "criterion-constant",
        Map.of("criterion", "b"),
        () -> Prioritisation.of(question(1000, 1, need("b", 1)), THREE));
    assertRefused(
        "criterion-constant",
        Map.of("criterion", "b"),
        () ->
            Prioritisation.of(
                new PriorityQuestion(
                    List.of(need("b", 1)), new PriorityMethod.Topsis(), 1000, 1, 1),
                THREE));
  }

  @Test
  void missingValues() {
    var column = CriterionColumn.of(missingTwo());
    assertRefused(
        "too-many-missing",
        Map.of("criterion", "a", "missing", "2", "of", "3", "areas", "14000000, 14000002"),
        () -> Prioritisation.of(question(1000, 1, need("a", 1)), input(3, "a", column)));
    assertRefused(
        "too-few-areas",
        Map.of("areas", "1"),
        () -> Prioritisation.of(question(1000, 1, need("a", 1)), input(1, "a", exact(1))));
  }

  private static List<Estimate> missingTwo() {
    var none = Estimate.missing(ObservationStatus.TOO_IMPRECISE);
    return List.of(none, Estimate.of(2, ObservationStatus.REPORTED), none);
  }

  @Test
  void numbers() {
    assertRefused(
        "draws-out-of-range",
        Map.of("draws", "999", "least", "1000", "most", "10000"),
        () -> question(999, 1, need("a", 1)));
    assertRefused(
        "draws-out-of-range", Map.of("draws", "10001"), () -> question(10_001, 1, need("a", 1)));
    assertRefused(
        "first-out-of-range", Map.of("first", "0"), () -> question(1000, 0, need("a", 1)));
    assertRefused(
        "first-out-of-range",
        Map.of("first", "4", "areas", "3"),
        () -> Prioritisation.of(question(1000, 4, need("a", 1)), THREE));
    var values = IntStream.range(0, 1300).mapToDouble(i -> i).toArray();
    assertRefused(
        "too-many-ranks",
        Map.of("areas", "1300", "draws", "10000", "most", "9230"),
        () ->
            Prioritisation.of(question(10_000, 1, need("a", 1)), input(1300, "a", exact(values))));
  }

  @Test
  void exponents() {
    assertRefused(
        "exponent-out-of-range",
        Map.of("name", "b", "value", "-0.5"),
        () -> new PriorityMethod.Product(1, -.5, 1, .5));
    assertRefused(
        "exponent-out-of-range",
        Map.of("name", "c"),
        () -> new PriorityMethod.Product(1, 1, 5.1, .5));
    assertRefused(
        "kappa-out-of-range", Map.of("value", "1.0"), () -> new PriorityMethod.Product(1, 1, 1, 1));
  }

  @Test
  void columnsThatDoNotFit() {
    assertRefused("column-unfit", Map.of("criterion", "a"), () -> input(2, "a", exact(1, 2, 3)));
    assertRefused("column-unfit", Map.of(), () -> exact(1, 2).sharing(List.of(new double[] {1})));
  }
}
