package org.sozialradar.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sozialradar.disclosure.Town.district;
import static org.sozialradar.disclosure.Town.municipality;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;

class SurveyReleaseTest {
  private static final Town TOWN =
      new Town()
          .with(4, 0.5, municipality("a"), district("d"))
          .with(12, 0.5, municipality("b"), district("d"))
          .with(30, 1 / 3.0, municipality("c"), district("d"))
          .with(400, 0.5, municipality("e"), district("d"));

  /** Intervals of ± half a width around the true means. */
  private static Map<CellKey, List<Estimate>> estimates(Town town, double half) {
    var estimates = new TreeMap<CellKey, List<Estimate>>();
    for (var key : town.keys()) {
      double mean = town.total(town.members(key)) / town.weight(town.members(key));
      estimates.put(
          key, List.of(new Estimate(mean, mean - half, mean + half, ObservationStatus.REPORTED)));
    }
    return estimates;
  }

  private static SurveyRelease release(double half) {
    return SurveyRelease.of(TOWN.builder(), estimates(TOWN, half), SurveyRule.DEFAULT);
  }

  private static Estimate find(SurveyRelease release, String area) {
    return municipalities(release).table().find(new AreaCode(area), Town.WAVE).orElseThrow();
  }

  private static ReleasedTable municipalities(SurveyRelease release) {
    return release.table("safe", "felt-safety", "2023", "municipality", "", "survey");
  }

  @Test
  void suppressedCellsHaveNeitherValueNorIntervalNorClass() {
    var release = release(0.06);

    for (var area : List.of("a", "b")) {
      assertThat(find(release, area)).isEqualTo(Estimate.missing(ObservationStatus.SUPPRESSED));
    }
    assertThat(find(release, "c").nClass()).isEqualTo(NClass.FROM_20);
    assertThat(find(release, "e").nClass()).isEqualTo(NClass.FROM_250);
  }

  /** 1/3 would tell that the number of respondents is a multiple of 3; 33 % does not. */
  @Test
  void valuesAreRoundedAndIntervalsOutwards() {
    assertThat(find(release(0.06), "c"))
        .isEqualTo(new Estimate(0.33, 0.27, 0.40, ObservationStatus.REPORTED, NClass.FROM_20));
    assertThat(find(release(0.0612), "e"))
        .isEqualTo(new Estimate(0.5, 0.438, 0.562, ObservationStatus.REPORTED, NClass.FROM_250));
  }

  @Test
  void widthOfTheIntervalDecidesAboutPrecision() {
    assertThat(find(release(0.11), "c").status()).isEqualTo(ObservationStatus.LIMITED_PRECISION);
    assertThat(find(release(0.21), "c"))
        .isEqualTo(Estimate.missing(ObservationStatus.TOO_IMPRECISE));
    assertThat(release(0.21).released()).isEmpty();
  }

  @Test
  void whatIsShownIsKeptForTheNextRelease() {
    var released = release(0.06).released();

    assertThat(released)
        .extracting(ReleasedCell::key)
        .containsExactly(district("d"), municipality("c"), municipality("e"));
    var next = TOWN.builder();
    released.forEach(next::released);
    var second = SurveyRelease.of(next, estimates(TOWN, 0.06), SurveyRule.DEFAULT);
    assertThat(second.released()).isEqualTo(released);
    assertThat(second.suppression().suppressed())
        .containsExactly(municipality("a"), municipality("b"));
  }

  @Test
  void estimatesThatAreNotOfTheseRespondentsAreRefused() {
    var other = estimates(TOWN, 0.06);
    other.put(municipality("c"), List.of(new Estimate(0.4, 0.3, 0.5, ObservationStatus.REPORTED)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyRelease.of(TOWN.builder(), other, SurveyRule.DEFAULT))
        .withMessageContaining("not the mean");
    var fewer = estimates(TOWN, 0.06);
    fewer.remove(municipality("c"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyRelease.of(TOWN.builder(), fewer, SurveyRule.DEFAULT));
  }

  @Test
  void nothingThatIsPrintedCarriesFigures() {
    assertThat(new AnswerSums(7, 7.25, 3.5, 3.5).toString()).doesNotContainPattern("\\d");
    assertThat(ReleasedCells.of(district("d"), 777).toString()).doesNotContain("777");
    assertThat(release(0.06).suppression().report().toString()).doesNotContain("0.5");
  }

  @Test
  void aRuleIsStoredAndReadByName() {
    assertThat(SurveyRule.of(SurveyRule.DEFAULT.toMap())).isEqualTo(SurveyRule.DEFAULT);
    assertThat(SurveyRule.of(Map.of("minRespondents", 15.0)).minRespondents()).isEqualTo(15);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyRule.of(Map.of("minRespondants", 15.0)))
        .withMessageContaining("minRespondants");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyRule.of(Map.of("minRespondents", 2.0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyRule.of(Map.of("minRespondents", 10.5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyRule.of(Map.of("proportionBound", Double.NaN)));
  }

  @Test
  void aFloorHoldsForWhatProtectsRespondentsOnly() {
    var floor = SurveyRule.of(Map.of("minRespondents", 15.0, "scaleBound", 0.05));
    var weak =
        SurveyRule.of(Map.of("minRespondents", 5.0, "scaleHidden", 0.9, "scaleStep", 0.0001));
    var rule = weak.noWeakerThan(floor);
    assertThat(rule).isEqualTo(SurveyRule.of(Map.of("minRespondents", 15.0, "scaleHidden", 0.9)));
    var strict = SurveyRule.of(Map.of("minRespondents", 30.0, "minCells", 3.0));
    assertThat(strict.noWeakerThan(SurveyRule.DEFAULT)).isEqualTo(strict);
  }
}
