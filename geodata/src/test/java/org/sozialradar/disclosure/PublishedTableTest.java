package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.area.AreaFixtures.area;
import static org.sozialradar.area.AreaFixtures.code;
import static org.sozialradar.area.AreaFixtures.hierarchy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorResolution;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.indicator.ResolvedTable;

class PublishedTableTest {
  private static final ReferencePeriod YEAR = ReferencePeriod.ofYear(2021);
  private static final Estimate KNOWN = Estimate.of(12, ObservationStatus.REPORTED);
  private static final Estimate SECRET = Estimate.missing(ObservationStatus.UNKNOWN_OR_SECRET);

  private static ResolvedTable resolved(String level) {
    var text = LocalizedText.same("Unemployed");
    var indicator =
        new Indicator(
            "unemployed",
            text,
            text,
            new Indicator.Unit("persons", text),
            0,
            Indicator.Polarity.NEGATIVE,
            Measure.extensive("population"),
            new Indicator.Theme("work", text),
            Double.NaN,
            "",
            "test");
    var table =
        IndicatorTable.builder("unemployed", "2022", "municipality", "test")
            .put(code("a"), YEAR, KNOWN)
            .put(code("b"), YEAR, SECRET)
            .build();
    var areas =
        hierarchy(
            area("municipality", "a", "district", "D"),
            area("municipality", "b", "district", "D"),
            area("municipality", "c", "district", "E"),
            area("district", "D"),
            area("district", "E"));
    return IndicatorResolution.of(
            List.of(indicator),
            List.of(table),
            List.of(new BoundaryVersion("2022", LocalDate.of(2022, 1, 1), text, "test")),
            Map.of("2022", areas),
            CorrespondenceGraph.of(List.of()))
        .find("unemployed", "2022", level)
        .orElseThrow();
  }

  @Test
  void officialFiguresArePublishedAsTheyAre() {
    var published = DisclosureRule.OFFICIAL.publish(resolved("municipality"));
    assertThat(published.codes()).containsExactly(code("a"), code("b"), code("c"));
    assertThat(published.periods()).containsExactly(YEAR);
    assertThat(published.column(YEAR))
        .containsExactly(KNOWN, SECRET, Estimate.missing(ObservationStatus.NO_ROW));
    assertThat(published.find(code("b"), YEAR)).contains(SECRET);
    assertThat(published.find(code("z"), YEAR)).isEmpty();
    assertThat(published.origin(YEAR))
        .isEqualTo(new Origin("municipality", "2022", false, new TreeSet<>(List.of("test"))));
    assertThat(published.indicatorId()).isEqualTo("unemployed");
    assertThat(published.edition()).isEqualTo("2022");
    assertThat(published.level()).isEqualTo("municipality");
    assertThat(published.rule()).isEqualTo(DisclosureRule.OFFICIAL);
  }

  @Test
  void aSecretValueIsNotHiddenInASum() {
    var published = DisclosureRule.OFFICIAL.publish(resolved("district"));
    assertThat(published.column(YEAR))
        .containsExactly(
            Estimate.missing(ObservationStatus.INPUT_MISSING),
            Estimate.missing(ObservationStatus.NO_ROW));
  }

  @Test
  void nobodyElseCanMakeOne() {
    assertThat(PublishedTable.class.getConstructors()).isEmpty();
    assertThat(PublishedTable.class.getDeclaredConstructors())
        .allMatch(
            constructor -> !java.lang.reflect.Modifier.isProtected(constructor.getModifiers()));
    assertThat(java.lang.reflect.Modifier.isFinal(PublishedTable.class.getModifiers())).isTrue();
  }
}
