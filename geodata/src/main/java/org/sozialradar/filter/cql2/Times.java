package org.sozialradar.filter.cql2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.FilterFault;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.Literal;
import org.sozialradar.filter.Moment;
import org.sozialradar.filter.Value;

/** Days and times as CQL2 writes them: RFC 3339, times in UTC. */
final class Times {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");
  private static final String OPEN = "..";

  private Times() {}

  /**
   * A day.
   *
   * @throws InvalidFilterException {@code bad-time}
   */
  static Literal day(String text) {
    if (DAY.matcher(text).matches()) {
      try {
        return literal(Moment.of(LocalDate.parse(text)));
      } catch (DateTimeException noSuchDay) {
        throw bad(text);
      }
    }
    throw bad(text);
  }

  /**
   * A time.
   *
   * @throws InvalidFilterException {@code bad-time}
   */
  static Literal time(String text) {
    if (TIME.matcher(text).matches()) {
      try {
        return literal(Moment.of(Instant.parse(text)));
      } catch (DateTimeException noSuchTime) {
        throw bad(text);
      }
    }
    throw bad(text);
  }

  /** An end of an interval: a day, a time, or empty where it is open. */
  static Optional<Expression> end(String text) {
    return text.equals(OPEN)
        ? Optional.empty()
        : Optional.of(DAY.matcher(text).matches() ? day(text) : time(text));
  }

  private static Literal literal(Moment moment) {
    return new Literal(new Value.When(moment));
  }

  private static InvalidFilterException bad(String text) {
    return InvalidFilterException.of(FilterFault.BAD_TIME, text);
  }
}
