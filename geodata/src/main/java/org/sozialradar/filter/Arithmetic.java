package org.sozialradar.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Two numbers reckoned with. What has no result, as a division by zero, is missing. */
public record Arithmetic(Operator operator, Expression left, Expression right)
    implements Expression {
  /** How numbers are reckoned with. */
  public enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED("/"),
    /** The remainder, with the sign of the dividend. */
    MODULO("%"),
    /** The quotient without its fraction. */
    DIV("div"),
    POWER("^");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator that CQL2 writes so. */
    public static Optional<Operator> find(String symbol) {
      return Arrays.stream(values()).filter(one -> one.symbol.equals(symbol)).findFirst();
    }

    double apply(double a, double b) {
      return switch (this) {
        case PLUS -> a + b;
        case MINUS -> a - b;
        case TIMES -> a * b;
        case DIVIDED -> a / b;
        case MODULO -> a % b;
        case DIV -> a / b < 0 ? Math.ceil(a / b) : Math.floor(a / b);
        case POWER -> Math.pow(a, b);
      };
    }
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public ValueType type(Queryables queryables) {
    Operand.of(operator.symbol, left).require(queryables, ValueType.NUMBER);
    return Operand.of(operator.symbol, right).require(queryables, ValueType.NUMBER);
  }

  @Override
  public Value evaluate(Row row) {
    return left.evaluate(row) instanceof Value.Numeric a
            && right.evaluate(row) instanceof Value.Numeric b
        ? Value.of(operator.apply(a.number(), b.number()))
        : Value.MISSING;
  }
}
