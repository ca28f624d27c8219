package org.sozialradar.filter;

import java.util.List;

/**
 * True if all terms are, after the logic of SQL.
 *
 * @param terms two or more
 */
public record And(List<Expression> terms) implements Expression {
  public And {
    terms = List.copyOf(terms);
  }

  @Override
  public List<Expression> children() {
    return terms;
  }

  @Override
  public ValueType type(Queryables queryables) {
    return Junction.type("AND", terms, queryables);
  }

  @Override
  public Value evaluate(Row row) {
    return Junction.evaluate(false, terms, row);
  }
}
