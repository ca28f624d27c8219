package org.sozialradar.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Two values of one kind compared; a time may be compared with a day. */
public record Comparison(Operator operator, Expression left, Expression right)
    implements Expression {
  /** How two values are compared. */
  public enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    GREATER(">"),
    LESS_OR_EQUAL("<="),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator that CQL2 writes so. */
    public static Optional<Operator> find(String symbol) {
      return Arrays.stream(values()).filter(one -> one.symbol.equals(symbol)).findFirst();
    }

    boolean holds(int order) {
      return switch (this) {
        case EQUAL -> order == 0;
        case NOT_EQUAL -> order != 0;
        case LESS -> order < 0;
        case GREATER -> order > 0;
        case LESS_OR_EQUAL -> order <= 0;
        case GREATER_OR_EQUAL -> order >= 0;
      };
    }
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public ValueType type(Queryables queryables) {
    Operand.of(operator.symbol, left).requireComparable(right, queryables);
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    var order = ValueOrder.compare(left.evaluate(row), right.evaluate(row));
    return order.isEmpty() ? Value.MISSING : Value.of(operator.holds(order.getAsInt()));
  }
}
