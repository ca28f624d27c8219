package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.area.AreaFixtures.area;
import static org.sozialradar.area.AreaFixtures.hierarchy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.PublishedAggregate.Part;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;

/** A drawn area against the municipalities in it. */
class PublishedAggregateTest {
  private static final ReferencePeriod YEAR = ReferencePeriod.ofYear(2022);
  private static final PublishedTable TABLE =
      published(
          Map.of(
              "a", new Estimate(0.4, 0.3, 0.5, ObservationStatus.REPORTED),
              "b", new Estimate(0.6, 0.4, 0.7, ObservationStatus.LIMITED_PRECISION),
              "s", Estimate.missing(ObservationStatus.SUPPRESSED),
              "t", Estimate.missing(ObservationStatus.SUPPRESSED),
              "i", Estimate.missing(ObservationStatus.TOO_IMPRECISE)));

  private static PublishedTable published(Map<String, Estimate> values) {
    var text = LocalizedText.same("Safety");
    var indicator =
        new Indicator(
            "safety",
            text,
            text,
            new Indicator.Unit("share", text),
            2,
            Indicator.Polarity.POSITIVE,
            Measure.intensive(),
            new Indicator.Theme("safety", text),
            Double.NaN,
            "",
            "survey");
    var table = IndicatorTable.builder("safety", "2022", "municipality", "survey");
    var areas = new ArrayList<Area>();
    values.forEach(
        (code, estimate) -> {
          table.put(new AreaCode(code), YEAR, estimate);
          areas.add(area("municipality", code));
        });
    return IndicatorResolution.of(
            List.of(indicator),
            List.of(table.build()),
            List.of(new BoundaryVersion("2022", LocalDate.of(2022, 1, 1), text, "test")),
            Map.of("2022", hierarchy(areas.toArray(new Area[0]))),
            CorrespondenceGraph.of(List.of()))
        .find("safety", "2022", "municipality")
        .map(DisclosureRule.SURVEY::publish)
        .orElseThrow();
  }

  private static Part whole(String code, double inhabitants) {
    return new Part(new AreaCode(code), inhabitants, true);
  }

  /**
   * (300 · 0.4 + 100 · 0.6) / 400 = 0.45; below √((0.75 · 0.1)² + (0.25 · 0.2)²) = 0.0901, above
   * √(0.075² + 0.025²) = 0.0791.
   */
  @Test
  void wholeMunicipalitiesGiveAMeanWithItsInterval() {
    var mean = PublishedAggregate.mean(TABLE, YEAR, List.of(whole("a", 300), whole("b", 100)));

    assertThat(mean.value()).isCloseTo(0.45, within(1e-12));
    assertThat(mean.lower()).isCloseTo(0.45 - 0.090139, within(1e-6));
    assertThat(mean.upper()).isCloseTo(0.45 + 0.079057, within(1e-6));
    assertThat(mean.status()).isEqualTo(ObservationStatus.LIMITED_PRECISION);
  }

  @Test
  void oneSuppressedMunicipalityMakesTheWholeMissing() {
    assertThat(PublishedAggregate.mean(TABLE, YEAR, List.of(whole("a", 300), whole("s", 1))))
        .isEqualTo(Estimate.missing(ObservationStatus.INPUT_MISSING));
    assertThat(PublishedAggregate.mean(TABLE, YEAR, List.of(whole("s", 300), whole("t", 100))))
        .isEqualTo(Estimate.missing(ObservationStatus.SUPPRESSED));
    assertThat(PublishedAggregate.mean(TABLE, YEAR, List.of(whole("i", 300))))
        .isEqualTo(Estimate.missing(ObservationStatus.TOO_IMPRECISE));
    assertThat(PublishedAggregate.mean(TABLE, YEAR, List.of(whole("a", 1), whole("nowhere", 1))))
        .isEqualTo(Estimate.missing(ObservationStatus.INPUT_MISSING));
  }

  /** Drawing a sliver of a suppressed municipality beside a shown one tells nothing of it. */
  @Test
  void aSliverOfASuppressedMunicipalityIsMissingToo() {
    var sliver = new Part(new AreaCode("s"), 1e-9, false);

    assertThat(PublishedAggregate.mean(TABLE, YEAR, List.of(whole("a", 300), sliver)).hasValue())
        .isFalse();
  }

  @Test
  void partsOfMunicipalitiesHaveNoInterval() {
    var part = new Part(new AreaCode("a"), 150, false);

    assertThat(PublishedAggregate.mean(TABLE, YEAR, List.of(part)))
        .isEqualTo(Estimate.of(0.4, ObservationStatus.LIMITED_PRECISION));
  }

  @Test
  void nothingAndTwiceTheSameAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishedAggregate.mean(TABLE, YEAR, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PublishedAggregate.mean(TABLE, YEAR, List.of(whole("a", 1), whole("a", 1))));
    assertThatIllegalArgumentException().isThrownBy(() -> whole("a", 0));
  }
}
