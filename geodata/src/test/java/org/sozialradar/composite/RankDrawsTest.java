package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;

class RankDrawsTest {
  private static final WeightScheme EQUAL = new WeightScheme.Equal();
  private static final int MANY = 20_000;

  /** Four standard deviations of a share of one half in so many draws. */
  private static final double CLOSE = 4 * Math.sqrt(.25 / MANY);

  @Test
  void drawsOfNothingGiveTheNominalRank() {
    var index = index(EQUAL, "rating", "complaints", "learning", "critical");
    var draws = RankDraws.simulate(index, Attitude.input(), UncertaintyPlan.samplingOnly(1000, 7));
    var intervals = draws.intervals(1, 10);
    var scores = scores(index);
    for (int row = 0; row < 30; row++) {
      double own = scores[row];
      int rank = 1 + (int) Arrays.stream(scores).filter(score -> score > own).count();
      assertThat(intervals.at(row))
          .isEqualTo(new RankIntervals.RankInterval(rank, rank, rank, rank, 30));
      assertThat(intervals.probabilityAmongFirst(10, row)).isEqualTo(rank <= 10 ? 1 : 0);
    }
    assertThat(draws.plan().seed()).isEqualTo(7);
  }

  @Test
  void theSameSeedGivesTheSameRanksOnAnyNumberOfThreads() {
    var index = index(EQUAL, "rating", "complaints", "learning", "critical");
    var plan = UncertaintyPlan.standard(1000, 42);
    var alone = inPool(1, () -> RankDraws.simulate(index, noisy(), plan).intervals(3));
    var four = inPool(4, () -> RankDraws.simulate(index, noisy(), plan).intervals(3));
    var otherSeed =
        RankDraws.simulate(index, noisy(), UncertaintyPlan.standard(1000, 43)).intervals(3);
    int different = 0;
    for (int row = 0; row < 30; row++) {
      assertThat(four.at(row)).isEqualTo(alone.at(row));
      assertThat(four.probabilityAmongFirst(3, row)).isEqualTo(alone.probabilityAmongFirst(3, row));
      different +=
          otherSeed.probabilityAmongFirst(3, row) == alone.probabilityAmongFirst(3, row) ? 0 : 1;
    }
    assertThat(different).isPositive();
  }

  @Test
  void intervalsHoldTheMedianAndWiden() {
    var index = index(EQUAL, "rating", "complaints", "learning", "critical");
    var intervals =
        RankDraws.simulate(index, noisy(), UncertaintyPlan.standard(1000, 1)).intervals(5, 30);
    double first = 0;
    for (int row = 0; row < 30; row++) {
      var rank = intervals.at(row);
      assertThat(rank.lower()).isBetween(1, rank.median());
      assertThat(rank.upper()).isBetween(rank.median(), 30);
      assertThat(intervals.probabilityAmongFirst(30, row)).isEqualTo(1);
      first += intervals.probabilityAmongFirst(5, row);
    }
    assertThat(first).isCloseTo(5, within(.05));
  }

  /** Values 0 and 1 with errors 1 and 1: the second is larger with Φ(1/√2) = .760249938907. */
  @Test
  void samplingErrors() {
    var input =
        IndexInput.builder(codes(2)).column("x", new double[] {0, 1}, new double[] {1, 1}).build();
    var up = new IndexIndicator("x", Direction.RAISES);
    var high = RankDraws.ofIndicator(input, up, MANY, 5).intervals(1);
    assertThat(high.probabilityAmongFirst(1, 1)).isCloseTo(.760249938907, within(CLOSE));
    assertThat(high.at(1)).isEqualTo(new RankIntervals.RankInterval(1, 1, 1, 2, 2));
    var down = new IndexIndicator("x", Direction.LOWERS);
    var low = RankDraws.ofIndicator(input, down, MANY, 5).intervals(1);
    assertThat(low.probabilityAmongFirst(1, 0)).isCloseTo(.760249938907, within(CLOSE));
    assertThat(low.at(0).nominal()).isEqualTo(1);
  }

  /** First where w₁ > ½, of w₁ ~ Beta(6, 4): R 4.2.2, 1 - pbeta(.5, 6, 4) = .74609375. */
  @Test
  void weights() {
    var given = new WeightScheme.Given(java.util.Map.of("x", .6, "y", .4));
    var intervals =
        RankDraws.simulate(index(given, "x", "y"), opposites(), plan(10, false)).intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isCloseTo(.74609375, within(CLOSE));
    assertThat(intervals.probabilityAmongFirst(1, 1)).isCloseTo(.25390625, within(CLOSE));
  }

  @Test
  void weightsOfDimensions() {
    var index =
        new CompositeIndex(
            "i",
            List.of(
                new IndexDimension("d", raising("x"), EQUAL),
                new IndexDimension("e", raising("y"), EQUAL)),
            new WeightScheme.Given(java.util.Map.of("d", .6, "e", .4)),
            OutlierTreatment.none(),
            new Normalisation.MinMax(0, 1),
            Aggregation.ARITHMETIC,
            Aggregation.ARITHMETIC);
    var intervals = RankDraws.simulate(index, opposites(), plan(10, false)).intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isCloseTo(.74609375, within(CLOSE));
  }

  @Test
  void symmetricAreasHaveTheSameChances() {
    var intervals =
        RankDraws.simulate(index(EQUAL, "x", "y"), opposites(), UncertaintyPlan.standard(MANY, 11))
            .intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isCloseTo(.5, within(CLOSE));
    for (int row = 0; row < 2; row++) {
      assertThat(intervals.at(row).nominal()).isEqualTo(1);
      assertThat(intervals.at(row).lower()).isEqualTo(1);
      assertThat(intervals.at(row).upper()).isEqualTo(2);
    }
  }

  /**
   * (1, 1, 0) against (0, 0, 1): alone first with all indicators or without the third, level
   * without the first or the second.
   */
  @Test
  void oneIndicatorLeftOut() {
    var input =
        IndexInput.builder(codes(2))
            .column("x", new double[] {1, 0})
            .column("y", new double[] {1, 0})
            .column("z", new double[] {0, 1})
            .build();
    var intervals =
        RankDraws.simulate(index(EQUAL, "x", "y", "z"), input, plan(Double.POSITIVE_INFINITY, true))
            .intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isEqualTo(1);
    assertThat(intervals.probabilityAmongFirst(1, 1)).isCloseTo(.5, within(CLOSE));
  }

  /** Without one of two single-indicator dimensions the other alone decides: 0, +, − each 1/3. */
  @Test
  void aDimensionLeavesWithItsOnlyIndicator() {
    var index =
        new CompositeIndex(
            "i",
            List.of(
                new IndexDimension("d", raising("x"), EQUAL),
                new IndexDimension("e", raising("y"), EQUAL)),
            EQUAL,
            OutlierTreatment.none(),
            new Normalisation.MinMax(0, 1),
            Aggregation.ARITHMETIC,
            Aggregation.ARITHMETIC);
    var intervals =
        RankDraws.simulate(index, opposites(), plan(Double.POSITIVE_INFINITY, true)).intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isCloseTo(2 / 3.0, within(CLOSE));
    assertThat(intervals.probabilityAmongFirst(1, 1)).isCloseTo(2 / 3.0, within(CLOSE));
  }

  /** Arithmetic: (1, 0, .6) before (.5, .5, .5); geometric on 1–100 the other way round. */
  @Test
  void aggregations() {
    var input =
        IndexInput.builder(codes(4))
            .column("x", new double[] {10, 5, 0, 0})
            .column("y", new double[] {0, 5, 10, 0})
            .column("z", new double[] {6, 5, 0, 10})
            .build();
    var plan =
        new UncertaintyPlan(
            MANY,
            9,
            List.of(),
            List.of(Aggregation.ARITHMETIC, Aggregation.GEOMETRIC),
            Double.POSITIVE_INFINITY,
            false,
            false);
    var intervals = RankDraws.simulate(index(EQUAL, "x", "y", "z"), input, plan).intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isCloseTo(.5, within(CLOSE));
    assertThat(intervals.probabilityAmongFirst(1, 1)).isCloseTo(.5, within(CLOSE));
  }

  /** A far value decides by min-max, not by rank: 100 + 0 against 3 + 1 of (0..100, 0..3). */
  @Test
  void normalisations() {
    var input =
        IndexInput.builder(codes(4))
            .column("x", new double[] {100, 3, 2, 0})
            .column("y", new double[] {1, 2, 0, 0})
            .build();
    var plan =
        new UncertaintyPlan(
            MANY,
            9,
            List.of(new Normalisation.MinMax(0, 1), new Normalisation.PercentileRank(0, 1)),
            List.of(),
            Double.POSITIVE_INFINITY,
            false,
            false);
    var intervals = RankDraws.simulate(index(EQUAL, "x", "y"), input, plan).intervals(1);
    assertThat(intervals.probabilityAmongFirst(1, 0)).isEqualTo(1);
    assertThat(intervals.probabilityAmongFirst(1, 1)).isCloseTo(.5, within(CLOSE));
  }

  @Test
  void outliersStayDrawnInWithinDraws() {
    var values = IntStream.rangeClosed(1, 61).asDoubleStream().toArray();
    values[60] = 100_000;
    var errors = new double[61];
    errors[60] = 1000;
    var input =
        IndexInput.builder(codes(61))
            .column("x", values, errors)
            .column("y", IntStream.rangeClosed(1, 61).mapToDouble(i -> (i * 37) % 61).toArray())
            .build();
    var index =
        new CompositeIndex(
            "i",
            List.of(new IndexDimension("d", raising("x", "y"), EQUAL)),
            EQUAL,
            OutlierTreatment.standard(),
            new Normalisation.MinMax(0, 1),
            Aggregation.ARITHMETIC,
            Aggregation.ARITHMETIC);
    var draws = RankDraws.simulate(index, input, UncertaintyPlan.samplingOnly(1000, 1));
    for (int row = 0; row < 61; row++) {
      var rank = draws.intervals().at(row);
      assertThat(rank.lower()).isEqualTo(rank.nominal());
      assertThat(rank.upper()).isEqualTo(rank.nominal());
    }
  }

  @Test
  void areasWithoutAScoreAreNotRanked() {
    var input =
        IndexInput.builder(codes(4)).column("x", new double[] {4, Double.NaN, 9, 1}).build();
    var draws = RankDraws.ofIndicator(input, new IndexIndicator("x", Direction.RAISES), 1000, 1);
    assertThat(draws.codes()).containsExactly(code(0), code(2), code(3));
    assertThat(draws.intervals().find(code(1))).isEmpty();
    assertThat(draws.intervals().find(code(2)))
        .hasValue(new RankIntervals.RankInterval(1, 1, 1, 1, 3));
  }

  @Test
  void equalAreasShareTheBestRank() {
    var input = IndexInput.builder(codes(4)).column("x", new double[] {4, 9, 4, 1}).build();
    var intervals =
        RankDraws.ofIndicator(input, new IndexIndicator("x", Direction.RAISES), 1000, 1)
            .intervals();
    assertThat(IntStream.range(0, 4).map(row -> intervals.at(row).nominal()))
        .containsExactly(2, 1, 2, 4);
  }

  @Test
  void plansThatCannotBe() {
    assertFault("draws-out-of-range", () -> UncertaintyPlan.standard(999, 1));
    assertFault("draws-out-of-range", () -> UncertaintyPlan.standard(100_001, 1));
    assertFault("concentration-not-positive", () -> plan(0, false));
    assertFault("concentration-not-positive", () -> plan(Double.NaN, false));
    var index = index(EQUAL, "x", "y");
    var draws = RankDraws.simulate(index, opposites(), UncertaintyPlan.standard(1000, 1));
    assertFault("first-not-positive", () -> draws.intervals(0));
    assertThatThrownBy(() -> draws.intervals(1).probabilityAmongFirst(2, 0))
        .isInstanceOf(IllegalArgumentException.class);
    var apart =
        IndexInput.builder(codes(4))
            .column("x", new double[] {1, 2, Double.NaN, Double.NaN})
            .column("y", new double[] {Double.NaN, Double.NaN, 1, 2})
            .build();
    assertFault(
        "no-scores", () -> RankDraws.simulate(index, apart, UncertaintyPlan.standard(1000, 1)));
    var wide =
        IndexInput.builder(codes(501))
            .column("x", IntStream.range(0, 501).asDoubleStream().toArray())
            .build();
    assertFault(
        "too-many-ranks",
        () -> RankDraws.ofIndicator(wide, new IndexIndicator("x", Direction.RAISES), 100_000, 1));
  }

  private static void assertFault(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidIndexException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static <T> T inPool(int threads, java.util.concurrent.Callable<T> task) {
    var pool = new ForkJoinPool(threads);
    try {
      return pool.submit(task).join();
    } finally {
      pool.shutdown();
    }
  }

  private static UncertaintyPlan plan(double concentration, boolean leavesOneOut) {
    return new UncertaintyPlan(
        MANY, 2024, List.of(), List.of(), concentration, leavesOneOut, false);
  }

  private static IndexInput opposites() {
    return IndexInput.builder(codes(2))
        .column("x", new double[] {1, 0})
        .column("y", new double[] {0, 1})
        .build();
  }

  private static IndexInput noisy() {
    var random = RandomSource.XO_SHI_RO_256_PP.create(17L);
    var builder = IndexInput.builder(Attitude.codes());
    for (var name : Attitude.names()) {
      var errors = IntStream.range(0, 30).mapToDouble(i -> 8 * random.nextDouble()).toArray();
      builder.column(
          name, Attitude.column(name), name.equals("learning") ? new double[30] : errors);
    }
    return builder.build();
  }

  private static double[] scores(CompositeIndex index) {
    var result = index.compute(Attitude.input());
    return IntStream.range(0, 30).mapToDouble(result::score).toArray();
  }

  private static CompositeIndex index(WeightScheme weights, String... ids) {
    return new CompositeIndex(
        "i",
        List.of(new IndexDimension("d", raising(ids), weights)),
        EQUAL,
        OutlierTreatment.none(),
        new Normalisation.MinMax(0, 1),
        Aggregation.ARITHMETIC,
        Aggregation.ARITHMETIC);
  }

  private static List<IndexIndicator> raising(String... ids) {
    return List.of(ids).stream().map(id -> new IndexIndicator(id, Direction.RAISES)).toList();
  }

  private static AreaCode code(int i) {
    return new AreaCode("g" + i);
  }

  private static List<AreaCode> codes(int size) {
    return IntStream.range(0, size).mapToObj(RankDrawsTest::code).toList();
  }
}
