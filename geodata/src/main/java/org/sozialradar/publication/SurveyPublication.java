package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.disclosure.AnswerSums;
import org.sozialradar.disclosure.CellKey;
import org.sozialradar.disclosure.ReleaseCells;
import org.sozialradar.disclosure.ReleasedCell;
import org.sozialradar.disclosure.SurveyRelease;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.survey.SampleColumns;
import org.sozialradar.survey.ScaleScores;
import org.sozialradar.survey.WeightedEstimator;
import org.sozialradar.survey.microdata.Wave;

/**
 * From the answers of a wave to what may be published of them: direct estimates for every area that
 * holds respondents, suppressed and rounded as the rule says, with the method of each result.
 *
 * <p>Results that share items are decided together, with everything that was released of them
 * before. For use by one thread.
 */
public final class SurveyPublication {
  private final SurveySource source;
  private final Wave wave;
  private final SurveyGeography geography;
  private final SurveyRule rule;
  private final SampleColumns sample;
  private final ScaleScores scores;
  private final List<CellAnswers> cells;

  /** The cells of a respondent, by number. */
  private record CellAnswers(List<CellKey> cells) {}

  /**
   * @param source what the results are to be said of
   * @param wave the answers
   * @param territory areas of the edition that the questionnaire names
   * @param rule thresholds
   * @throws org.sozialradar.survey.InvalidSampleException if weights or design make no sense
   */
  public SurveyPublication(SurveySource source, Wave wave, Territory territory, SurveyRule rule) {
    this.source = source;
    this.wave = wave;
    this.rule = rule;
    var questionnaire = source.questionnaire();
    geography =
        new SurveyGeography(
            questionnaire.area().edition(),
            territory.hierarchy(questionnaire.area().edition()),
            territory.level(questionnaire.area()));
    sample = wave.respondents().sample();
    scores = new ScaleScores(questionnaire, wave.respondents());
    cells =
        wave.respondents().areas().stream()
            .map(area -> new CellAnswers(geography.cells(area, wave.period())))
            .toList();
  }

  /**
   * Decides what may be published.
   *
   * @param before cells that earlier releases published, of the same survey
   * @throws org.sozialradar.disclosure.ReleaseConflictException if the answers of cells that were
   *     published have changed, or the results that they were published with
   */
  public Publication publish(List<ReleasedCell> before) {
    var questionnaire = source.questionnaire();
    var indicators = new ArrayList<Indicator>();
    var tables = new ArrayList<IndicatorTable>();
    var methods = new ArrayList<MethodDocument>();
    var released = new ArrayList<ReleasedCell>();
    var summary = new PublicationSummary();
    var families = SurveyResult.families(questionnaire);
    var shared =
        new SharedRespondents(wave, sample, geography, questionnaire.design().lonelyUnits());
    var known = families.stream().map(SurveyPublication::meanings).collect(Collectors.toSet());
    for (var family : families) {
      var release = release(family, before, known);
      released.addAll(release.released());
      summary.add(release.suppression().report());
      for (var result : family) {
        var own = tables(result, release);
        indicators.add(result.indicator(questionnaire));
        tables.addAll(own);
        summary.add(own);
        methods.add(new SurveyMethod(source, wave, rule, sample, scores, shared).of(result, own));
      }
    }
    return new Publication(batch(indicators, tables, methods), rule, released, summary);
  }

  private ImportBatch batch(
      List<Indicator> indicators, List<IndicatorTable> tables, List<MethodDocument> methods) {
    Dataset dataset = source.dataset(wave);
    return new ImportBatch(
        dataset,
        List.of(),
        List.of(),
        List.of(),
        indicators,
        tables,
        List.of(),
        List.of(),
        methods,
        false);
  }

  /** What the results of a family mean, whatever they are called. */
  private static Set<String> meanings(List<SurveyResult> family) {
    return family.stream().map(result -> result.range().meaning()).collect(Collectors.toSet());
  }

  /**
   * What was released of no family that is known now is named as well, so that it is refused: a
   * result that has come to mean something else would be taken for one that is known.
   */
  private SurveyRelease release(
      List<SurveyResult> family, List<ReleasedCell> before, Set<Set<String>> known) {
    var builder = ReleaseCells.builder(family.stream().map(SurveyResult::range).toList());
    var meanings = meanings(family);
    before.stream()
        .filter(cell -> cell.key().period().equals(wave.period()))
        .filter(cell -> of(cell, meanings) || known.stream().noneMatch(other -> of(cell, other)))
        .forEach(builder::released);
    var columns = family.stream().map(result -> result.scores(scores)).toList();
    for (int i = 0; i < cells.size(); i++) {
      builder.respondents(cells.get(i).cells(), sums(columns, i));
    }
    return SurveyRelease.of(builder, estimates(family, columns), rule);
  }

  private static boolean of(ReleasedCell cell, Set<String> meanings) {
    return cell.respondents().keySet().equals(meanings);
  }

  private List<AnswerSums> sums(List<double[]> columns, int respondent) {
    double weight = sample.weight(respondent);
    return columns.stream()
        .map(
            column ->
                weight > 0 && Double.isFinite(column[respondent])
                    ? AnswerSums.of(weight, column[respondent])
                    : AnswerSums.NONE)
        .toList();
  }

  private Map<CellKey, List<Estimate>> estimates(
      List<SurveyResult> family, List<double[]> columns) {
    var estimates = new TreeMap<CellKey, List<Estimate>>();
    for (var level : geography.directLevels()) {
      var areas = geography.areas(level, wave.respondents().areas());
      var estimator =
          new WeightedEstimator(
              sample, areas.domains(), source.questionnaire().design().lonelyUnits());
      for (int r = 0; r < family.size(); r++) {
        var found =
            ShownEstimates.of(
                family.get(r).estimates(estimator, columns.get(r)),
                family.get(r).range(),
                rule.minRespondents());
        for (var code : areas.codes()) {
          estimates
              .computeIfAbsent(
                  new CellKey(wave.period(), geography.edition(), level, code),
                  key -> new ArrayList<>())
              .add(found.get(areas.numbers().get(code)));
        }
      }
    }
    estimates.values().removeIf(list -> list.stream().noneMatch(Estimate::hasValue));
    return estimates;
  }

  /** The tables of a result, one for each level, in the indicator's unit. */
  private List<IndicatorTable> tables(SurveyResult result, SurveyRelease release) {
    var tables = new ArrayList<IndicatorTable>();
    String id = SurveyResult.indicatorId(source.questionnaire(), result.id());
    for (var level : geography.directLevels()) {
      var released =
          release.table(
              result.id(), id, geography.edition(), level, "", source.questionnaire().id());
      tables.add(inUnit(released.table(), result));
    }
    return tables;
  }

  private IndicatorTable inUnit(IndicatorTable table, SurveyResult result) {
    var scaled =
        IndicatorTable.builder(
            table.indicatorId(), table.edition(), table.level(), source.questionnaire().id());
    for (var code : table.codes()) {
      table
          .find(code, wave.period())
          .filter(cell -> cell.status() != ObservationStatus.NO_ROW)
          .ifPresent(cell -> scaled.put(code, wave.period(), times(cell, result.factor())));
    }
    return scaled.build();
  }

  private static Estimate times(Estimate cell, double factor) {
    if (!cell.hasValue()) {
      return cell;
    }
    return new Estimate(
        exact(cell.value() * factor),
        exact(cell.lower() * factor),
        exact(cell.upper() * factor),
        cell.status(),
        cell.nClass());
  }

  /** Without the last bits that multiplying leaves: 62 and not 62.00000000000001. */
  private static double exact(double value) {
    return Math.rint(value * 1e9) / 1e9;
  }
}
