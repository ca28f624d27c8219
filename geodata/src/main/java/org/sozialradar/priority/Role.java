package org.sozialradar.priority;

import java.util.Locale;

/** What a criterion says of an area. */
public enum Role {
  /** How much the people who live there need, such as an index of disadvantage. */
  NEED,
  /** How much help from each other can be expected, such as the prediction for a crisis. */
  SUPPORT,
  /** How much the area is exposed, such as the share of it in a flood zone. */
  HAZARD,
  /** What there is to help with, such as helpers or shelters per head. */
  CAPACITY;

  /** Name in answers, such as {@code need}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it belongs to the axis of need; else to that of expected help. */
  boolean isNeed() {
    return this == NEED || this == HAZARD;
  }
}
