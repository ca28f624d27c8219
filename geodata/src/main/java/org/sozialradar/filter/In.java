package org.sozialradar.filter;

import java.util.ArrayList;
import java.util.List;

/** True if a value is one of some. */
public record In(Expression value, List<Expression> choices) implements Expression {
  public In {
    choices = List.copyOf(choices);
  }

  @Override
  public List<Expression> children() {
    var all = new ArrayList<>(List.of(value));
    all.addAll(choices);
    return List.copyOf(all);
  }

  @Override
  public ValueType type(Queryables queryables) {
    choices.forEach(one -> Operand.of("IN", value).requireComparable(one, queryables));
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    var looked = value.evaluate(row);
    var result = looked.equals(Value.MISSING) ? looked : Value.FALSE;
    for (var choice : choices) {
      var order = ValueOrder.compare(looked, choice.evaluate(row));
      if (order.isEmpty()) {
        result = Value.MISSING;
      } else if (order.getAsInt() == 0) {
        return Value.TRUE;
      }
    }
    return result;
  }
}
