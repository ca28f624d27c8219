package org.sozialradar.composite;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.SamplingError;

/** Values of an indicator with their errors and statuses; no value where the status has none. */
final class InputColumn {
  private final double[] values;
  private final List<SamplingError> errors;
  private final List<ObservationStatus> statuses;

  /** Takes the array over and empties the cells whose status has no value. */
  InputColumn(double[] values, List<SamplingError> errors, List<ObservationStatus> statuses) {
    this.values = values;
    this.statuses = statuses;
    var kept = new ArrayList<SamplingError>();
    for (int row = 0; row < values.length; row++) {
      kept.add(isPresent(row) ? errors.get(row) : SamplingError.NONE);
      if (!isPresent(row)) {
        values[row] = Double.NaN;
      }
    }
    this.errors = List.copyOf(kept);
  }

  boolean isPresent(int row) {
    return statuses.get(row).hasValue();
  }

  double value(int row) {
    return values[row];
  }

  /** Sampling error; none for a full count and where there is no value. */
  SamplingError error(int row) {
    return errors.get(row);
  }

  List<ObservationStatus> statuses() {
    return statuses;
  }

  int size() {
    return values.length;
  }
}
