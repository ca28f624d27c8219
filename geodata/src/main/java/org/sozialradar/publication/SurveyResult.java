package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.ResultRange;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;
import org.sozialradar.survey.DomainEstimates;
import org.sozialradar.survey.Proportion;
import org.sozialradar.survey.ProportionInterval;
import org.sozialradar.survey.Questionnaire;
import org.sozialradar.survey.Scale;
import org.sozialradar.survey.ScaleScores;
import org.sozialradar.survey.WeightedEstimator;

/** A scale or proportion of a questionnaire on its way to an indicator. */
sealed interface SurveyResult {
  /** Id within the questionnaire. */
  String id();

  /** The range that values of an area can lie in, in the result's own unit. */
  ResultRange range();

  /** Ids of the items that it is computed from. */
  Set<String> items();

  /** What each respondent counts; NaN for none. */
  double[] scores(ScaleScores scores);

  /** The estimates of all domains. */
  DomainEstimates estimates(WeightedEstimator estimator, double[] scores);

  /** What a value of the result's own unit is multiplied by for the indicator. */
  double factor();

  /** The indicator that it is published as. */
  Indicator indicator(Questionnaire questionnaire);

  /** All results of a questionnaire, scales first, in its order. */
  static List<SurveyResult> of(Questionnaire questionnaire) {
    var results = new ArrayList<SurveyResult>();
    questionnaire.scales().forEach(scale -> results.add(new OfScale(questionnaire, scale)));
    questionnaire
        .proportions()
        .forEach(share -> results.add(new OfProportion(questionnaire, share)));
    return results;
  }

  /** Id of the indicator of a result. */
  static String indicatorId(Questionnaire questionnaire, String resultId) {
    return questionnaire.id() + "_" + resultId;
  }

  /** The mean score of a scale. */
  record OfScale(Questionnaire questionnaire, Scale scale) implements SurveyResult {
    @Override
    public String id() {
      return scale.id();
    }

    @Override
    public ResultRange range() {
      var range = questionnaire.range(scale);
      return ResultRange.scale(scale.id(), range.least(), range.greatest())
          .withMeaning(ResultMeaning.of(questionnaire, scale));
    }

    @Override
    public Set<String> items() {
      var items = new TreeSet<String>();
      questionnaire.itemsOf(scale).forEach(item -> items.add(item.id()));
      return items;
    }

    @Override
    public double[] scores(ScaleScores scores) {
      return scores.scale(scale);
    }

    @Override
    public DomainEstimates estimates(WeightedEstimator estimator, double[] scores) {
      return estimator.means(scores);
    }

    @Override
    public double factor() {
      return 1;
    }

    @Override
    public Indicator indicator(Questionnaire all) {
      var range = all.range(scale);
      String symbol = "%s–%s".formatted(whole(range.least()), whole(range.greatest()));
      return SurveyResult.indicator(
          all,
          scale.id(),
          new Wording(scale.title(), scale.description(), scale.polarity()),
          new Indicator.Unit(
              "score", new LocalizedText("Punkte (" + symbol + ")", "points (" + symbol + ")")),
          2);
    }

    private static String whole(double number) {
      return Long.toString(Math.round(number));
    }
  }

  /** The share of those who gave certain answers, published in percent. */
  record OfProportion(Questionnaire questionnaire, Proportion proportion) implements SurveyResult {
    private static final double PERCENT = 100;

    @Override
    public String id() {
      return proportion.id();
    }

    @Override
    public ResultRange range() {
      return ResultRange.proportion(proportion.id())
          .withMeaning(ResultMeaning.of(questionnaire, proportion));
    }

    @Override
    public Set<String> items() {
      return Set.of(proportion.item());
    }

    @Override
    public double[] scores(ScaleScores scores) {
      return scores.proportion(proportion);
    }

    @Override
    public DomainEstimates estimates(WeightedEstimator estimator, double[] scores) {
      return estimator.proportions(scores, ProportionInterval.WILSON);
    }

    @Override
    public double factor() {
      return PERCENT;
    }

    @Override
    public Indicator indicator(Questionnaire all) {
      return SurveyResult.indicator(
          all,
          proportion.id(),
          new Wording(proportion.title(), proportion.description(), proportion.polarity()),
          new Indicator.Unit("percent", LocalizedText.same("%")),
          1);
    }
  }

  /** What a person reads of a result. */
  record Wording(LocalizedText title, LocalizedText description, Indicator.Polarity polarity) {}

  private static Indicator indicator(
      Questionnaire all, String id, Wording wording, Indicator.Unit unit, int decimals) {
    return new Indicator(
        indicatorId(all, id),
        wording.title(),
        wording.description(),
        unit,
        decimals,
        wording.polarity(),
        Measure.intensive(),
        all.theme(),
        Double.NaN,
        "",
        all.id());
  }

  /**
   * Results in families that share items, directly or through others: what is suppressed of one
   * could be computed from the rest.
   */
  static List<List<SurveyResult>> families(Questionnaire questionnaire) {
    var families = new ArrayList<List<SurveyResult>>();
    for (var result : of(questionnaire)) {
      var joined = new ArrayList<SurveyResult>();
      for (var family : List.copyOf(families)) {
        if (family.stream().anyMatch(one -> share(one, result))) {
          joined.addAll(family);
          families.remove(family);
        }
      }
      joined.add(result);
      families.add(joined);
    }
    return families;
  }

  private static boolean share(SurveyResult one, SurveyResult other) {
    return Stream.of(one).flatMap(each -> each.items().stream()).anyMatch(other.items()::contains);
  }
}
