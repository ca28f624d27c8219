package org.sozialradar.filter;

import java.util.List;

/** The value that a row has of a property. */
public record Property(String name) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of();
  }

  @Override
  public ValueType type(Queryables queryables) {
    return queryables.type(name);
  }

  @Override
  public Value evaluate(Row row) {
    return row.get(name);
  }
}
