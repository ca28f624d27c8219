package org.sozialradar.filter;

import java.util.List;

/**
 * A function of some arguments.
 *
 * @param function name as it was written; whether there is such a function shows on checking
 */
public record Call(String function, List<Expression> arguments) implements Expression {
  public Call {
    arguments = List.copyOf(arguments);
  }

  @Override
  public List<Expression> children() {
    return arguments;
  }

  @Override
  public ValueType type(Queryables queryables) {
    var called =
        FilterFunction.find(function)
            .orElseThrow(
                () ->
                    InvalidFilterException.of(
                        FilterFault.UNKNOWN_FUNCTION, function, FilterFunction.names()));
    if (arguments.size() != 1) {
      throw InvalidFilterException.of(FilterFault.ONE_ARGUMENT, function);
    }
    Operand.of(function, arguments.get(0)).require(queryables, called.argument());
    return called.result();
  }

  @Override
  public Value evaluate(Row row) {
    return FilterFunction.find(function).orElseThrow().apply(arguments.get(0).evaluate(row));
  }
}
