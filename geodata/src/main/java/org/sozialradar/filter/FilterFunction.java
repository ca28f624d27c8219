package org.sozialradar.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions that a filter may call, each of one argument. */
public enum FilterFunction {
  ABS(ValueType.NUMBER, ValueType.NUMBER),
  CEIL(ValueType.NUMBER, ValueType.NUMBER),
  FLOOR(ValueType.NUMBER, ValueType.NUMBER),
  /** To the nearest whole number, from the middle to the even one. */
  ROUND(ValueType.NUMBER, ValueType.NUMBER),
  /** Number of characters. */
  LENGTH(ValueType.TEXT, ValueType.NUMBER),
  LOWER(ValueType.TEXT, ValueType.TEXT),
  UPPER(ValueType.TEXT, ValueType.TEXT);

  private final ValueType argument;
  private final ValueType result;

  FilterFunction(ValueType argument, ValueType result) {
    this.argument = argument;
    this.result = result;
  }

  /** The function of a name, in upper or lower case. */
  public static Optional<FilterFunction> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(upper)).findFirst();
  }

  /** Its name as it is written: in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names with commas between. */
  static String names() {
    return Arrays.stream(values()).map(FilterFunction::label).collect(Collectors.joining(", "));
  }

  public ValueType argument() {
    return argument;
  }

  public ValueType result() {
    return result;
  }

  Value apply(Value value) {
    if (value instanceof Value.Numeric number) {
      return Value.of(apply(number.number()));
    }
    return value instanceof Value.Text text ? apply(text.text()) : Value.MISSING;
  }

  private double apply(double number) {
    return switch (this) {
      case ABS -> Math.abs(number);
      case CEIL -> Math.ceil(number);
      case FLOOR -> Math.floor(number);
      case ROUND -> Math.rint(number);
      default -> throw new IllegalStateException(this + " of a number");
    };
  }

  private Value apply(String text) {
    return switch (this) {
      case LENGTH -> Value.of((double) text.codePointCount(0, text.length()));
      case LOWER -> Value.of(text.toLowerCase(Locale.ROOT));
      case UPPER -> Value.of(text.toUpperCase(Locale.ROOT));
      default -> throw new IllegalStateException(this + " of a text");
    };
  }
}
