package org.sozialradar.filter;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sozialradar.dataset.LocalizedText;

/** Kinds of values, as a property is declared or an expression comes to. */
public enum ValueType {
  TEXT("Text", "text"),
  NUMBER("Zahl", "number"),
  BOOLEAN("Wahrheitswert", "truth value"),
  /** A day. */
  DATE("Tag", "day"),
  /** A time with its zone. */
  TIMESTAMP("Zeit", "time"),
  INTERVAL("Zeitraum", "interval"),
  GEOMETRY("Geometrie", "geometry"),
  ARRAY("Liste", "array");

  private final String de;
  private final String en;

  ValueType(String de, String en) {
    this.de = de;
    this.en = en;
  }

  /** What people call it. */
  public LocalizedText label() {
    return new LocalizedText(de, en);
  }

  /** Whether it is a day or a time, which can be compared with each other. */
  public boolean isInstant() {
    return this == DATE || this == TIMESTAMP;
  }

  /** Whether values of both can be compared. */
  boolean isComparableWith(ValueType other) {
    return this == other
        ? this != INTERVAL && this != GEOMETRY && this != ARRAY
        : isInstant() && other.isInstant();
  }

  /** The labels of some, in both languages. */
  static LocalizedText list(ValueType... types) {
    return new LocalizedText(
        Arrays.stream(types).map(one -> one.de).collect(Collectors.joining(" oder ")),
        Arrays.stream(types).map(one -> one.en).collect(Collectors.joining(" or ")));
  }
}
