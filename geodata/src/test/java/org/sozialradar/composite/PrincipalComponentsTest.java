package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Against {@code eigen(cor(attitude))} of R 4.2.2. */
class PrincipalComponentsTest {
  private static final double[] LOADINGS = {
    0.413004754194534,
    0.440537936007024,
    0.354774754397214,
    0.428561316273968,
    0.447131218041590,
    0.185350823426731,
    0.302559445225199
  };
  private static final double[] WEIGHTS = {
    0.1705729269872872,
    0.1940736730613289,
    0.1258651263576036,
    0.1836648018064758,
    0.1999263261473563,
    0.0343549277449674,
    0.0915422178949803
  };
  private static final double[] EIGENVALUES = {
    3.716375750615766,
    1.140921885217491,
    0.847191545622732,
    0.612869660163529,
    0.323672809488428,
    0.218530593798603,
    0.140437755093443
  };

  @Test
  void attitude() {
    var found = of("rating", Attitude.names());
    assertThat(array(found.loadings())).containsExactly(LOADINGS, within(1e-12));
    assertThat(found.weights()).containsExactly(WEIGHTS, within(1e-12));
    assertThat(array(found.eigenvalues())).containsExactly(EIGENVALUES, within(1e-12));
    assertThat(found.explained()).isCloseTo(EIGENVALUES[0] / 7, within(1e-12));
    assertThat(found.areas()).isEqualTo(30);
  }

  @Test
  void aSecondEigenvalueOfOneIsAWarning() {
    var warnings = of("rating", Attitude.names()).warnings("rating");
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0).kind()).isEqualTo(IndexWarning.Kind.SECOND_COMPONENT);
    assertThat(Double.parseDouble(warnings.get(0).detail()))
        .isCloseTo(EIGENVALUES[1], within(1e-12));
    var three = List.of("complaints", "critical", "advance");
    assertThat(of("critical", three).warnings("critical")).isEmpty();
    assertThat(array(of("critical", three).loadings()))
        .containsExactly(
            new double[] {0.530973249337601, 0.585991870809843, 0.612111865456511}, within(1e-12));
  }

  @Test
  void theAnchorGivesTheSignAndOthersAgainstItAreAWarning() {
    var columns =
        List.of(
            Attitude.column("rating"),
            negative(Attitude.column("complaints")),
            Attitude.column("learning"));
    var parts = List.of("rating", "complaints", "learning");
    var byRating = PrincipalComponents.of("d", parts, "rating", columns);
    double[] expected = {0.601466653996, -0.594921126599, 0.533204198462};
    assertThat(array(byRating.loadings())).containsExactly(expected, within(1e-11));
    assertThat(byRating.warnings("rating"))
        .containsExactly(new IndexWarning(IndexWarning.Kind.MIXED_SIGNS, "d", "complaints"));
    var byComplaints = PrincipalComponents.of("d", parts, "complaints", columns);
    assertThat(byComplaints.loadings().get(1)).isPositive();
    assertThat(byComplaints.warnings("complaints"))
        .containsExactly(new IndexWarning(IndexWarning.Kind.MIXED_SIGNS, "d", "rating, learning"));
    assertThat(byComplaints.weights()).containsExactly(byRating.weights(), within(1e-14));
  }

  @Test
  void areasWithAMissingPartStayOut() {
    var all = Attitude.names();
    var columns = all.stream().map(Attitude::column).toList();
    var longer = columns.stream().map(column -> java.util.Arrays.copyOf(column, 32)).toList();
    longer.get(0)[30] = Double.NaN;
    longer.get(3)[31] = Double.NaN;
    var found = PrincipalComponents.of("d", all, "rating", longer);
    assertThat(found.areas()).isEqualTo(30);
    assertThat(found.weights()).containsExactly(WEIGHTS, within(1e-12));
  }

  @Test
  void anAnchorWithoutLoadingIsAWarning() {
    double[] one = {1, 2, 3, 4, 5, 6};
    double[] other = {2, 1, 4, 3, 6, 5};
    double[] apart = {1, -2, 1, 1, -2, 1};
    var found =
        PrincipalComponents.of("d", List.of("a", "b", "c"), "c", List.of(one, other, apart));
    assertThat(found.loadings().get(2)).isCloseTo(0, within(1e-6));
    assertThat(found.warnings("c"))
        .extracting(IndexWarning::kind)
        .contains(IndexWarning.Kind.WEAK_ANCHOR);
  }

  @Test
  void moreAreasThanPartsAreNeeded() {
    var column = new double[] {1, 5, Double.NaN};
    assertThatThrownBy(
            () -> PrincipalComponents.of("d", List.of("a", "b"), "a", List.of(column, column)))
        .isInstanceOfSatisfying(
            InvalidIndexException.class,
            e -> {
              assertThat(e.code()).isEqualTo("too-few-complete-areas");
              assertThat(e.details()).containsEntry("areas", "2");
            });
  }

  @Test
  void aPartThatDoesNotVaryOverTheCompleteAreas() {
    var same = new double[] {2, 2, 2, 9};
    var other = new double[] {1, 4, 2, Double.NaN};
    assertThatThrownBy(
            () -> PrincipalComponents.of("d", List.of("a", "b"), "a", List.of(same, other)))
        .isInstanceOfSatisfying(
            InvalidIndexException.class, e -> assertThat(e.code()).isEqualTo("indicator-constant"));
  }

  private static PrincipalComponents of(String anchor, List<String> names) {
    return PrincipalComponents.of(
        "d", names, anchor, names.stream().map(Attitude::column).toList());
  }

  private static double[] negative(double[] values) {
    return java.util.Arrays.stream(values).map(x -> -x).toArray();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
