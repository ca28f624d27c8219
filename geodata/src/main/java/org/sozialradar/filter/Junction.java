package org.sozialradar.filter;

import java.util.List;

/** What AND and OR have in common, after the logic of SQL. */
final class Junction {
  private Junction() {}

  static ValueType type(String operator, List<Expression> terms, Queryables queryables) {
    terms.forEach(term -> Operand.of(operator, term).requireCondition(queryables));
    return ValueType.BOOLEAN;
  }

  /** The deciding value if a term has it, else what is missing, else the opposite. */
  static Value evaluate(boolean deciding, List<Expression> terms, Row row) {
    var result = Value.of(!deciding);
    for (var term : terms) {
      var value = term.evaluate(row);
      if (value.equals(Value.of(deciding))) {
        return value;
      }
      result = value.equals(Value.MISSING) ? value : result;
    }
    return result;
  }
}
