package org.sozialradar.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.area.AreaFixtures.crosswalk;
import static org.sozialradar.area.AreaFixtures.link;
import static org.sozialradar.area.AreaFixtures.merged;
import static org.sozialradar.area.AreaFixtures.same;
import static org.sozialradar.indicator.Indicators.missing;
import static org.sozialradar.indicator.Indicators.reported;
import static org.sozialradar.indicator.ObservationStatus.CONVERTED;
import static org.sozialradar.indicator.ObservationStatus.ESTIMATED;
import static org.sozialradar.indicator.ObservationStatus.INPUT_MISSING;
import static org.sozialradar.indicator.ObservationStatus.LIMITED_PRECISION;
import static org.sozialradar.indicator.ObservationStatus.NOT_CONVERTIBLE;
import static org.sozialradar.indicator.ObservationStatus.NOT_MEANINGFUL;
import static org.sozialradar.indicator.ObservationStatus.NO_ROW;
import static org.sozialradar.indicator.ObservationStatus.PROVISIONAL;
import static org.sozialradar.indicator.ObservationStatus.SUPPRESSED;
import static org.sozialradar.indicator.ObservationStatus.UNKNOWN_OR_SECRET;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaTransfer;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.area.ShareKind;

/**
 * Conversion on an example by hand: old A (population 1000, area 50, unemployed 60) goes to X with
 * .6 of its people and .3 of its surface and to Y with .4 and .7; old B (500, 20, 20) goes to X.
 */
class ConversionTest {
  private static final AreaCorrespondence CROSSWALK =
      crosswalk(
          "old",
          "new",
          link("A", "X", 0.6, 0.3),
          link("A", "Y", 0.4, 0.7),
          merged("B", "X"),
          same("C"),
          merged("D", "DE"),
          merged("E", "DE"));
  private static final AreaTransfer BY_PEOPLE = transfer(CROSSWALK, ShareKind.POPULATION);
  private static final AreaTransfer BY_AREA = transfer(CROSSWALK, ShareKind.AREA);

  private static AreaTransfer transfer(AreaCorrespondence crosswalk, ShareKind kind) {
    return CorrespondenceGraph.of(List.of(crosswalk))
        .find("municipality", crosswalk.fromEdition(), crosswalk.toEdition(), kind)
        .orElseThrow();
  }

  private static AreaValues values(Map<String, Estimate> values) {
    return AreaValues.of(code -> values.getOrDefault(code.value(), missing(NO_ROW)));
  }

  private static AreaValues counts(double a, double b) {
    return values(Map.of("A", reported(a), "B", reported(b)));
  }

  private static Estimate count(String to, Map<String, Estimate> values) {
    return Conversion.extensive(BY_PEOPLE, code(to), values(values));
  }

  @Test
  void countsGoBySharesOfPeopleOrSurface() {
    var unemployed = counts(60, 20);
    assertThat(Conversion.extensive(BY_PEOPLE, code("X"), unemployed))
        .isEqualTo(Estimate.of(56, CONVERTED));
    assertThat(Conversion.extensive(BY_PEOPLE, code("Y"), unemployed))
        .isEqualTo(Estimate.of(24, CONVERTED));
    assertThat(Conversion.extensive(BY_PEOPLE, code("X"), counts(1000, 500)).value())
        .isEqualTo(1100);
    assertThat(Conversion.extensive(BY_AREA, code("X"), counts(50, 20)).value()).isEqualTo(35);
  }

  @Test
  void ratesAreWeightedByTheTransferredDenominator() {
    var rates = counts(6, 4);
    var population = counts(1000, 500);
    var x = Conversion.rate(BY_PEOPLE, code("X"), rates, population);
    assertThat(x.value()).isCloseTo(5.0909, within(5e-5));
    assertThat(x.status()).isEqualTo(CONVERTED);
    assertThat(Conversion.rate(BY_PEOPLE, code("Y"), rates, population))
        .isEqualTo(Estimate.of(6, CONVERTED));
  }

  @Test
  void sharesThatDoNotSumToOneAreRejected() {
    assertThatThrownBy(
            () -> crosswalk("old", "new", link("A", "X", 0.5, 0.3), link("A", "Y", 0.4, 0.7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A sum to 0.9");
  }

  @Test
  void anUnchangedAreaKeepsEstimateStatusAndReason() {
    var estimate = new Estimate(5, 4, 7, PROVISIONAL);
    assertThat(count("C", Map.of("C", estimate))).isEqualTo(estimate);
    assertThat(count("C", Map.of("C", missing(UNKNOWN_OR_SECRET))))
        .isEqualTo(missing(UNKNOWN_OR_SECRET));
    var rates = values(Map.of("C", estimate));
    assertThat(Conversion.rate(BY_PEOPLE, code("C"), rates, values(Map.of()))).isEqualTo(estimate);
  }

  @Test
  void intensiveValuesPassOnlyWhereNothingChanged() {
    var both = List.of(BY_PEOPLE, BY_AREA);
    var values = values(Map.of("A", reported(1), "B", reported(2), "C", reported(3)));
    assertThat(Conversion.intensive(both, code("C"), values)).isEqualTo(reported(3));
    assertThat(Conversion.intensive(both, code("X"), values)).isEqualTo(missing(NOT_CONVERTIBLE));
    assertThat(Conversion.intensive(both, code("Y"), values)).isEqualTo(missing(NOT_CONVERTIBLE));
    // the people are the same but the surface is not
    var strip = crosswalk("old", "new", link("F", "F", 1, 0.9), link("F", "G", 0, 0.1), same("G"));
    var transfers = List.of(transfer(strip, ShareKind.POPULATION), transfer(strip, ShareKind.AREA));
    var one = values(Map.of("F", reported(1)));
    assertThat(Conversion.intensive(transfers, code("F"), one)).isEqualTo(missing(NOT_CONVERTIBLE));
    assertThat(Conversion.extensive(transfers.get(0), code("F"), one)).isEqualTo(reported(1));
  }

  @Test
  void aMissingPartMakesTheWholeMissing() {
    assertThat(count("DE", Map.of("D", reported(5)))).isEqualTo(missing(INPUT_MISSING));
    assertThat(count("DE", Map.of())).isEqualTo(missing(NO_ROW));
    assertThat(count("DE", Map.of("D", missing(SUPPRESSED), "E", missing(SUPPRESSED))))
        .isEqualTo(missing(SUPPRESSED));
    assertThat(count("DE", Map.of("D", missing(SUPPRESSED)))).isEqualTo(missing(INPUT_MISSING));
    assertThat(count("nowhere", Map.of("D", reported(5)))).isEqualTo(missing(NOT_CONVERTIBLE));
  }

  @Test
  void whereNobodyLivesNoRowCountsAsZero() {
    var values = new AreaValues(values(Map.of("D", reported(5)))::get, code("E")::equals);
    assertThat(Conversion.extensive(BY_PEOPLE, code("DE"), values))
        .isEqualTo(Estimate.of(5, CONVERTED));
    var secret =
        new AreaValues(
            values(Map.of("D", reported(5), "E", missing(UNKNOWN_OR_SECRET)))::get,
            code("E")::equals);
    assertThat(Conversion.extensive(BY_PEOPLE, code("DE"), secret))
        .isEqualTo(missing(INPUT_MISSING));
  }

  @Test
  void ratesNeedTheDenominatorOfEveryPart() {
    var rates = values(Map.of("D", reported(5), "E", reported(7)));
    assertThat(Conversion.rate(BY_PEOPLE, code("DE"), rates, values(Map.of("D", reported(10)))))
        .isEqualTo(missing(INPUT_MISSING));
    var empty = values(Map.of("D", reported(10), "E", reported(0)));
    assertThat(Conversion.rate(BY_PEOPLE, code("DE"), rates, empty))
        .isEqualTo(Estimate.of(5, CONVERTED));
    var none = values(Map.of("D", reported(0), "E", reported(0)));
    assertThat(Conversion.rate(BY_PEOPLE, code("DE"), rates, none))
        .isEqualTo(missing(NOT_MEANINGFUL));
    var half = values(Map.of("D", reported(5), "E", missing(NOT_MEANINGFUL)));
    assertThat(Conversion.rate(BY_PEOPLE, code("DE"), half, empty))
        .isEqualTo(Estimate.of(5, CONVERTED));
    var full = values(Map.of("D", reported(10), "E", reported(1)));
    assertThat(Conversion.rate(BY_PEOPLE, code("DE"), half, full))
        .isEqualTo(missing(INPUT_MISSING));
  }

  @Test
  void intervalsOfJoinedAreasAreCombinedAsIndependent() {
    // MOVER: 10 (7..14) + 20 (16..23): lower 30 − √(3² + 4²) = 25, upper 30 + √(4² + 3²) = 35
    var values =
        Map.of("D", new Estimate(10, 7, 14, ESTIMATED), "E", new Estimate(20, 16, 23, ESTIMATED));
    assertThat(count("DE", values)).isEqualTo(new Estimate(30, 25, 35, ESTIMATED));
    var one = Map.of("D", new Estimate(10, 7, 14, ESTIMATED), "E", reported(20));
    assertThat(count("DE", one)).isEqualTo(new Estimate(30, 27, 34, ESTIMATED));
    var weights = values(Map.of("D", reported(30), "E", reported(10)));
    var mean = Conversion.rate(BY_PEOPLE, code("DE"), values(one), weights);
    assertThat(mean).isEqualTo(new Estimate(12.5, 10.25, 15.5, ESTIMATED));
  }

  @Test
  void theIntervalOfAnAreaDoesNotHoldForItsParts() {
    var values = values(Map.of("A", new Estimate(10, 7, 14, ESTIMATED), "B", reported(1)));
    assertThat(Conversion.extensive(BY_PEOPLE, code("Y"), values))
        .isEqualTo(Estimate.of(4, LIMITED_PRECISION));
    assertThat(Conversion.rate(BY_PEOPLE, code("Y"), values, counts(1, 1)))
        .isEqualTo(Estimate.of(10, LIMITED_PRECISION));
    assertThat(Conversion.extensive(BY_PEOPLE, code("X"), values))
        .isEqualTo(Estimate.of(7, LIMITED_PRECISION));
  }

  @Test
  void anErrorOfUnknownSizeLeavesNoInterval() {
    var values =
        Map.of("D", new Estimate(10, 7, 14, ESTIMATED), "E", Estimate.of(20, LIMITED_PRECISION));
    assertThat(count("DE", values)).isEqualTo(Estimate.of(30, LIMITED_PRECISION));
  }

  @Test
  void theLessTrustedStatusStays() {
    var values = Map.of("D", Estimate.of(1, ESTIMATED), "E", Estimate.of(2, PROVISIONAL));
    assertThat(count("DE", values)).isEqualTo(Estimate.of(3, ESTIMATED));
    var provisional = Map.of("D", reported(1), "E", Estimate.of(2, PROVISIONAL));
    assertThat(count("DE", provisional)).isEqualTo(Estimate.of(3, CONVERTED));
  }

  @Property
  void totalsAreKept(
      @ForAll @Size(min = 1, max = 10) List<@Size(4) List<@IntRange(max = 9) Integer>> weights,
      @ForAll @Size(10) List<@DoubleRange(min = 0, max = 1e6) Double> counts) {
    var transfer = transfer(random(weights), ShareKind.AREA);
    double before = 0;
    for (int i = 0; i < weights.size(); i++) {
      before += counts.get(i);
    }
    double after = 0;
    for (int j = 0; j < 4; j++) {
      var to = code("n" + j);
      if (transfer.isConvertible(to)) {
        after +=
            Conversion.extensive(
                    transfer, to, AreaValues.of(from -> reported(counts.get(index(from)))))
                .value();
      }
    }
    assertThat(after).isCloseTo(before, within(1e-9 * Math.max(1, before)));
  }

  @Property
  void aConvertedRateLiesBetweenTheRatesOfItsParts(
      @ForAll @Size(min = 1, max = 10) List<@Size(4) List<@IntRange(max = 9) Integer>> weights,
      @ForAll @Size(10) List<@DoubleRange(min = 0, max = 100) Double> rates,
      @ForAll @Size(10) List<@IntRange(min = 1, max = 99_999) Integer> denominators) {
    var transfer = transfer(random(weights), ShareKind.POPULATION);
    for (int j = 0; j < 4; j++) {
      var to = code("n" + j);
      var parts = transfer.sources(to).stream().map(part -> rates.get(index(part.from()))).toList();
      if (!parts.isEmpty()) {
        var found =
            Conversion.rate(
                transfer,
                to,
                AreaValues.of(from -> reported(rates.get(index(from)))),
                AreaValues.of(from -> reported(denominators.get(index(from)))));
        assertThat(found.value())
            .isBetween(
                parts.stream().min(Double::compare).orElseThrow() - 1e-9,
                parts.stream().max(Double::compare).orElseThrow() + 1e-9);
      }
    }
  }

  @Property
  void aConvertedRateIsTheQuotientOfTheConvertedCounts(
      @ForAll @Size(min = 1, max = 10) List<@Size(4) List<@IntRange(max = 9) Integer>> weights,
      @ForAll @Size(10) List<@IntRange(max = 5000) Integer> numerators,
      @ForAll @Size(10) List<@IntRange(min = 1, max = 99_999) Integer> denominators) {
    var transfer = transfer(random(weights), ShareKind.POPULATION);
    var above = AreaValues.of(from -> reported(numerators.get(index(from))));
    var below = AreaValues.of(from -> reported(denominators.get(index(from))));
    var rates =
        AreaValues.of(
            from -> reported(100.0 * numerators.get(index(from)) / denominators.get(index(from))));
    for (int j = 0; j < 4; j++) {
      var to = code("n" + j);
      if (transfer.isConvertible(to)) {
        double quotient =
            Conversion.extensive(transfer, to, above).value()
                / Conversion.extensive(transfer, to, below).value();
        assertThat(Conversion.rate(transfer, to, rates, below).value())
            .isCloseTo(100 * quotient, within(1e-7 * Math.max(1, 100 * quotient)));
      }
    }
  }

  private static int index(AreaCode from) {
    return Integer.parseInt(from.value().substring(1));
  }

  private static AreaCorrespondence random(List<List<Integer>> weights) {
    var links = new ArrayList<AreaCorrespondence.Link>();
    for (int i = 0; i < weights.size(); i++) {
      double sum = weights.get(i).stream().mapToInt(Integer::intValue).sum();
      for (int j = 0; j < 4; j++) {
        double share = sum == 0 ? (j == 0 ? 1 : 0) : weights.get(i).get(j) / sum;
        links.add(link("o" + i, "n" + j, share, share));
      }
    }
    return new AreaCorrespondence("old", "new", "municipality", "random", links);
  }
}
