package org.sozialradar.filter;

import java.util.List;

/** Values in their order, as array tests take them. */
public record Elements(List<Expression> elements) implements Expression {
  public Elements {
    elements = List.copyOf(elements);
  }

  @Override
  public List<Expression> children() {
    return elements;
  }

  @Override
  public ValueType type(Queryables queryables) {
    elements.forEach(one -> one.type(queryables));
    return ValueType.ARRAY;
  }

  @Override
  public Value evaluate(Row row) {
    return new Value.Series(elements.stream().map(one -> one.evaluate(row)).toList());
  }
}
