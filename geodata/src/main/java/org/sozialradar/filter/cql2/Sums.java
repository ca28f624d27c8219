package org.sozialradar.filter.cql2;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.sozialradar.filter.Arithmetic;
import org.sozialradar.filter.Expression;
import org.sozialradar.filter.Literal;
import org.sozialradar.filter.Value;

/** Reads what is reckoned: sums, products, powers and signs. */
final class Sums {
  private static final List<String> ADDING = List.of("+", "-");
  private static final List<String> MULTIPLYING = List.of("*", "/", "%", "div");

  private final Reading reading;
  private final Primaries primaries;

  Sums(Reading reading, Cql2Text text) {
    this.reading = reading;
    primaries = new Primaries(reading, text);
  }

  Expression sum() {
    return chain(ADDING, () -> chain(MULTIPLYING, this::power));
  }

  /** Operands with operators of one strength between, from the left. */
  private Expression chain(List<String> symbols, Supplier<Expression> operand) {
    var left = operand.get();
    int depth = 1;
    for (var operator = take(symbols); operator.isPresent(); operator = take(symbols)) {
      left = new Arithmetic(operator.get(), left, operand.get());
      depth++;
      Reading.requireDepth(depth);
    }
    return left;
  }

  private Optional<Arithmetic.Operator> take(List<String> symbols) {
    var next = reading.peek();
    boolean isWord = next.isWord("DIV");
    if (!isWord && next.kind() != Token.Kind.SYMBOL) {
      return Optional.empty();
    }
    String symbol = isWord ? "div" : next.text();
    if (!symbols.contains(symbol)) {
      return Optional.empty();
    }
    reading.take();
    return Arithmetic.Operator.find(symbol);
  }

  private Expression power() {
    var base = signed();
    return reading.takeSymbol("^")
        ? new Arithmetic(Arithmetic.Operator.POWER, base, signed())
        : base;
  }

  private Expression signed() {
    boolean isNumber = reading.peekNext().kind() == Token.Kind.NUMBER;
    if (isNumber && reading.takeSymbol("+")) {
      return primaries.number(1);
    }
    if (reading.takeSymbol("-")) {
      return isNumber
          ? primaries.number(-1)
          : new Arithmetic(
              Arithmetic.Operator.TIMES, new Literal(Value.of(-1.0)), primaries.primary());
    }
    return primaries.primary();
  }
}
