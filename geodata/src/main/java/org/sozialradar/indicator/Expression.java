package org.sozialradar.indicator;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** A node of the syntax tree of a {@link Formula}. */
sealed interface Expression {
  /** Place in the text of the formula, counted from 0. */
  int position();

  /** The value; NaN if it divides by zero somewhere. */
  double evaluate(ToDoubleFunction<Input> inputs);

  /**
   * The physical dimension of the value.
   *
   * @throws FormulaException if units do not fit
   */
  Dimension dimension(Dimensions units);

  void collect(Set<Input> inputs);

  default Set<Input> inputs() {
    var inputs = new TreeSet<Input>();
    collect(inputs);
    return inputs;
  }

  /** Knows the dimension of indicators. */
  interface Dimensions {
    /**
     * The dimension of an indicator that stands at a place of the formula.
     *
     * @throws FormulaException if there is no such indicator
     */
    Dimension of(String indicatorId, int position);
  }

  /** A number that is written in the formula. */
  record Constant(double value, int position) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<Input> inputs) {
      return value;
    }

    @Override
    public Dimension dimension(Dimensions units) {
      return Dimension.ofNumber(value);
    }

    @Override
    public void collect(Set<Input> inputs) {
      // a number needs no input
    }
  }

  /** An indicator in the period that the formula is evaluated for. */
  record Observed(String indicatorId, int position) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<Input> inputs) {
      return inputs.applyAsDouble(Input.current(indicatorId));
    }

    @Override
    public Dimension dimension(Dimensions units) {
      return units.of(indicatorId, position);
    }

    @Override
    public void collect(Set<Input> inputs) {
      inputs.add(Input.current(indicatorId));
    }
  }

  /** The value of an indicator less its value in an earlier year. */
  record ChangeSince(String indicatorId, ReferencePeriod base, int position) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<Input> inputs) {
      return inputs.applyAsDouble(Input.current(indicatorId))
          - inputs.applyAsDouble(Input.at(indicatorId, base));
    }

    @Override
    public Dimension dimension(Dimensions units) {
      return units.of(indicatorId, position);
    }

    @Override
    public void collect(Set<Input> inputs) {
      inputs.add(Input.current(indicatorId));
      inputs.add(Input.at(indicatorId, base));
    }
  }

  /** The value with the opposite sign. */
  record Negated(Expression operand, int position) implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<Input> inputs) {
      return -operand.evaluate(inputs);
    }

    @Override
    public Dimension dimension(Dimensions units) {
      return operand.dimension(units);
    }

    @Override
    public void collect(Set<Input> inputs) {
      operand.collect(inputs);
    }
  }

  /**
   * Two values joined by an operator.
   *
   * @param operator one of {@code + - * /}
   */
  record Operation(char operator, Expression left, Expression right, int position)
      implements Expression {
    @Override
    public double evaluate(ToDoubleFunction<Input> inputs) {
      double a = left.evaluate(inputs);
      double b = right.evaluate(inputs);
      return switch (operator) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        case '/' -> b == 0 ? Double.NaN : a / b;
        default -> throw new IllegalStateException("operator " + operator);
      };
    }

    @Override
    public Dimension dimension(Dimensions units) {
      var a = left.dimension(units);
      var b = right.dimension(units);
      return switch (operator) {
        case '+', '-' -> a.requireSame(b, position);
        case '*' -> a.times(b);
        case '/' -> a.dividedBy(b);
        default -> throw new IllegalStateException("operator " + operator);
      };
    }

    @Override
    public void collect(Set<Input> inputs) {
      left.collect(inputs);
      right.collect(inputs);
    }
  }
}
