package org.sozialradar.filter;

import java.util.List;

/** A fixed value: text, number, truth, day, time or geometry. */
public record Literal(Value value) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of();
  }

  @Override
  public ValueType type(Queryables queryables) {
    return value.type();
  }

  @Override
  public Value evaluate(Row row) {
    return value;
  }
}
