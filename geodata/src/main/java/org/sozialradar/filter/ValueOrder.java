package org.sozialradar.filter;

import java.util.Comparator;
import java.util.OptionalInt;

/** The order of values of one kind. */
public final class ValueOrder {
  private ValueOrder() {}

  /**
   * An order for sorting. What is missing, or of another kind than the rest, comes last.
   *
   * @param descending whether the greatest comes first
   */
  public static Comparator<Value> missingLast(boolean descending) {
    return Comparator.<Value, Boolean>comparing(Value.MISSING::equals)
        .thenComparing(
            (left, right) ->
                descending ? compare(right, left).orElse(0) : compare(left, right).orElse(0));
  }

  /** As {@link Integer#compare}; empty if one is missing or they are of different kinds. */
  static OptionalInt compare(Value left, Value right) {
    if (left instanceof Value.Text a && right instanceof Value.Text b) {
      return OptionalInt.of(a.text().compareTo(b.text()));
    }
    if (left instanceof Value.Numeric a && right instanceof Value.Numeric b) {
      // 0 and -0 are one number
      return OptionalInt.of(Double.compare(a.number() + 0.0, b.number() + 0.0));
    }
    if (left instanceof Value.Truth a && right instanceof Value.Truth b) {
      return OptionalInt.of(Boolean.compare(a.truth(), b.truth()));
    }
    return left instanceof Value.When a && right instanceof Value.When b
        ? OptionalInt.of(a.moment().compare(b.moment()))
        : OptionalInt.empty();
  }
}
