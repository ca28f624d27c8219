package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.indicator.ObservationStatus;

/** Definitions and inputs that are refused, each with its code. */
class InvalidIndexTest {
  private static final WeightScheme EQUAL = new WeightScheme.Equal();
  private static final Normalisation UNIT = new Normalisation.MinMax(0, 1);
  private static final IndexIndicator A = new IndexIndicator("a", Direction.RAISES);
  private static final IndexIndicator B = new IndexIndicator("b", Direction.LOWERS);
  private static final IndexIndicator C = new IndexIndicator("c", Direction.RAISES);

  @Test
  void definitionsThatCannotBe() {
    assertFault("weights-sum", () -> dimension(new WeightScheme.Given(Map.of("a", .5, "b", .4))));
    assertThat(dimension(new WeightScheme.Given(Map.of("a", .5, "b", .5 + 9e-10))).id())
        .isEqualTo("d");
    assertFault(
        "weights-sum", () -> dimension(new WeightScheme.Given(Map.of("a", .5, "b", .5 + 2e-9))));
    assertFault("weights-unfit", () -> dimension(new WeightScheme.Given(Map.of("a", 1.0))));
    assertFault(
        "weights-unfit", () -> dimension(new WeightScheme.Given(Map.of("a", 1.5, "b", -.5))));
    assertFault(
        "weights-unfit", () -> dimension(new WeightScheme.Given(Map.of("a", 1.0, "b", 0.0))));
    assertFault("weights-unfit", () -> dimension(new WeightScheme.Given(Map.of("a", .5, "c", .5))));
    assertFault("anchor-unknown", () -> dimension(new WeightScheme.PrincipalComponent("c")));
    assertFault("index-empty", () -> new IndexDimension("d", List.of(), EQUAL));
    assertFault("indicator-twice", () -> new IndexDimension("d", List.of(A, A), EQUAL));
    assertFault("index-empty", () -> index(List.of()));
    assertFault(
        "dimension-twice",
        () ->
            index(
                List.of(
                    new IndexDimension("d", List.of(A), EQUAL),
                    new IndexDimension("d", List.of(B), EQUAL))));
    assertFault(
        "indicator-twice",
        () ->
            index(
                List.of(
                    new IndexDimension("d", List.of(A, B), EQUAL),
                    new IndexDimension("e", List.of(C, A), EQUAL))));
    assertFault(
        "scale-not-positive", () -> index(UNIT, Aggregation.GEOMETRIC, Aggregation.ARITHMETIC));
    assertFault(
        "scale-not-positive",
        () -> index(new Normalisation.ZScore(), Aggregation.ARITHMETIC, Aggregation.GEOMETRIC));
  }

  @Test
  void inputsThatCannotBe() {
    var codes = codes(3);
    assertFault("indicator-missing", () -> single(A).compute(IndexInput.builder(codes).build()));
    assertFault(
        "indicator-constant",
        () ->
            single(A)
                .compute(
                    IndexInput.builder(codes)
                        .column("a", new double[] {.1, .1, Double.NaN})
                        .build()));
    assertFault(
        "too-few-values",
        () ->
            single(A)
                .compute(
                    IndexInput.builder(codes)
                        .column("a", new double[] {1, Double.NaN, Double.NaN})
                        .build()));
    var builder = IndexInput.builder(codes).column("a", new double[] {1, 2, 3});
    assertFault("column-unfit", () -> builder.column("a", new double[] {1, 2, 3}));
    assertFault("column-unfit", () -> builder.column("b", new double[] {1, 2}));
    assertFault(
        "column-unfit", () -> builder.column("b", new double[] {1, 2, Double.POSITIVE_INFINITY}));
    assertFault(
        "column-unfit", () -> builder.column("b", new double[] {1, 2, 3}, new double[] {0, -1, 0}));
    assertFault(
        "column-unfit",
        () ->
            builder.column(
                "b",
                new double[] {1, 2, Double.NaN},
                new double[3],
                Collections.nCopies(3, ObservationStatus.REPORTED)));
    assertFault(
        "column-unfit", () -> IndexInput.builder(List.of(new AreaCode("x"), new AreaCode("x"))));
  }

  private static void assertFault(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidIndexException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static IndexDimension dimension(WeightScheme weights) {
    return new IndexDimension("d", List.of(A, B), weights);
  }

  private static CompositeIndex single(IndexIndicator indicator) {
    return index(List.of(new IndexDimension("d", List.of(indicator), EQUAL)));
  }

  private static CompositeIndex index(
      Normalisation normalisation, Aggregation within, Aggregation across) {
    return new CompositeIndex(
        "i",
        List.of(dimension(EQUAL)),
        EQUAL,
        OutlierTreatment.standard(),
        normalisation,
        within,
        across);
  }

  private static CompositeIndex index(List<IndexDimension> dimensions) {
    return new CompositeIndex(
        "i",
        dimensions,
        EQUAL,
        OutlierTreatment.standard(),
        UNIT,
        Aggregation.ARITHMETIC,
        Aggregation.ARITHMETIC);
  }

  private static List<AreaCode> codes(int size) {
    return IntStream.range(0, size).mapToObj(i -> new AreaCode("g" + i)).toList();
  }
}
