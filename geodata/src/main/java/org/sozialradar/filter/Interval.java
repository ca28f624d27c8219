package org.sozialradar.filter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The time from a moment to another, both included.
 *
 * @param start empty if it has no beginning
 * @param end empty if it has no end
 */
public record Interval(Optional<Expression> start, Optional<Expression> end) implements Expression {
  @Override
  public List<Expression> children() {
    return Stream.of(start, end).flatMap(Optional::stream).toList();
  }

  @Override
  public ValueType type(Queryables queryables) {
    children()
        .forEach(
            one ->
                Operand.of("INTERVAL", one)
                    .require(queryables, ValueType.DATE, ValueType.TIMESTAMP));
    return ValueType.INTERVAL;
  }

  @Override
  public Value evaluate(Row row) {
    var from = start.map(one -> one.evaluate(row)).orElse(new Value.When(Moment.EVER));
    var to = end.map(one -> one.evaluate(row)).orElse(new Value.When(Moment.FOREVER));
    return from instanceof Value.When first && to instanceof Value.When last
        ? new Value.Span(first.moment(), last.moment())
        : Value.MISSING;
  }
}
