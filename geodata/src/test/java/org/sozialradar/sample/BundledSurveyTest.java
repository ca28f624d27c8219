package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.definition.ModelFile;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.definition.SurveyDefinition;
import org.sozialradar.ingest.microdata.AfterSurveyImport;
import org.sozialradar.ingest.microdata.PublishAfterImport;
import org.sozialradar.ingest.microdata.SurveyReport;
import org.sozialradar.ingest.microdata.SurveyRequest;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.publication.ModelEstimation;
import org.sozialradar.publication.SurveySource;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.survey.RakingLimits;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/** The invented survey goes the whole way: from the files to published results and predictions. */
class BundledSurveyTest {
  private static final ReferencePeriod LAST = ReferencePeriod.ofYear(2023);
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir static Path folder;

  private static SurveyStores stores;
  private static BundledSurvey survey;
  private static final List<SurveyReport> REPORTS = new ArrayList<>();
  private static final Map<String, Integer> RESPONDENTS = new TreeMap<>();

  @BeforeAll
  static void load() throws IOException {
    var copy = Files.createDirectory(folder.resolve("sample"));
    survey = BundledSample.copySurveyTo(copy);
    stores = SurveyStores.open(folder.resolve("store").toString(), StoreLogin.NONE);
    Importer.installed(ImportLimits.STANDARD, CLOCK)
        .run(
            new ImportRequest(BundledSample.copyTo(copy), List.of(), List.of(), false),
            stores.geodata(),
            Progress.silent());
    var importer =
        stores.importer(ImportLimits.STANDARD, CLOCK, BundledSurveyTest::publishAndPredict);
    var definition = QuestionnaireFile.read(survey.questionnaire());
    for (var answers : survey.waves()) {
      REPORTS.add(importer.run(request(definition, answers), Progress.silent()));
    }
  }

  private static SurveyRequest request(SurveyDefinition definition, BundledSurvey.Answers answers) {
    return new SurveyRequest(
        answers.file(),
        definition,
        ReferencePeriod.ofYear(answers.wave()),
        List.of(),
        RakingLimits.DEFAULT,
        List.of(),
        false,
        false);
  }

  private static AfterSurveyImport.Prepared publishAndPredict(
      SurveyDefinition definition, Wave wave, GeodataStore geodata, MicrodataStore microdata) {
    var publishing =
        new PublishAfterImport(SurveyRule.DEFAULT, CLOCK)
            .prepare(definition, wave, geodata, microdata);
    return new AfterSurveyImport.Prepared() {
      @Override
      public List<LocalizedText> preview() {
        return publishing.preview();
      }

      @Override
      public List<LocalizedText> go() {
        var lines = publishing.go();
        if (wave.period().equals(LAST)) {
          predict(definition.source(), wave, geodata);
        }
        return lines;
      }
    };
  }

  private static void predict(SurveySource source, Wave wave, GeodataStore geodata) {
    wave.respondents().areas().forEach(area -> RESPONDENTS.merge(area.value(), 1, Integer::sum));
    for (var file : survey.models()) {
      var model = ModelFile.read(file);
      geodata.commit(
          geodata.<ImportBatch>read(
              reader ->
                  new ModelEstimation(model, source, wave, reader).estimate(CLOCK.instant())));
    }
  }

  @AfterAll
  static void close() {
    stores.close();
  }

  private static Map<AreaCode, Estimate> values(String indicator) {
    var values = new LinkedHashMap<AreaCode, Estimate>();
    for (IndicatorTable table : stores.geodata().listTables(indicator)) {
      if (table.level().equals("municipality")) {
        table
            .codes()
            .forEach(code -> table.find(code, LAST).ifPresent(one -> values.put(code, one)));
      }
    }
    return values;
  }

  @Test
  void bothWavesAreStoredWithNothingToComplainOf() {
    assertThat(REPORTS).hasSize(2).noneMatch(SurveyReport::isRejected);
    assertThat(stores.listWaves())
        .extracting(SurveyStores.StoredWave::respondents)
        .containsExactlyInAnyOrder(5148, 5246);
  }

  @Test
  void resultsOfFewerThanTenAreSuppressedAndThoseOfMostOthersShown() {
    var shown =
        values("example_sozialraum_cohesion").entrySet().stream()
            .filter(one -> one.getValue().status().hasValue())
            .map(one -> one.getKey().value())
            .collect(Collectors.toSet());
    assertThat(shown).allMatch(code -> RESPONDENTS.get(code) >= 10).hasSizeGreaterThan(60);
    assertThat(values("example_sozialraum_cohesion").values())
        .extracting(Estimate::status)
        .contains(ObservationStatus.SUPPRESSED);
  }

  @Test
  void everyMunicipalityHasAPredictionThatIsNearerToTheTruthThanTheDirectResults()
      throws IOException {
    var truth = SurveyTruth.read();
    for (var outcome : List.of("support_flood", "support_heat", "support_pandemic")) {
      var predicted = values("example_model_" + outcome);
      var direct = values("example_sozialraum_" + outcome);
      double error = 0;
      double errorOfDirect = 0;
      int compared = 0;
      for (var one : direct.entrySet()) {
        if (one.getValue().status().hasValue()) {
          double real = 100 * truth.get(SurveyTruth.key(2023, one.getKey().value())).get(outcome);
          error += Math.abs(predicted.get(one.getKey()).value() - real);
          errorOfDirect += Math.abs(one.getValue().value() - real);
          compared++;
        }
      }
      assertThat(predicted).hasSize(418);
      assertThat(compared).isGreaterThan(60);
      assertThat(error / compared).as(outcome).isLessThan(0.9 * errorOfDirect / compared);
    }
  }
}
