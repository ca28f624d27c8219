package org.sozialradar.filter;

import java.util.List;

/**
 * True if a term is, after the logic of SQL.
 *
 * @param terms two or more
 */
public record Or(List<Expression> terms) implements Expression {
  public Or {
    terms = List.copyOf(terms);
  }

  @Override
  public List<Expression> children() {
    return terms;
  }

  @Override
  public ValueType type(Queryables queryables) {
    terms.forEach(term -> Operand.of("OR", term).require(queryables, ValueType.BOOLEAN));
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    var result = Value.FALSE;
    for (var term : terms) {
      var value = term.evaluate(row);
      if (value.equals(Value.TRUE)) {
        return value;
      }
      result = value.equals(Value.MISSING) ? value : result;
    }
    return result;
  }
}
