package org.sozialradar.indicator;

import java.util.Arrays;
import java.util.List;

/** The estimates of one period for all areas of a level, compact. Immutable. */
final class Column {
  private static final double[] NONE = {};
  private static final ObservationStatus[] BY_LETTER = byLetter();

  private final Origin origin;
  private final double[] values;
  private final double[] lower;
  private final double[] upper;
  private final byte[] statuses;

  /** Empty if no cell has a class. */
  private final String nClasses;

  Column(Origin origin, List<Estimate> cells) {
    this.origin = origin;
    values = cells.stream().mapToDouble(Estimate::value).toArray();
    boolean intervals = cells.stream().anyMatch(Estimate::hasInterval);
    lower = intervals ? cells.stream().mapToDouble(Estimate::lower).toArray() : NONE;
    upper = intervals ? cells.stream().mapToDouble(Estimate::upper).toArray() : NONE;
    statuses = new byte[cells.size()];
    for (int i = 0; i < statuses.length; i++) {
      statuses[i] = (byte) cells.get(i).status().letter();
    }
    nClasses = NClass.letters(cells);
  }

  private static ObservationStatus[] byLetter() {
    var statuses = new ObservationStatus[128];
    for (var status : ObservationStatus.values()) {
      statuses[status.letter()] = status;
    }
    return statuses;
  }

  Origin origin() {
    return origin;
  }

  Estimate at(int row) {
    return new Estimate(
        values[row],
        lower.length == 0 ? Double.NaN : lower[row],
        upper.length == 0 ? Double.NaN : upper[row],
        BY_LETTER[statuses[row]],
        nClasses.isEmpty() ? NClass.NONE : NClass.ofLetter(nClasses.charAt(row)));
  }

  boolean hasIntervals() {
    return lower.length > 0;
  }

  boolean hasClasses() {
    return !nClasses.isEmpty();
  }

  boolean hasValues() {
    return Arrays.stream(values).anyMatch(Double::isFinite);
  }
}
