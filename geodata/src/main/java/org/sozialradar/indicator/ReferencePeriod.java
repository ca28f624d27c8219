package org.sozialradar.indicator;

import java.util.regex.Pattern;

/**
 * The time that an observation speaks of.
 *
 * @param id a year ({@code 2021}) or a day ({@code 2024-06-09}), ISO 8601
 */
public record ReferencePeriod(String id) implements Comparable<ReferencePeriod> {
  private static final Pattern FORM = Pattern.compile("\\d{4}(-\\d{2}-\\d{2})?");

  public ReferencePeriod {
    if (!FORM.matcher(id).matches()) {
      throw new IllegalArgumentException("not a year or day: '" + id + "'");
    }
    if (id.length() > 4) {
      java.time.LocalDate.parse(id);
    }
  }

  public static ReferencePeriod ofYear(int year) {
    return new ReferencePeriod(String.format(java.util.Locale.ROOT, "%04d", year));
  }

  public int year() {
    return Integer.parseInt(id.substring(0, 4));
  }

  @Override
  public int compareTo(ReferencePeriod other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
