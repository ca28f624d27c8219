package org.sozialradar.filter;

import java.util.List;

/** True if the term is false. */
public record Not(Expression term) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(term);
  }

  @Override
  public ValueType type(Queryables queryables) {
    return Operand.of("NOT", term).requireCondition(queryables);
  }

  @Override
  public Value evaluate(Row row) {
    return term.evaluate(row) instanceof Value.Truth known
        ? Value.of(!known.truth())
        : Value.MISSING;
  }
}
