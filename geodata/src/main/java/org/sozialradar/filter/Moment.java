package org.sozialradar.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A point in time as exact as it was given: a time is one instant, a day all instants from its
 * first to its last nanosecond in UTC. Two moments of which one lies within the other count as the
 * same, so that a time falls on its day.
 *
 * @param first first instant
 * @param last last instant
 */
public record Moment(Instant first, Instant last) {
  /** Before every other moment: where an interval has no beginning. */
  public static final Moment EVER = new Moment(Instant.MIN, Instant.MIN);

  /** After every other moment: where an interval has no end. */
  public static final Moment FOREVER = new Moment(Instant.MAX, Instant.MAX);

  public Moment {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("a moment that ends before it begins");
    }
  }

  public static Moment of(LocalDate day) {
    return new Moment(
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1));
  }

  public static Moment of(Instant time) {
    return new Moment(time, time);
  }

  /** Negative, zero or positive, as this comes before, on or after the other. */
  int compare(Moment other) {
    if (last.isBefore(other.first)) {
      return -1;
    }
    return first.isAfter(other.last) ? 1 : 0;
  }
}
