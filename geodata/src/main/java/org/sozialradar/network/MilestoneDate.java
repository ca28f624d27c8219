package org.sozialradar.network;

/**
 * A date that is known to the day, the month or only the year, and what it means.
 *
 * @param text {@code 2021}, {@code 2021-02} or {@code 2021-02-16}
 * @param means whether it happened then or was only known by then
 */
public record MilestoneDate(String text, Means means) {
  /** What a date says: the second must never be shown as the first. */
  public enum Means {
    HAPPENED,
    KNOWN_BY
  }

  /** How exactly a date is known. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  public MilestoneDate {
    if (!text.matches("\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?)?")) {
      throw new IllegalArgumentException("not a year, month or day: '" + text + "'");
    }
    if (text.length() == 10) {
      java.time.LocalDate.parse(text);
    }
  }

  public Precision precision() {
    return switch (text.length()) {
      case 4 -> Precision.YEAR;
      case 7 -> Precision.MONTH;
      default -> Precision.DAY;
    };
  }
}
