package org.sozialradar.server.command;

import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.definition.IndexFile;
import org.sozialradar.ingest.definition.ModelFile;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.PublishAfterImport;
import org.sozialradar.ingest.microdata.SurveyRequest;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.sample.BundledSurvey;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.survey.RakingLimits;

/**
 * Loads the invented survey of the sample as a person would: waves, then models, then indices, each
 * through its own command's way.
 */
final class SampleSurvey {
  private final String address;
  private final StoreLogin login;
  private final Surroundings surroundings;
  private final Clock clock;

  SampleSurvey(String address, StoreLogin login, Surroundings surroundings, Clock clock) {
    this.address = address;
    this.login = login;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /** Whether a store holds its results: those of the survey, of all models and of all indices. */
  static boolean isIn(GeodataStore store) {
    return TemporaryFolder.with(folder -> isIn(store, BundledSample.copySurveyTo(folder)));
  }

  private static boolean isIn(GeodataStore store, BundledSurvey survey) {
    var wanted = new TreeSet<String>();
    wanted.add(QuestionnaireFile.read(survey.questionnaire()).questionnaire().id());
    survey.models().forEach(file -> wanted.add(ModelFile.read(file).id()));
    survey.indices().forEach(file -> wanted.add(IndexFile.read(file).id()));
    return store.listMethodDocuments().stream()
        .map(MethodDocument::datasetId)
        .toList()
        .containsAll(wanted);
  }

  /** Loads it; the store is opened for that, so nobody may hold it open. */
  void load() {
    TemporaryFolder.with(
        folder -> {
          load(BundledSample.copySurveyTo(folder));
          return true;
        });
  }

  private void load(BundledSurvey survey) {
    try (var stores = SurveyStores.open(address, login)) {
      var importer =
          stores.importer(
              ImportLimits.STANDARD, clock, new PublishAfterImport(SurveyRule.DEFAULT, clock));
      for (var answers : survey.waves()) {
        var report = importer.run(request(survey, answers), ConsoleProgress.of(surroundings));
        if (report.isRejected()) {
          throw new IllegalStateException("the sample's survey is rejected: " + report.toJson());
        }
      }
    }
    try (var results = ComputedResults.open(address, login, SurveyRule.DEFAULT, clock)) {
      survey.models().forEach(file -> results.estimate(ModelFile.read(file), Computation::source));
      survey.indices().forEach(file -> results.compute(IndexFile.read(file)));
    }
    say(survey);
  }

  private static SurveyRequest request(BundledSurvey survey, BundledSurvey.Answers answers) {
    return new SurveyRequest(
        answers.file(),
        QuestionnaireFile.read(survey.questionnaire()),
        ReferencePeriod.ofYear(answers.wave()),
        List.of(),
        RakingLimits.DEFAULT,
        List.of(),
        false,
        false);
  }

  private void say(BundledSurvey survey) {
    long files = Stream.of(survey.models(), survey.indices()).mapToLong(List::size).sum();
    surroundings
        .out()
        .println(surroundings.texts().get("import.sample-survey", survey.waves().size(), files));
  }
}
