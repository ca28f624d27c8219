package org.sozialradar.filter;

import java.util.List;

/** Whether two times stand to each other as said (Allen 1983). */
public record TemporalTest(TemporalRelation relation, Expression left, Expression right)
    implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public ValueType type(Queryables queryables) {
    for (var operand : children()) {
      if (relation.takesInstants()) {
        Operand.of(relation.name(), operand)
            .require(queryables, ValueType.DATE, ValueType.TIMESTAMP, ValueType.INTERVAL);
      } else {
        Operand.of(relation.name(), operand).require(queryables, ValueType.INTERVAL);
      }
    }
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return span(left.evaluate(row)) instanceof Value.Span a
            && span(right.evaluate(row)) instanceof Value.Span b
        ? Value.of(relation.holds(a, b))
        : Value.MISSING;
  }

  private static Value span(Value time) {
    return time instanceof Value.When when ? new Value.Span(when.moment(), when.moment()) : time;
  }
}
