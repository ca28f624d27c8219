package org.sozialradar.server.config;

import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.disclosure.SurveyRule;

/**
 * What the office demands of every survey that it publishes; a questionnaire can only ask for more.
 *
 * @param minRespondents a direct result rests on at least so many respondents; 3..1000
 * @param boundPercent nobody can tell a suppressed value more narrowly than ± this part of its
 *     scale, in percent; 1..50
 */
public record SurveyConfig(int minRespondents, int boundPercent) {
  static SurveyConfig of(Map<Setting, GivenValue> given) {
    return new SurveyConfig(
        given.get(Setting.SURVEY_MIN_RESPONDENTS).number(3, 1000),
        given.get(Setting.SURVEY_BOUND_PERCENT).number(1, 50));
  }

  /** The thresholds; those that cannot be set are the defaults. */
  public SurveyRule rule() {
    var thresholds = new TreeMap<String, Double>();
    thresholds.put("minRespondents", (double) minRespondents);
    thresholds.put("proportionBound", boundPercent / 100.0);
    thresholds.put("scaleBound", boundPercent / 100.0);
    return SurveyRule.of(thresholds);
  }
}
