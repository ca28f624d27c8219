package org.sozialradar.filter;

import java.util.List;

/** True if a value is missing, else false. */
public record IsNull(Expression operand) implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(operand);
  }

  @Override
  public ValueType type(Queryables queryables) {
    operand.type(queryables);
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return Value.of(operand.evaluate(row).equals(Value.MISSING));
  }
}
