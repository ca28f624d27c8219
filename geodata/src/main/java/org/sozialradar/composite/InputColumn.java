package org.sozialradar.composite;

import java.util.List;
import org.sozialradar.indicator.ObservationStatus;

/** Values of an indicator with their errors and statuses; no value where the status has none. */
final class InputColumn {
  private final double[] values;
  private final double[] errors;
  private final List<ObservationStatus> statuses;

  /** Takes the arrays over and empties the cells whose status has no value. */
  InputColumn(double[] values, double[] errors, List<ObservationStatus> statuses) {
    this.values = values;
    this.errors = errors;
    this.statuses = statuses;
    for (int row = 0; row < values.length; row++) {
      if (!isPresent(row)) {
        values[row] = Double.NaN;
        errors[row] = 0;
      } else if (Double.isNaN(errors[row])) {
        errors[row] = 0;
      }
    }
  }

  boolean isPresent(int row) {
    return statuses.get(row).hasValue();
  }

  double value(int row) {
    return values[row];
  }

  /** Standard error; 0 for a full count and where there is no value. */
  double error(int row) {
    return errors[row];
  }

  List<ObservationStatus> statuses() {
    return statuses;
  }

  int size() {
    return values.length;
  }
}
