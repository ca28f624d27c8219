package org.sozialradar.ingest.microdata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.survey.AreaLink;
import org.sozialradar.survey.InvalidSampleException;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.Raking;
import org.sozialradar.survey.RakingResult;
import org.sozialradar.survey.SampleColumns;
import org.sozialradar.survey.WeightCalibration;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/** One import of a wave, from the files to what the store takes. Used once. */
final class WaveImport {
  private static final LocalizedText STEP = new LocalizedText("Antworten lesen", "Read answers");

  private final SurveyRequest request;
  private final ImportLimits limits;
  private final Instant now;
  private final Questionnaire questionnaire;
  private final ImportIssues issues = new ImportIssues();
  private final List<RakingResult.Report> raking = new ArrayList<>();
  private final List<WeightCalibration> calibration = new ArrayList<>();
  private final List<LocalizedText> results = new ArrayList<>();
  private final List<SurveyStatistics> statistics = new ArrayList<>();
  private List<SurveyReport.DesignEffect> designEffects = List.of();
  private boolean replaces;
  private long rows;
  private int respondents;

  WaveImport(SurveyRequest request, ImportLimits limits, Instant now) {
    this.request = request;
    this.limits = limits;
    this.now = now;
    questionnaire = request.definition().questionnaire();
  }

  /** The wave; empty if something is wrong, which is then among the issues. */
  Optional<Wave> read(GeodataStore geodata, MicrodataStore microdata, Progress progress) {
    try {
      checkBefore(microdata);
      var areas = geodata.read(reader -> SurveyAreas.of(reader, questionnaire.area()));
      var wave = read(areas, progress);
      return issues.hasErrors() ? Optional.empty() : wave;
    } catch (InputRejectedException e) {
      issues.add(e.issue());
      return Optional.empty();
    }
  }

  private void checkBefore(MicrodataStore microdata) {
    String survey = questionnaire.id();
    var period = request.period();
    if (microdata.list().stream()
        .anyMatch(wave -> wave.surveyId().equals(survey) && wave.period().equals(period))) {
      replaces = true;
      return;
    }
    var deleted =
        microdata.listTombstones().stream()
            .filter(one -> one.surveyId().equals(survey) && one.period().equals(period))
            .findFirst();
    if (deleted.isPresent() && !request.afterDeletion()) {
      var day = deleted.get().deletedAt().toString().substring(0, 10);
      throw new InputRejectedException(SurveyIssues.WAVE_DELETED.issue(period, survey, day));
    }
  }

  private Optional<Wave> read(SurveyAreas areas, Progress progress) {
    var file = InputFile.of(request.answers(), limits);
    var margins = margins(areas);
    var answers = new AnswerRows(questionnaire, finder(areas, file), margins, file.name(), issues);
    var place = IssuePlace.ofFile(file.name());
    var header = new AnswerHeader(questionnaire, margins.columns(), issues);
    try (var step = progress.begin(STEP, -1)) {
      var format =
          PlainTable.read(
              file,
              header,
              issues,
              row -> {
                answers.accept(row);
                step.advance(1);
              });
      issues.add(SurveyIssues.FORMAT.at(place, "", format));
    }
    rows = answers.read();
    answers.report(place);
    if (rows == 0 && !issues.hasErrors()) {
      throw new InputRejectedException(SurveyIssues.EMPTY.at(place, ""));
    }
    return issues.hasErrors() ? Optional.empty() : wave(areas, answers, margins, file.name());
  }

  private Margins margins(SurveyAreas areas) {
    var files = request.margins().stream().map(path -> InputFile.of(path, limits)).toList();
    Map<String, Map<String, Double>> totals = MarginFile.read(files, issues);
    return new Margins(totals, questionnaire, areas);
  }

  private AreaFinder finder(SurveyAreas areas, InputFile file) {
    var link = areas.link();
    if (link instanceof AreaLink.Place place) {
      return PlacedArea.of(areas, place, file);
    }
    return link instanceof AreaLink.Postcode postcode
        ? PostcodeArea.of(areas, postcode, request.folders(), limits, issues)
        : new KeyedArea(areas, ((AreaLink.Key) link).column());
  }

  private Optional<Wave> wave(SurveyAreas areas, AnswerRows answers, Margins margins, String file) {
    var all = answers.respondents();
    var sample = new SampleCheck(questionnaire.design(), file, answers::row, issues).sample(all);
    if (sample.isEmpty() || issues.hasErrors()) {
      return Optional.empty();
    }
    respondents = all.size();
    return margins.isEmpty()
        ? Optional.of(wave(areas, all, sample.get()))
        : rake(sample.get(), margins)
            .map(raked -> wave(areas, all.withWeights(raked.weights()), raked));
  }

  /** The sample with raked weights; empty if that is impossible. */
  private Optional<SampleColumns> rake(SampleColumns sample, Margins margins) {
    try {
      var raked = Raking.rake(sample, margins.raking(), request.limits());
      raking.add(raked.report());
      calibration.add(WeightCalibration.of(margins.names(), request.limits(), raked.report()));
      if (!raked.report().converged()) {
        warnOfLimits(raked.report());
      }
      return Optional.of(sample.withWeights(raked.weights()));
    } catch (InvalidSampleException e) {
      issues.add(MarginIssues.IMPOSSIBLE.issue(e.text()));
      return Optional.empty();
    }
  }

  private void warnOfLimits(RakingResult.Report report) {
    String remains = String.format(Locale.ROOT, "%.2g", 100 * report.largestDeviation());
    issues.add(
        MarginIssues.AT_LIMITS.issue(
            request.limits().lowest(), request.limits().highest(), remains));
  }

  private Wave wave(SurveyAreas areas, Respondents all, SampleColumns sample) {
    var numbers = new SurveyStatistics(questionnaire, areas, all);
    statistics.add(numbers);
    designEffects = numbers.designEffects(sample);
    if (!numbers.areEnough()) {
      issues.add(SurveyIssues.FEW.issue(SurveyReport.LEAST_RESPONDENTS));
    }
    return new Wave(
        questionnaire.id(), request.period(), request.definition().yaml(), now, calibration, all);
  }

  /** Takes what followed the import, or would. */
  void follow(List<LocalizedText> lines) {
    if (replaces) {
      issues.add(SurveyIssues.WAVE_REPLACED.issue(request.period(), questionnaire.id()));
    }
    results.addAll(lines);
  }

  /** Takes what keeps the wave from being stored. */
  void refuse(ImportIssue why) {
    issues.add(why);
    statistics.clear();
    designEffects = List.of();
    raking.clear();
  }

  /** What there is to report. */
  SurveyReport report(Instant finishedAt, double seconds) {
    return new SurveyReport(
        questionnaire.id(),
        request.period().id(),
        outcome(),
        request.definition().sha256(),
        SurveyImporter.name(request.answers()),
        finishedAt,
        seconds,
        rows,
        respondents,
        statistics.stream().flatMap(one -> one.levels().stream()).toList(),
        statistics.stream().flatMap(one -> one.items().stream()).toList(),
        statistics.stream().flatMap(one -> one.scales().stream()).toList(),
        designEffects,
        raking,
        results,
        issues.counts(),
        issues.listed());
  }

  private SurveyReport.Outcome outcome() {
    if (issues.hasErrors()) {
      return SurveyReport.Outcome.REJECTED;
    }
    return request.dryRun() ? SurveyReport.Outcome.CHECKED : SurveyReport.Outcome.STORED;
  }
}
