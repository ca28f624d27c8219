package org.sozialradar.filter;

import java.util.Arrays;
import java.util.List;

/**
 * An expression where an operator takes it.
 *
 * @param operator as CQL2 writes it, for messages
 */
record Operand(String operator, Expression expression) {
  static Operand of(String operator, Expression expression) {
    return new Operand(operator, expression);
  }

  /**
   * The type of the operand, which must be one of some.
   *
   * @throws InvalidFilterException {@code type-mismatch}
   */
  ValueType require(Queryables queryables, ValueType... types) {
    var type = expression.type(queryables);
    if (!Arrays.asList(types).contains(type)) {
      var wanted = ValueType.list(types);
      throw InvalidFilterException.inWords(
          FilterFault.TYPE_MISMATCH,
          List.of(operator, wanted.de(), type.label().de()),
          List.of(operator, wanted.en(), type.label().en()));
    }
    return type;
  }

  /**
   * Lets what is true or false pass.
   *
   * @throws InvalidFilterException {@code no-condition}, with what could be meant
   */
  ValueType requireCondition(Queryables queryables) {
    var type = expression.type(queryables);
    if (type != ValueType.BOOLEAN) {
      throw Condition.missing(expression, type);
    }
    return type;
  }

  /**
   * Checks that this can be compared with another operand.
   *
   * @throws InvalidFilterException {@code incomparable}
   */
  void requireComparable(Expression other, Queryables queryables) {
    var type = expression.type(queryables);
    var second = other.type(queryables);
    if (!type.isComparableWith(second)) {
      throw InvalidFilterException.inWords(
          FilterFault.INCOMPARABLE,
          List.of(operator, type.label().de(), second.label().de()),
          List.of(operator, type.label().en(), second.label().en()));
    }
  }
}
