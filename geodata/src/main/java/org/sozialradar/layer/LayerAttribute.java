package org.sozialradar.layer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A column of a layer.
 *
 * @param name as in the file that it came from
 * @param type what all its texts are
 */
public record LayerAttribute(String name, Type type) {
  /** What the texts of a column are. */
  public enum Type {
    TEXT(text -> true),
    /** Numbers as they are computed with; 007 and 0371 are keys, not numbers. */
    NUMBER(Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?").asMatchPredicate()),
    /** Whole numbers of up to 15 digits, which doubles hold exactly. */
    INTEGER(Pattern.compile("-?(0|[1-9]\\d{0,14})").asMatchPredicate()),
    /** {@code true} or {@code false}. */
    BOOLEAN(Pattern.compile("(?i)true|false").asMatchPredicate()),
    /** Days such as {@code 2023-12-31}. */
    DATE(Pattern.compile("\\d{4}-\\d{2}-\\d{2}").asMatchPredicate().and(Type::isDay)),
    /** Times with their zone such as {@code 2023-12-31T08:00:00Z}. */
    TIMESTAMP(Pattern.compile("\\d{4}-.{6,40}").asMatchPredicate().and(Type::isTime));

    private final Predicate<String> holds;

    Type(Predicate<String> holds) {
      this.holds = holds;
    }

    /** The narrowest type of all texts; text if there are none. */
    public static Type of(Collection<String> texts) {
      return Stream.of(INTEGER, NUMBER, BOOLEAN, DATE, TIMESTAMP)
          .filter(type -> !texts.isEmpty() && texts.stream().allMatch(type.holds))
          .findFirst()
          .orElse(TEXT);
    }

    /** Whether it is a kind of number. */
    public boolean isNumeric() {
      return this == NUMBER || this == INTEGER;
    }

    private static boolean isDay(String text) {
      try {
        return LocalDate.parse(text).getYear() > 0;
      } catch (DateTimeException noDay) {
        return false;
      }
    }

    private static boolean isTime(String text) {
      try {
        return OffsetDateTime.parse(text).getYear() > 0;
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
