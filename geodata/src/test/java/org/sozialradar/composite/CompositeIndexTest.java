package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.composite.IndexResult.Completeness;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.SamplingError;

class CompositeIndexTest {
  private static final WeightScheme EQUAL = new WeightScheme.Equal();
  private static final Normalisation UNIT = new Normalisation.MinMax(0, 1);
  private static final IndexIndicator A = new IndexIndicator("a", Direction.RAISES);
  private static final IndexIndicator B = new IndexIndicator("b", Direction.LOWERS);
  private static final IndexIndicator C = new IndexIndicator("c", Direction.RAISES);

  /** Rows (10, 12, 3), (20, 8, 4), (30, 4, 2), (40, 6, 5), worked by hand. */
  private static final IndexInput BY_HAND =
      IndexInput.builder(codes(4))
          .column("a", new double[] {10, 20, 30, 40})
          .column("b", new double[] {12, 8, 4, 6})
          .column("c", new double[] {3, 4, 2, 5})
          .build();

  @Test
  void minMaxWithEqualWeights() {
    var result = flat(EQUAL, UNIT, Aggregation.ARITHMETIC).compute(BY_HAND);
    assertScores(result, 5e-7, .111111, .5, .555556, .916667);
    assertThat(result.completeness(0)).isEqualTo(Completeness.COMPLETE);
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void minMaxWithGivenWeights() {
    var weights = new WeightScheme.Given(Map.of("a", .5, "b", .3, "c", .2));
    var result = flat(weights, UNIT, Aggregation.ARITHMETIC).compute(BY_HAND);
    assertScores(result, 5e-7, .066667, .45, .633333, .925);
    assertThat(result.weights())
        .containsExactly(Map.entry("a", .5), Map.entry("b", .3), Map.entry("c", .2));
  }

  @Test
  void geometricMeanChangesPlaces() {
    var result =
        flat(EQUAL, new Normalisation.MinMax(1, 100), Aggregation.GEOMETRIC).compute(BY_HAND);
    assertScores(result, 5e-7, 3.239612, 48.634938, 18.852036, 90.956869);
  }

  @Test
  void meanOfZScores() {
    var result = flat(EQUAL, new Normalisation.ZScore(), Aggregation.ARITHMETIC).compute(BY_HAND);
    assertScores(result, 5e-7, -.955553, -.048795, .083366, .920982);
  }

  /** R 4.2.2: scale(attitude), squared eigen(cor(attitude[, 1:3])) and rowMeans, .7 and .3. */
  @Test
  void dimensionsWithWeightsFromAComponent() {
    var first =
        new IndexDimension(
            "climate",
            raising("rating", "complaints", "privileges"),
            new WeightScheme.PrincipalComponent("complaints"));
    var second = new IndexDimension("prospects", raising("learning", "raises"), EQUAL);
    var index =
        new CompositeIndex(
            "attitude",
            List.of(first, second),
            new WeightScheme.Given(Map.of("climate", .7, "prospects", .3)),
            OutlierTreatment.standard(),
            new Normalisation.ZScore(),
            Aggregation.ARITHMETIC,
            Aggregation.ARITHMETIC);
    var result = index.compute(Attitude.input());
    assertThat(result.score(0)).isCloseTo(-1.369774569594, within(1e-11));
    assertThat(result.score(1)).isCloseTo(-0.171616093404, within(1e-11));
    assertThat(result.score(15)).isCloseTo(0.913336498164, within(1e-11));
    assertThat(result.score(29)).isCloseTo(0.503887128578, within(1e-11));
    assertThat(result.totalWeights().get("rating"))
        .isCloseTo(.7 * 0.597859262772 * 0.597859262772, within(1e-11));
    assertThat(result.totalWeights().get("raises")).isCloseTo(.15, within(1e-15));
    assertThat(result.components()).hasSize(1);
    assertThat(result.components().get(0).whole()).isEqualTo("climate");
    assertThat(result.outliers()).hasSize(5);
  }

  @Test
  void dimensionsWeighedByTheirComponent() {
    var index =
        new CompositeIndex(
            "i",
            List.of(
                new IndexDimension("x", raising("rating"), EQUAL),
                new IndexDimension("y", raising("complaints"), EQUAL),
                new IndexDimension("z", raising("privileges"), EQUAL)),
            new WeightScheme.PrincipalComponent("y"),
            OutlierTreatment.none(),
            UNIT,
            Aggregation.ARITHMETIC,
            Aggregation.ARITHMETIC);
    var weights = index.compute(Attitude.input()).dimensionWeights();
    assertThat(weights.get("x")).isCloseTo(0.597859262772 * 0.597859262772, within(1e-11));
    assertThat(weights.get("z")).isCloseTo(0.495832885433 * 0.495832885433, within(1e-11));
  }

  @Test
  void twoThirdsAreEnoughAndAreFlagged() {
    var input =
        IndexInput.builder(codes(5))
            .column("a", new double[] {10, 20, 30, 40, Double.NaN})
            .column("b", new double[] {12, 8, 4, 6, Double.NaN})
            .column(
                "c",
                new double[] {Double.NaN, 4, 2, 5, 3},
                new double[5],
                List.of(
                    ObservationStatus.SUPPRESSED,
                    ObservationStatus.REPORTED,
                    ObservationStatus.REPORTED,
                    ObservationStatus.REPORTED,
                    ObservationStatus.REPORTED))
            .build();
    var weights = new WeightScheme.Given(Map.of("a", .5, "b", .25, "c", .25));
    var result =
        flat(weights, new Normalisation.MinMax(0, 3), Aggregation.ARITHMETIC).compute(input);
    assertThat(result.score(0)).isEqualTo(0);
    assertThat(result.score(1)).isCloseTo(.5 * 1 + .25 * 1.5 + .25 * 2, within(1e-15));
    assertThat(result.completeness(0)).isEqualTo(Completeness.RENORMALISED);
    assertThat(result.dimensionCompleteness(0, 0)).isEqualTo(Completeness.RENORMALISED);
    assertThat(result.missing(0))
        .containsExactly(new IndexResult.MissingInput("c", ObservationStatus.SUPPRESSED));
    assertThat(result.completeness(1)).isEqualTo(Completeness.COMPLETE);
    assertThat(result.dimensionCompleteness(0, 1)).isEqualTo(Completeness.COMPLETE);
    assertThat(result.score(4)).isNaN();
    assertThat(result.contribution(2, 4)).isNaN();
    assertThat(result.completeness(4)).isEqualTo(Completeness.TOO_FEW);
    assertThat(result.dimensionCompleteness(0, 4)).isEqualTo(Completeness.TOO_FEW);
    assertThat(result.missing(4)).hasSize(2);
  }

  @Test
  void weightsOfWhatIsThereAreRescaled() {
    var input =
        IndexInput.builder(codes(3))
            .column("a", new double[] {1, 0.25, 0})
            .column("b", new double[] {-1, -0.5, 0})
            .column("c", new double[] {1, Double.NaN, 0})
            .build();
    var weights = new WeightScheme.Given(Map.of("a", .5, "b", .3, "c", .2));
    var result = flat(weights, UNIT, Aggregation.ARITHMETIC).compute(input);
    assertThat(result.score(1)).isCloseTo((.5 * .25 + .3 * .5) / .8, within(1e-15));
    assertThat(result.contribution(0, 1)).isCloseTo(.5 * .25 / .8, within(1e-15));
    assertThat(result.contribution(2, 1)).isZero();
  }

  @Test
  void noScoreWhereADimensionHasNone() {
    var input =
        IndexInput.builder(codes(3))
            .column("a", new double[] {1, 2, 3})
            .column("b", new double[] {1, Double.NaN, 3})
            .build();
    var index = twoDimensions(UNIT, Aggregation.ARITHMETIC, Aggregation.ARITHMETIC);
    var result = index.compute(input);
    assertThat(result.dimensionScore(0, 1)).isEqualTo(.5);
    assertThat(result.dimensionScore(1, 1)).isNaN();
    assertThat(result.score(1)).isNaN();
  }

  @Test
  void geometricAcrossArithmeticDimensions() {
    var input =
        IndexInput.builder(codes(3))
            .column("a", new double[] {0, 24, 99})
            .column("b", new double[] {0, -8, -99})
            .build();
    var result =
        twoDimensions(
                new Normalisation.MinMax(1, 100), Aggregation.ARITHMETIC, Aggregation.GEOMETRIC)
            .compute(input);
    assertThat(result.score(1)).isCloseTo(15, within(1e-12));
    assertThat(result.contribution(0, 1))
        .isCloseTo(15 * .5 * Math.log(25) / Math.log(15), within(1e-12));
    assertThat(result.contribution(1, 1))
        .isCloseTo(15 * .5 * Math.log(9) / Math.log(15), within(1e-12));
    assertThat(result.score(0)).isEqualTo(1);
    assertThat(result.contribution(0, 0)).isEqualTo(.5);
  }

  @Test
  void areasWithOutliersAreNamed() {
    double[] values = {1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 50};
    var result = single(A).compute(IndexInput.builder(codes(12)).column("a", values).build());
    assertThat(result.drawnIn(0)).containsExactly(new AreaCode("g11"));
    assertThat(result.score(10)).isEqualTo(1);
    assertThat(result.score(11)).isEqualTo(1);
  }

  @Test
  void goalpostsThatAreTooNarrowAreAWarning() {
    var ends =
        Map.of(
            "a", new Normalisation.Goalposts.Ends(0, 30),
            "b", new Normalisation.Goalposts.Ends(0, 20),
            "c", new Normalisation.Goalposts.Ends(0, 5));
    var result =
        flat(EQUAL, new Normalisation.Goalposts(ends, 0, 1), Aggregation.ARITHMETIC)
            .compute(BY_HAND);
    assertThat(result.warnings())
        .containsExactly(new IndexWarning(IndexWarning.Kind.BEYOND_GOALPOSTS, "a", "1"));
    assertThat(result.score(3)).isCloseTo((1 + .7 + 1) / 3, within(1e-15));
    assertThat(IndexWarning.Kind.BEYOND_GOALPOSTS.label()).isEqualTo("beyond-goalposts");
  }

  @Test
  void withheldValuesAreDroppedOnEntry() {
    double[] hidden = {10, 20, 30, 40};
    double[] otherwise = {10, 20, 30, -7000};
    var statuses =
        List.of(
            ObservationStatus.REPORTED,
            ObservationStatus.REPORTED,
            ObservationStatus.REPORTED,
            ObservationStatus.SUPPRESSED);
    var one = IndexInput.builder(codes(4)).column("a", hidden, new double[4], statuses).build();
    var other =
        IndexInput.builder(codes(4))
            .column("a", otherwise, new double[] {0, 0, 0, 99}, statuses)
            .build();
    var index = single(A);
    assertThat(index.compute(one).score(3)).isNaN();
    for (int row = 0; row < 3; row++) {
      assertThat(index.compute(one).score(row)).isEqualTo(index.compute(other).score(row));
    }
    assertThat(one.status("a", 3)).isEqualTo(ObservationStatus.SUPPRESSED);
  }

  @Test
  void estimatesBringTheirErrors() {
    var estimates =
        List.of(
            new Estimate(5, 3.040036015459946, 6.959963984540054, ObservationStatus.ESTIMATED),
            Estimate.of(7, ObservationStatus.REPORTED),
            Estimate.missing(ObservationStatus.TOO_IMPRECISE));
    var persons = new Indicator.Unit("persons", LocalizedText.same("persons"));
    var column = IndexInput.builder(codes(3)).column("a", estimates, persons).build().column("a");
    assertThat(column.error(0).below()).isCloseTo(1, within(1e-12));
    assertThat(column.error(0).above()).isCloseTo(1, within(1e-12));
    assertThat(column.error(1)).isEqualTo(SamplingError.NONE);
    assertThat(column.error(2)).isEqualTo(SamplingError.NONE);
    assertThat(column.isPresent(2)).isFalse();
  }

  @Test
  void rowsAreFoundByCode() {
    var result = single(A).compute(BY_HAND);
    assertThat(result.findRow(new AreaCode("g2"))).hasValue(2);
    assertThat(result.findRow(new AreaCode("elsewhere"))).isEmpty();
    assertThat(result.codes()).isEqualTo(codes(4));
  }

  private static void assertScores(IndexResult result, double tolerance, double... expected) {
    for (int row = 0; row < expected.length; row++) {
      assertThat(result.score(row)).isCloseTo(expected[row], within(tolerance));
    }
  }

  private static CompositeIndex single(IndexIndicator indicator) {
    return index(List.of(new IndexDimension("d", List.of(indicator), EQUAL)));
  }

  private static CompositeIndex flat(
      WeightScheme weights, Normalisation normalisation, Aggregation within) {
    return new CompositeIndex(
        "i",
        List.of(new IndexDimension("d", List.of(A, B, C), weights)),
        EQUAL,
        OutlierTreatment.standard(),
        normalisation,
        within,
        Aggregation.ARITHMETIC);
  }

  private static CompositeIndex twoDimensions(
      Normalisation normalisation, Aggregation within, Aggregation across) {
    return new CompositeIndex(
        "i",
        List.of(
            new IndexDimension("d", List.of(A), EQUAL), new IndexDimension("e", List.of(B), EQUAL)),
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

  private static List<IndexIndicator> raising(String... ids) {
    return List.of(ids).stream().map(id -> new IndexIndicator(id, Direction.RAISES)).toList();
  }

  private static List<AreaCode> codes(int size) {
    return IntStream.range(0, size).mapToObj(i -> new AreaCode("g" + i)).toList();
  }
}
