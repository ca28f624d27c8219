package org.sozialradar.publication;

import org.sozialradar.estimation.GroupPrediction;
import org.sozialradar.estimation.Prediction;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;

/** A prediction as it is published: in the indicator's unit, within the range of the result. */
final class ModelledValue {
  /** Digits after the decimal point in the unit of the indicator. */
  private static final double PARTS_OF_POINTS = 100;

  private static final double PARTS_OF_PERCENT = 10;

  private ModelledValue() {}

  static Estimate of(Prediction prediction, SurveyResult result) {
    return of(prediction.value(), prediction.lower(), prediction.upper(), result);
  }

  static Estimate of(GroupPrediction prediction, SurveyResult result) {
    return of(prediction.value(), prediction.lower(), prediction.upper(), result);
  }

  private static Estimate of(double centre, double least, double most, SurveyResult result) {
    double parts = result instanceof SurveyResult.OfProportion ? PARTS_OF_PERCENT : PARTS_OF_POINTS;
    var range = result.range();
    double value = within(centre, range.lower(), range.upper());
    double lower = within(least, range.lower(), value);
    double upper = within(most, value, range.upper());
    return new Estimate(
        Math.rint(value * result.factor() * parts) / parts,
        Math.floor(lower * result.factor() * parts + 1e-9) / parts,
        Math.ceil(upper * result.factor() * parts - 1e-9) / parts,
        ObservationStatus.ESTIMATED);
  }

  private static double within(double value, double lowest, double highest) {
    return Math.min(highest, Math.max(lowest, value));
  }
}
