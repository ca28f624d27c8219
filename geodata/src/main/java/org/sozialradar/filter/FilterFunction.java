package org.sozialradar.filter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The functions that a filter may call, each of one argument. */
public enum FilterFunction {
  ABS(Math::abs),
  CEIL(Math::ceil),
  FLOOR(Math::floor),
  /** To the nearest whole number, from the middle to the even one. */
  ROUND(Math::rint),
  /** Number of characters. */
  LENGTH(ValueType.NUMBER, text -> Value.of((double) text.codePointCount(0, text.length()))),
  LOWER(ValueType.TEXT, text -> Value.of(text.toLowerCase(Locale.ROOT))),
  UPPER(ValueType.TEXT, text -> Value.of(text.toUpperCase(Locale.ROOT)));

  private final ValueType argument;
  private final ValueType result;
  private final Function<Value, Value> body;

  FilterFunction(DoubleUnaryOperator body) {
    argument = ValueType.NUMBER;
    result = ValueType.NUMBER;
    this.body =
        value ->
            value instanceof Value.Numeric known
                ? Value.of(body.applyAsDouble(known.number()))
                : Value.MISSING;
  }

  FilterFunction(ValueType result, Function<String, Value> body) {
    argument = ValueType.TEXT;
    this.result = result;
    this.body =
        value -> value instanceof Value.Text known ? body.apply(known.text()) : Value.MISSING;
  }

  /** The function of a name, in upper or lower case. */
  public static Optional<FilterFunction> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> one.name().equals(upper)).findFirst();
  }

  /** All names in lower case, with commas between. */
  static String names() {
    return Arrays.stream(values())
        .map(one -> one.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  public ValueType argument() {
    return argument;
  }

  public ValueType result() {
    return result;
  }

  Value apply(Value value) {
    return body.apply(value);
  }
}
