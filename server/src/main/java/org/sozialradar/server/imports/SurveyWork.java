package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.List;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.PublishAfterImport;
import org.sozialradar.ingest.microdata.SurveyReport;
import org.sozialradar.ingest.microdata.SurveyReport.Outcome;
import org.sozialradar.ingest.microdata.SurveyRequest;
import org.sozialradar.server.uploads.UploadForm;
import org.sozialradar.survey.RakingLimits;

/**
 * Imports a wave of a survey from a form, and publishes what may be published.
 *
 * @param form the files
 * @param period the wave
 * @param limits how far weights are raked
 * @param afterDeletion whether a wave that was deleted may come back
 * @param dryRun whether all is done but storing
 * @param stores where it goes
 * @param clock tells when it was
 */
record SurveyWork(
    UploadForm form,
    ReferencePeriod period,
    RakingLimits limits,
    boolean afterDeletion,
    boolean dryRun,
    JobStores stores,
    Clock clock)
    implements Work {
  static final String QUESTIONNAIRE = "questionnaire";
  static final String ANSWERS = "answers";
  static final String MARGINS = "margins";
  static final String POSTCODES = "postcodes";

  @Override
  public Kind kind() {
    return Kind.SURVEY;
  }

  @Override
  public Ending run(Progress progress) {
    var report = report(progress);
    long all = report.issueCounts().values().stream().mapToLong(Long::longValue).sum();
    return new Ending(
        report.isRejected(),
        report.outcome() == Outcome.STORED,
        form.folder().withoutPlace(report.toJson()),
        report.issues(),
        all - report.issues().size());
  }

  private SurveyReport report(Progress progress) {
    var questionnaire = form.get(QUESTIONNAIRE);
    try {
      var request =
          new SurveyRequest(
              form.get(ANSWERS),
              QuestionnaireFile.read(questionnaire),
              period,
              form.list(MARGINS),
              limits,
              List.of(form.folder().files()),
              afterDeletion,
              dryRun);
      var after = new PublishAfterImport(stores.rule(), clock);
      return stores.surveys(
          open -> open.importer(ImportLimits.STANDARD, clock, after).run(request, progress));
    } catch (InputRejectedException rejected) {
      return SurveyReport.ofRejected(
          questionnaire.getFileName().toString(),
          period,
          form.get(ANSWERS).getFileName().toString(),
          rejected.issue(),
          clock.instant());
    }
  }

  @Override
  public void close() {
    form.close();
  }
}
