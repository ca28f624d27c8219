package org.sozialradar.survey;

import java.util.Arrays;
import java.util.List;

/**
 * What the answers of a sample count: per respondent the scores of items and scales, and whether
 * they belong to a proportion. NaN stands for missing.
 *
 * <p>A reversed item counts (k + 1) − x for answers 1..k. A scale is the mean of its answered parts
 * if at least {@link Scale#leastAnswered} of them are answered, else missing; a scale of scales is
 * the mean of their scores by the same rule. Respondents of whom too little is known are left out,
 * nothing is imputed.
 *
 * <p>Safe for use by several threads if the source is. Arrays that it returns belong to the caller.
 */
public final class ScaleScores {
  private final Questionnaire questionnaire;
  private final AnswerSource source;

  public ScaleScores(Questionnaire questionnaire, AnswerSource source) {
    this.questionnaire = questionnaire;
    this.source = source;
  }

  /** Scores of a numeric item, reversed if it says so. */
  public double[] item(Item item) {
    var byPosition = new double[item.answers().size()];
    Arrays.setAll(byPosition, item::score);
    return look(item, byPosition);
  }

  /** Scores of the parts of a scale, in their order. */
  public List<double[]> parts(Scale scale) {
    return scale.kind() == Scale.Kind.ITEMS
        ? scale.parts().stream().map(part -> item(questionnaire.item(part))).toList()
        : scale.parts().stream().map(part -> scale(questionnaire.scale(part))).toList();
  }

  /** Scores of a scale. */
  public double[] scale(Scale scale) {
    return means(parts(scale), scale.leastAnsweredParts());
  }

  /** 1 for those who gave an answer that counts, 0 for the others who answered. */
  public double[] proportion(Proportion proportion) {
    Item item = questionnaire.item(proportion.item());
    var byPosition = new double[item.answers().size()];
    Arrays.setAll(
        byPosition,
        position -> proportion.codes().contains(item.answers().get(position).code()) ? 1 : 0);
    return look(item, byPosition);
  }

  private double[] look(Item item, double[] byPosition) {
    byte[] answers = source.answers(item);
    var scores = new double[answers.length];
    for (int r = 0; r < scores.length; r++) {
      scores[r] = answers[r] == Item.NO_ANSWER ? Double.NaN : byPosition[answers[r]];
    }
    return scores;
  }

  /**
   * Mean of each respondent's answered columns.
   *
   * @param columns scores, all for the same respondents; NaN for missing
   * @param least how many of them must be answered, at least 1
   */
  static double[] means(List<double[]> columns, int least) {
    var means = new double[columns.get(0).length];
    for (int r = 0; r < means.length; r++) {
      double sum = 0;
      int answered = 0;
      for (double[] column : columns) {
        if (!Double.isNaN(column[r])) {
          sum += column[r];
          answered++;
        }
      }
      means[r] = answered >= least ? sum / answered : Double.NaN;
    }
    return means;
  }
}
