package org.sozialradar.layer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column of a layer.
 *
 * @param name as in the file that it came from
 * @param type what all its texts are
 */
public record LayerAttribute(String name, Type type) {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,14})");
  private static final Pattern DECIMAL = Pattern.compile(WHOLE + "(\\.\\d{1,15})?");

  /** What the texts of a column are. */
  public enum Type {
    TEXT,
    /** Numbers as they are computed with; 007 and 0371 are keys, not numbers. */
    NUMBER,
    /** Whole numbers of up to 15 digits, which doubles hold exactly. */
    INTEGER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** Days such as {@code 2023-12-31}. */
    DATE,
    /** Times with their zone such as {@code 2023-12-31T08:00:00Z}. */
    TIMESTAMP;

    /** The narrowest type of all texts; text if there are none. */
    public static Type of(Collection<String> texts) {
      return Stream.of(INTEGER, NUMBER, BOOLEAN, DATE, TIMESTAMP)
          .filter(type -> !texts.isEmpty() && texts.stream().allMatch(type::holds))
          .findFirst()
          .orElse(TEXT);
    }

    private boolean holds(String text) {
      return switch (this) {
        case TEXT -> true;
        case NUMBER -> DECIMAL.matcher(text).matches();
        case INTEGER -> WHOLE.matcher(text).matches();
        case BOOLEAN -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        case DATE -> isDay(text);
        case TIMESTAMP -> isTime(text);
      };
    }

    /** Whether it is a kind of number. */
    public boolean isNumeric() {
      return this == NUMBER || this == INTEGER;
    }

    private static boolean isDay(String text) {
      try {
        return text.length() == 10 && LocalDate.parse(text).getYear() > 0;
      } catch (DateTimeException noDay) {
        return false;
      }
    }

    private static boolean isTime(String text) {
      try {
        return text.length() <= 40 && OffsetDateTime.parse(text).getYear() > 0;
      } catch (DateTimeException noTime) {
        return false;
      }
    }
  }

  public LayerAttribute {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an attribute without name");
    }
  }

  /** The day that a text of a column of days says. */
  public static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  /** The instant that a text of a column of times says. */
  public static Instant time(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
