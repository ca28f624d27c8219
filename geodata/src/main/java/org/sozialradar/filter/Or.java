package org.sozialradar.filter;

import java.util.List;

/**
 * True if a term is, after the logic of SQL.
 *
 * @param terms two or more
 */
public record Or(List<Expression> terms) implements Expression {
  public Or {
    terms = List.copyOf(terms);
  }

  @Override
  public List<Expression> children() {
    return terms;
  }

  @Override
  public ValueType type(Queryables queryables) {
    return Junction.type("OR", terms, queryables);
  }

  @Override
  public Value evaluate(Row row) {
    return Junction.evaluate(true, terms, row);
  }
}
