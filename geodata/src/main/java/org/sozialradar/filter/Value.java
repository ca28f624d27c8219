package org.sozialradar.filter;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What an expression comes to for one row. Logic is that of SQL: what is {@link #MISSING} is
 * neither true nor false.
 */
public sealed interface Value {
  /** No value, or not known. */
  Value MISSING = new Missing();

  Value TRUE = new Truth(true);
  Value FALSE = new Truth(false);

  /**
   * The kind of the value.
   *
   * @throws IllegalStateException if it is missing
   */
  ValueType type();

  static Value of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  static Value of(String text) {
    return new Text(text);
  }

  /** A number; missing if it is none, as after a division by zero. */
  static Value of(double number) {
    return Double.isFinite(number) ? new Numeric(number) : MISSING;
  }

  /** Nothing. */
  record Missing() implements Value {
    @Override
    public ValueType type() {
      throw new IllegalStateException("what is missing has no type");
    }
  }

  /** A text; texts are ordered by their UTF-16 code units. */
  record Text(String text) implements Value {
    @Override
    public ValueType type() {
      return ValueType.TEXT;
    }
  }

  /** A finite number. */
  record Numeric(double number) implements Value {
    @Override
    public ValueType type() {
      return ValueType.NUMBER;
    }
  }

  /** True or false. */
  record Truth(boolean truth) implements Value {
    @Override
    public ValueType type() {
      return ValueType.BOOLEAN;
    }
  }

  /** A day or a time. */
  record When(Moment moment) implements Value {
    @Override
    public ValueType type() {
      return moment.first().equals(moment.last()) ? ValueType.TIMESTAMP : ValueType.DATE;
    }
  }

  /** The time from one moment to another, both included. */
  record Span(Moment start, Moment end) implements Value {
    @Override
    public ValueType type() {
      return ValueType.INTERVAL;
    }
  }

  /** A geometry in the coordinate system of the data. */
  record Shape(Geometry geometry) implements Value {
    @Override
    public ValueType type() {
      return ValueType.GEOMETRY;
    }
  }

  /** Values in their order. */
  record Series(List<Value> values) implements Value {
    public Series {
      values = List.copyOf(values);
    }

    @Override
    public ValueType type() {
      return ValueType.ARRAY;
    }
  }
}
