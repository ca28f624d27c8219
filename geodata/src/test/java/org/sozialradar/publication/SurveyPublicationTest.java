package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.publication.Country.WAVE;
import static org.sozialradar.publication.Country.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.ReleaseConflictException;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.WeightCalibration;
import org.sozialradar.survey.microdata.Wave;

/** A wave becomes indicators on every level, of which only what may be shown is stored. */
class SurveyPublicationTest {
  @TempDir Path folder;
  private GeodataStore store;

  @BeforeEach
  void open() {
    store = Country.store(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Publication publish(Wave wave) {
    return store.read(
        reader ->
            new SurveyPublication(Country.source(), wave, new Territory(reader), SurveyRule.DEFAULT)
                .publish(List.of()));
  }

  private IndicatorTable stored(String indicator, String level) {
    return store.listTables(indicator).stream()
        .filter(table -> table.level().equals(level))
        .findFirst()
        .orElseThrow();
  }

  private Estimate cell(String level, AreaCode code) {
    return stored("town_support", level).find(code, WAVE).orElseThrow();
  }

  @Test
  void everyLevelHasItsOwnEstimatesWithIntervalAndClass() {
    store.commit(publish(Country.wave(1, Country.sizes())).batch());
    var town = cell("municipality", municipality(0));
    assertThat(town.status()).isIn(ObservationStatus.REPORTED, ObservationStatus.LIMITED_PRECISION);
    assertThat(town.value()).isBetween(20.0, 90.0);
    assertThat(town.lower()).isLessThan(town.value());
    assertThat(town.upper()).isGreaterThan(town.value());
    assertThat(town.nClass()).isEqualTo(NClass.FROM_50);
    var state = cell("state", new AreaCode("14"));
    assertThat(state.nClass()).isEqualTo(NClass.FROM_250);
    assertThat(state.upper() - state.lower()).isLessThan(town.upper() - town.lower());
    assertThat(cell("district", Country.district(0)).nClass()).isEqualTo(NClass.FROM_250);
    assertThat(stored("town_cohesion", "municipality").codes()).hasSize(30);
  }

  @Test
  void areasWithFewRespondentsAreSuppressedAndCannotBeComputedFromTheRest() {
    store.commit(publish(Country.wave(1, Country.sizes(3))).batch());
    for (var indicator : List.of("town_support", "town_cohesion")) {
      var few = stored(indicator, "municipality").find(municipality(3), WAVE).orElseThrow();
      assertThat(few).isEqualTo(Estimate.missing(ObservationStatus.SUPPRESSED));
      long hidden =
          stored(indicator, "municipality").codes().stream()
              .map(code -> stored(indicator, "municipality").find(code, WAVE).orElseThrow())
              .filter(cell -> cell.status() == ObservationStatus.SUPPRESSED)
              .count();
      boolean districtShown =
          stored(indicator, "district").find(Country.district(3), WAVE).orElseThrow().hasValue();
      assertThat(hidden > 1 || !districtShown).as("another cell of the sum is hidden").isTrue();
    }
  }

  @Test
  void theMethodOfEachResultStandsWithItAndNamesNoSuppressedArea() throws IOException {
    store.commit(publish(Country.wave(1, Country.sizes(3))).batch());
    var documents = store.listMethodDocuments();
    assertThat(documents).hasSize(2);
    JsonNode json = new ObjectMapper().readTree(documents.get(0).json());
    assertThat(json.path("kind").asText()).isEqualTo("survey");
    assertThat(json.path("reliability").path("alpha").asDouble()).isBetween(0.5, 1.0);
    assertThat(json.path("definitionSha256").asText()).hasSize(64);
    assertThat(json.path("rule").path("minRespondents").asInt()).isEqualTo(10);
    assertThat(documents.get(0).json()).doesNotContain(municipality(3).value());
  }

  @Test
  void theMethodTellsHowWeightsWereRakedAndNoNumberOfRespondents() throws IOException {
    var plain = Country.wave(1, Country.sizes());
    var raked =
        new Wave(
            plain.surveyId(),
            plain.period(),
            plain.questionnaire(),
            plain.importedAt(),
            List.of(
                new WeightCalibration(
                    List.of("age*sex", "district"), 0.2, 5, false, 1000, 0.0123, 0.2, 5)),
            plain.respondents());
    var design = new ObjectMapper().readTree(document(raked)).path("design");
    assertThat(design.path("raking").path("margins").toString())
        .isEqualTo("[\"age*sex\",\"district\"]");
    assertThat(design.path("raking").path("converged").asBoolean(true)).isFalse();
    assertThat(design.path("raking").path("largestDeviation").asDouble()).isEqualTo(0.012);
    assertThat(new ObjectMapper().readTree(document(plain)).path("design").has("raking")).isFalse();
  }

  private String document(Wave wave) {
    return publish(wave).batch().methods().get(0).json();
  }

  /**
   * Two joint areas that differ by one town with few respondents would tell its result by
   * subtraction: nobody gets a result from respondents for areas that were joined.
   */
  @Test
  void jointAreasGetNoResultsFromRespondents() {
    store.close();
    store = Country.storeWithJointAreas(folder.resolve("joint"));
    store.commit(publish(Country.wave(1, Country.sizes(3))).batch());
    for (var indicator : List.of("town_support", "town_cohesion")) {
      assertThat(store.listTables(indicator))
          .extracting(IndicatorTable::level)
          .containsExactlyInAnyOrder("municipality", "district", "state");
      for (var level : List.of("association", "council")) {
        // What is shown there instead is the value of the whole district, as it is published.
        var shown = resolved(indicator, level);
        assertThat(shown).isNotEmpty();
        shown.forEach(
            (code, value) ->
                assertThat(value)
                    .as("%s of %s", indicator, code)
                    .isEqualTo(
                        stored(indicator, "district")
                            .find(Country.district(5 * (code.value().charAt(1) - '0')), WAVE)
                            .orElse(Estimate.missing(ObservationStatus.NO_ROW))));
      }
    }
  }

  private Map<AreaCode, Estimate> resolved(String indicator, String level) {
    return store.read(
        reader ->
            new PublishedValues(reader)
                .column(indicator, new PublishedValues.Place("2022", level), WAVE, ""));
  }

  /** With equal weights r = √(S_town/S_district), S the sum of squares around the mean. */
  @Test
  void townsTellHowFarTheirErrorGoesAlongWithTheirDistrictInTenths() throws IOException {
    var wave = Country.wave(1, Country.sizes(3));
    var batch = publish(wave).batch();
    var document =
        batch.methods().stream()
            .filter(one -> one.indicatorId().equals("town_support"))
            .findFirst()
            .orElseThrow();
    JsonNode shared = new ObjectMapper().readTree(document.json()).path("shared");
    double district = squares(wave, Country.district(10).value().substring(0, 4));
    for (int i = 10; i < 20; i++) {
      double expected = Math.sqrt(squares(wave, municipality(i).value()) / district);
      assertThat(expected).isBetween(0.25, 0.4);
      assertThat(
              shared.path("municipality").path("district").path(municipality(i).value()).asDouble())
          .isEqualTo(Math.floor(expected * 10) / 10);
    }
    assertThat(shared.path("district").path("state").path(Country.district(10).value()).asDouble())
        .isEqualTo(0.5);
    batch.tables().stream()
        .filter(table -> table.indicatorId().equals("town_support"))
        .forEach(
            table ->
                table.codes().stream()
                    .filter(code -> !table.find(code, WAVE).orElseThrow().hasValue())
                    .forEach(
                        code -> {
                          assertThat(shared.path(table.level()).findValue(code.value())).isNull();
                        }));
  }

  private static double squares(Wave wave, String prefix) {
    var respondents = wave.respondents();
    byte[] helps = respondents.answers("helps");
    int n = 0;
    int ones = 0;
    for (int r = 0; r < helps.length; r++) {
      if (respondents.areas().get(r).value().startsWith(prefix)) {
        n++;
        ones += helps[r];
      }
    }
    return ones - (double) ones * ones / n;
  }

  @Test
  void theSameAnswersGiveTheSameBytes() {
    var one = publish(Country.wave(5, Country.sizes(2, 7))).batch();
    var other = publish(Country.wave(5, Country.sizes(2, 7))).batch();
    assertThat(one.methods()).isEqualTo(other.methods());
    for (int t = 0; t < one.tables().size(); t++) {
      var a = one.tables().get(t);
      var b = other.tables().get(t);
      assertThat(a.codes()).isEqualTo(b.codes());
      for (int row = 0; row < a.codes().size(); row++) {
        assertThat(a.at(row, 0)).isEqualTo(b.at(row, 0));
      }
    }
  }

  @Test
  void whatWasReleasedIsRememberedWithTheAnswers() {
    var publication = publish(Country.wave(1, Country.sizes(3)));
    var again =
        ReleaseRecord.ofJson(new ReleaseRecord(SurveyRule.DEFAULT, publication.released()).toJson())
            .cells();
    assertThat(again).isEqualTo(publication.released());
    assertThat(again).isNotEmpty();
    assertThat(publication.summary().cells().get("municipality"))
        .containsKey(ObservationStatus.SUPPRESSED);
  }

  @Test
  void aWaveThatWasReleasedWithOtherResultsIsRefused() {
    var wave = Country.wave(1, Country.sizes(3));
    var before = new java.util.ArrayList<ReleasedCell>();
    for (var cell : publish(wave).released()) {
      var respondents = new TreeMap<>(cell.respondents());
      respondents.put("0".repeat(64), respondents.remove(respondents.firstKey()));
      before.add(new ReleasedCell(cell.key(), respondents));
    }
    assertThatExceptionOfType(ReleaseConflictException.class)
        .isThrownBy(
            () ->
                store.read(
                    reader ->
                        new SurveyPublication(
                                Country.source(), wave, new Territory(reader), SurveyRule.DEFAULT)
                            .publish(before)))
        .satisfies(
            conflict ->
                assertThat(conflict.code())
                    .isEqualTo(ReleaseConflictException.Code.RESULTS_CHANGED));
  }
}
