package org.sozialradar.survey;

/**
 * The columns of a data file that describe how the sample was drawn. An empty name means that there
 * is no such column.
 *
 * @param weight heading of the weight; without it every respondent counts 1
 * @param stratum heading of the stratum; without it there is one
 * @param unit heading of the primary sampling unit, such as a sample point; without it every
 *     respondent is one. Equal names in two strata are two units
 * @param populationUnits heading of the number of sampling units that the stratum has in the
 *     population, for the finite population correction; without it none is made
 * @param lonelyUnits what to do with a stratum of one unit
 */
public record SurveyDesign(
    String weight, String stratum, String unit, String populationUnits, LonelyUnits lonelyUnits) {

  /** Every respondent is a unit of one stratum and counts 1. */
  public static final SurveyDesign SIMPLE = new SurveyDesign("", "", "", "", LonelyUnits.REFUSE);

  public boolean hasWeight() {
    return !weight.isEmpty();
  }

  public boolean hasStratum() {
    return !stratum.isEmpty();
  }

  public boolean hasUnit() {
    return !unit.isEmpty();
  }

  public boolean hasPopulationUnits() {
    return !populationUnits.isEmpty();
  }
}
