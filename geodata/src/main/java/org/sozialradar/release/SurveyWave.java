package org.sozialradar.release;

/**
 * A wave of a survey, named as its results name it.
 *
 * @param survey id of the questionnaire
 * @param wave when it was asked, such as {@code 2022}
 */
public record SurveyWave(String survey, String wave) implements Comparable<SurveyWave> {
  public SurveyWave {
    if (survey.isBlank() || wave.isBlank()) {
      throw new IllegalArgumentException("a wave needs its survey and its time");
    }
  }

  @Override
  public int compareTo(SurveyWave other) {
    int bySurvey = survey.compareTo(other.survey);
    return bySurvey != 0 ? bySurvey : wave.compareTo(other.wave);
  }
}
