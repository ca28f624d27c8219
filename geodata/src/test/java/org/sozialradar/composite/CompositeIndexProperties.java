package org.sozialradar.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.IndexIndicator.Direction;
import org.sozialradar.indicator.ObservationStatus;

/** What holds of every index, whatever its values. */
class CompositeIndexProperties {
  private static final int INDICATORS = 6;
  private static final double MISSING = 0.12;

  /** How the indices of these properties are made: every way but fixed goalposts. */
  private enum Way {
    MIN_MAX,
    Z_SCORE,
    PERCENTILE,
    GEOMETRIC,
    GEOMETRIC_ACROSS,
    GEOMETRIC_WITHIN;

    private Normalisation normalisation() {
      return switch (this) {
        case MIN_MAX -> new Normalisation.MinMax(0, 1);
        case Z_SCORE -> new Normalisation.ZScore();
        case PERCENTILE -> new Normalisation.PercentileRank(0, 100);
        case GEOMETRIC, GEOMETRIC_ACROSS -> new Normalisation.MinMax(1, 100);
        case GEOMETRIC_WITHIN -> new Normalisation.PercentileRank(1, 100);
      };
    }

    private Aggregation within() {
      return this == GEOMETRIC || this == GEOMETRIC_WITHIN
          ? Aggregation.GEOMETRIC
          : Aggregation.ARITHMETIC;
    }

    private Aggregation across() {
      return this == GEOMETRIC || this == GEOMETRIC_ACROSS
          ? Aggregation.GEOMETRIC
          : Aggregation.ARITHMETIC;
    }
  }

  @Property(tries = 200)
  void contributionsAddUpToTheScore(@ForAll("tables") List<double[]> table, @ForAll Way way) {
    var result = index(way, Direction.RAISES).compute(input(table));
    for (int row = 0; row < result.codes().size(); row++) {
      double score = result.score(row);
      if (Double.isNaN(score)) {
        continue;
      }
      double indicators = 0;
      for (int i = 0; i < INDICATORS; i++) {
        indicators += result.contribution(i, row);
      }
      double dimensions =
          result.dimensionContribution(0, row) + result.dimensionContribution(1, row);
      assertThat(indicators).isCloseTo(score, within(1e-9 * Math.max(1, Math.abs(score))));
      assertThat(dimensions).isCloseTo(score, within(1e-9 * Math.max(1, Math.abs(score))));
    }
  }

  @Property(tries = 200)
  void theUnitOfAnIndicatorDoesNotMatter(
      @ForAll("tables") List<double[]> table,
      @ForAll Way way,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double factor,
      @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
    var other = new ArrayList<>(table);
    other.set(2, Arrays.stream(table.get(2)).map(x -> factor * x + shift).toArray());
    var index = index(way, Direction.RAISES);
    assertSame(index.compute(input(table)), index.compute(input(other)), 1e-6);
  }

  @Property(tries = 200)
  void turningValuesAndDirectionRoundChangesNothing(
      @ForAll("tables") List<double[]> table, @ForAll Way way) {
    var other = new ArrayList<>(table);
    other.set(0, Arrays.stream(table.get(0)).map(x -> -x).toArray());
    assertSame(
        index(way, Direction.RAISES).compute(input(table)),
        index(way, Direction.LOWERS).compute(input(other)),
        1e-9);
  }

  @Property(tries = 200)
  void turningTheDirectionRoundTurnsNormalisedValuesRound(@ForAll("tables") List<double[]> table) {
    var raises = index(Way.MIN_MAX, Direction.RAISES).compute(input(table));
    var lowers = index(Way.MIN_MAX, Direction.LOWERS).compute(input(table));
    for (int row = 0; row < raises.codes().size(); row++) {
      double normalised = raises.normalised(0, row);
      if (!Double.isNaN(normalised)) {
        assertThat(lowers.normalised(0, row)).isCloseTo(1 - normalised, within(1e-12));
      }
    }
  }

  @Property(tries = 100)
  void theOrderOfAreasDoesNotMatter(
      @ForAll("tables") List<double[]> table, @ForAll Way way, @ForAll long seed) {
    int areas = table.get(0).length;
    var order = new ArrayList<>(IntStream.range(0, areas).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    var builder = IndexInput.builder(order.stream().map(i -> new AreaCode("g" + i)).toList());
    for (int i = 0; i < INDICATORS; i++) {
      var column = table.get(i);
      builder.column("x" + i, order.stream().mapToDouble(row -> column[row]).toArray());
    }
    var index = index(way, Direction.RAISES);
    var own = index.compute(input(table));
    var shuffled = index.compute(builder.build());
    for (int row = 0; row < areas; row++) {
      int there = shuffled.findRow(new AreaCode("g" + row)).orElseThrow();
      assertSame(own.score(row), shuffled.score(there), 1e-9);
    }
  }

  @Property(tries = 200)
  void moreOfWhatRaisesNeverLowersAnArithmeticScore(
      @ForAll("tables") List<double[]> table, @ForAll @IntRange(max = 11) int area) {
    var index = goalposts();
    var more = new ArrayList<>(table);
    var column = table.get(4).clone();
    column[area] += 5;
    more.set(4, column);
    double before = index.compute(input(table)).score(area);
    double after = index.compute(input(more)).score(area);
    if (Double.isNaN(before)) {
      assertThat(after).isNaN();
    } else {
      assertThat(after).isGreaterThanOrEqualTo(before - 1e-12);
    }
  }

  @Property(tries = 20)
  void rankIntervalsAreWithinTheRanks(
      @ForAll("tables") List<double[]> table, @ForAll Way way, @ForAll long seed) {
    var index = index(way, Direction.RAISES);
    var input = input(table);
    var result = index.compute(input);
    if (IntStream.range(0, result.codes().size()).allMatch(i -> Double.isNaN(result.score(i)))) {
      return;
    }
    var intervals =
        RankDraws.simulate(index, input, UncertaintyPlan.standard(1000, seed)).intervals(1);
    double first = 0;
    for (int row = 0; row < intervals.codes().size(); row++) {
      var rank = intervals.at(row);
      assertThat(rank.lower()).isBetween(1, rank.median());
      assertThat(rank.upper()).isBetween(rank.median(), rank.areas());
      assertThat(rank.nominal()).isBetween(1, rank.areas());
      first += intervals.probabilityAmongFirst(1, row);
    }
    assertThat(first).isGreaterThan(1 - 1e-9);
  }

  @Property(tries = 20)
  void nothingDependsOnWithheldValues(
      @ForAll("tables") List<double[]> table,
      @ForAll Way way,
      @ForAll long seed,
      @ForAll @DoubleRange(min = -1e6, max = 1e6) double value,
      @ForAll @DoubleRange(min = 0, max = 1e6) double error) {
    var index = index(way, Direction.RAISES);
    var one = withheld(table, seed, 0, 0);
    var other = withheld(table, seed, value, error);
    assertSame(index.compute(one), index.compute(other), 0);
    var plan = UncertaintyPlan.standard(1000, seed);
    var ranks = RankDraws.simulate(index, one, plan).intervals(3);
    var otherRanks = RankDraws.simulate(index, other, plan).intervals(3);
    assertThat(otherRanks.codes()).isEqualTo(ranks.codes());
    for (int row = 0; row < ranks.codes().size(); row++) {
      assertThat(otherRanks.at(row)).isEqualTo(ranks.at(row));
      assertThat(otherRanks.probabilityAmongFirst(3, row))
          .isEqualTo(ranks.probabilityAmongFirst(3, row));
    }
  }

  /** A survey result with errors as x3, of which some values are withheld. */
  private static IndexInput withheld(
      List<double[]> table, long seed, double hiddenValue, double hiddenError) {
    int areas = table.get(0).length;
    var random = new Random(seed);
    var values = new double[areas];
    var errors = new double[areas];
    var statuses = new ArrayList<ObservationStatus>();
    for (int row = 0; row < areas; row++) {
      boolean hidden = row > 1 && random.nextInt(3) == 0;
      values[row] = hidden ? hiddenValue : row + random.nextDouble();
      errors[row] = hidden ? hiddenError : 2 * random.nextDouble();
      statuses.add(hidden ? ObservationStatus.SUPPRESSED : ObservationStatus.REPORTED);
    }
    var builder =
        IndexInput.builder(
            IntStream.range(0, areas).mapToObj(CompositeIndexProperties::area).toList());
    for (int i = 0; i < INDICATORS; i++) {
      if (i == 3) {
        builder.column("x3", values, errors, statuses);
      } else {
        builder.column("x" + i, table.get(i));
      }
    }
    return builder.build();
  }

  /** Columns of 12 to 40 areas, the first two cells always there and different. */
  @Provide
  Arbitrary<List<double[]>> tables() {
    return Combinators.combine(Arbitraries.integers().between(12, 40), Arbitraries.longs())
        .as(CompositeIndexProperties::table);
  }

  private static List<double[]> table(int areas, long seed) {
    var random = new Random(seed);
    var columns = new ArrayList<double[]>();
    for (int i = 0; i < INDICATORS; i++) {
      var column = new double[areas];
      for (int row = 0; row < areas; row++) {
        boolean missing = row > 1 && random.nextDouble() < MISSING;
        // Whole numbers bring ties, a fourth power brings outliers.
        double value = i % 2 == 0 ? random.nextInt(20) : Math.pow(random.nextGaussian(), 4);
        column[row] = missing ? Double.NaN : value;
      }
      column[0] = -1;
      column[1] = 21;
      columns.add(column);
    }
    return columns;
  }

  private static AreaCode area(int row) {
    return new AreaCode("g" + row);
  }

  private static IndexInput input(List<double[]> table) {
    var builder =
        IndexInput.builder(
            IntStream.range(0, table.get(0).length)
                .mapToObj(CompositeIndexProperties::area)
                .toList());
    for (int i = 0; i < INDICATORS; i++) {
      builder.column("x" + i, table.get(i));
    }
    return builder.build();
  }

  private static CompositeIndex index(Way way, Direction first) {
    return index(way.normalisation(), way.within(), way.across(), first);
  }

  private static CompositeIndex goalposts() {
    var ends = new java.util.HashMap<String, Normalisation.Goalposts.Ends>();
    for (int i = 0; i < INDICATORS; i++) {
      ends.put("x" + i, new Normalisation.Goalposts.Ends(-5, 30));
    }
    return index(
        new Normalisation.Goalposts(ends, 0, 1),
        Aggregation.ARITHMETIC,
        Aggregation.ARITHMETIC,
        Direction.RAISES);
  }

  private static CompositeIndex index(
      Normalisation normalisation, Aggregation within, Aggregation across, Direction first) {
    var one =
        new IndexDimension(
            "one",
            List.of(
                new IndexIndicator("x0", first),
                new IndexIndicator("x1", Direction.LOWERS),
                new IndexIndicator("x2", Direction.RAISES)),
            new WeightScheme.Given(Map.of("x0", .5, "x1", .3, "x2", .2)));
    var two =
        new IndexDimension(
            "two",
            List.of(
                new IndexIndicator("x3", Direction.LOWERS),
                new IndexIndicator("x4", Direction.RAISES),
                new IndexIndicator("x5", Direction.RAISES)),
            new WeightScheme.Equal());
    return new CompositeIndex(
        "i",
        List.of(one, two),
        new WeightScheme.Given(Map.of("one", .6, "two", .4)),
        OutlierTreatment.standard(),
        normalisation,
        within,
        across);
  }

  private static void assertSame(IndexResult one, IndexResult other, double tolerance) {
    for (int row = 0; row < one.codes().size(); row++) {
      assertSame(one.score(row), other.score(row), tolerance);
    }
  }

  private static void assertSame(double one, double other, double tolerance) {
    if (Double.isNaN(one)) {
      assertThat(other).isNaN();
    } else {
      assertThat(other).isCloseTo(one, within(tolerance * Math.max(1, Math.abs(one))));
    }
  }
}
