package org.sozialradar.filter;

import java.util.List;

/** True if a number lies between two others or is one of them. */
public record Between(Expression number, Expression low, Expression high) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(number, low, high);
  }

  @Override
  public ValueType type(Queryables queryables) {
    children().forEach(one -> Operand.of("BETWEEN", one).require(queryables, ValueType.NUMBER));
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return new And(
            List.of(
                new Comparison(Comparison.Operator.GREATER_OR_EQUAL, number, low),
                new Comparison(Comparison.Operator.LESS_OR_EQUAL, number, high)))
        .evaluate(row);
  }
}
