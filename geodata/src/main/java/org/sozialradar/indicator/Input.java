package org.sozialradar.indicator;

import java.util.Comparator;
import java.util.Optional;

/** A value that a formula needs: of an indicator, in the current or in a fixed period. */
record Input(String indicatorId, String fixedPeriod) implements Comparable<Input> {
  private static final Comparator<Input> ORDER =
      Comparator.comparing(Input::indicatorId).thenComparing(Input::fixedPeriod);

  static Input current(String indicatorId) {
    return new Input(indicatorId, "");
  }

  static Input at(String indicatorId, ReferencePeriod period) {
    return new Input(indicatorId, period.id());
  }

  /** The fixed period, if it is not the current one. */
  Optional<ReferencePeriod> findFixedPeriod() {
    return fixedPeriod.isEmpty() ? Optional.empty() : Optional.of(new ReferencePeriod(fixedPeriod));
  }

  ReferencePeriod period(ReferencePeriod current) {
    return findFixedPeriod().orElse(current);
  }

  @Override
  public int compareTo(Input other) {
    return ORDER.compare(this, other);
  }
}
