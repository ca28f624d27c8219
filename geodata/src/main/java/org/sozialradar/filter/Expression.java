package org.sozialradar.filter;

import java.util.List;

/**
 * A node of a filter's syntax tree. The classes below are all there are, so no filter can ask for
 * anything else. Immutable; equal if the trees are.
 */
public sealed interface Expression
    permits And,
        ArrayTest,
        Arithmetic,
        Between,
        Call,
        Comparison,
        Elements,
        Folded,
        In,
        Interval,
        IsNull,
        Like,
        Literal,
        Not,
        Or,
        Property,
        SpatialTest,
        TemporalTest {
  /** The nodes directly below. */
  List<Expression> children();

  /**
   * The type of what the expression comes to, after a check of everything below it.
   *
   * @throws InvalidFilterException if a property or function is unknown, or types do not fit
   */
  ValueType type(Queryables queryables);

  /**
   * What the expression comes to for a row; {@link Value#MISSING} if that is not known.
   *
   * @param row of the queryables that the tree was checked against
   */
  Value evaluate(Row row);
}
