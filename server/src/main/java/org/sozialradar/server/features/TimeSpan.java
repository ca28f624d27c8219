package org.sozialradar.server.features;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Query;

/**
 * The days from one to another, both included.
 *
 * @param first first day
 * @param last last day
 */
public record TimeSpan(LocalDate first, LocalDate last) {
  public static final TimeSpan ALWAYS = new TimeSpan(LocalDate.MIN, LocalDate.MAX);
  private static final String PARAMETER = "datetime";
  private static final String OPEN = "..";

  /**
   * What the parameter {@code datetime} says (OGC 17-069r4, 7.15.4): a time or day of RFC 3339, or
   * two with a slash between, of which one may be open.
   *
   * @throws ProblemException if it is none of these
   */
  public static TimeSpan of(Query query) {
    return query.find(PARAMETER).map(TimeSpan::parse).orElse(ALWAYS);
  }

  private static TimeSpan parse(String text) {
    var ends = text.split("/", -1);
    if (ends.length == 1 && !isOpen(text)) {
      return new TimeSpan(day(text, text), day(text, text));
    }
    if (ends.length != 2 || (isOpen(ends[0]) && isOpen(ends[1]))) {
      throw bad(text);
    }
    var first = isOpen(ends[0]) ? LocalDate.MIN : day(ends[0], text);
    var last = isOpen(ends[1]) ? LocalDate.MAX : day(ends[1], text);
    if (last.isBefore(first)) {
      throw bad(text);
    }
    return new TimeSpan(first, last);
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals(OPEN);
  }

  private static LocalDate day(String end, String text) {
    try {
      return end.length() == 10
          ? LocalDate.parse(end)
          : OffsetDateTime.parse(end).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
    } catch (DateTimeException malformed) {
      throw bad(text);
    }
  }

  private static ProblemException bad(String text) {
    return Query.badFor("no-time", PARAMETER, text);
  }

  /** Whether a day of a period is among the days. */
  public boolean meets(ReferencePeriod period) {
    boolean isYear = period.id().length() == 4;
    var begin = isYear ? LocalDate.of(period.year(), 1, 1) : LocalDate.parse(period.id());
    var end = isYear ? LocalDate.of(period.year(), 12, 31) : begin;
    return !begin.isAfter(last) && !end.isBefore(first);
  }
}
