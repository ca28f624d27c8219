package org.sozialradar.filter;

import java.util.List;

/**
 * True if all terms are, after the logic of SQL.
 *
 * @param terms two or more
 */
public record And(List<Expression> terms) implements Expression {
  public And {
    terms = List.copyOf(terms);
  }

  @Override
  public List<Expression> children() {
    return terms;
  }

  @Override
  public ValueType type(Queryables queryables) {
    terms.forEach(term -> Operand.of("AND", term).require(queryables, ValueType.BOOLEAN));
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    var result = Value.TRUE;
    for (var term : terms) {
      var value = term.evaluate(row);
      if (value.equals(Value.FALSE)) {
        return value;
      }
      result = value.equals(Value.MISSING) ? value : result;
    }
    return result;
  }
}
