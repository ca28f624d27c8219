package org.sozialradar.filter;

import java.util.List;

/**
 * Whether two geometries stand to each other as said (OGC 06-103r4), in the plane of their
 * coordinates. One of them is fixed.
 */
public record SpatialTest(SpatialRelation relation, Expression left, Expression right)
    implements Expression {
  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public ValueType type(Queryables queryables) {
    children()
        .forEach(one -> Operand.of(relation.name(), one).require(queryables, ValueType.GEOMETRY));
    if (children().stream().noneMatch(Literal.class::isInstance)) {
      throw InvalidFilterException.of(FilterFault.NO_FIXED_GEOMETRY, relation.name());
    }
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return left.evaluate(row) instanceof Value.Shape a
            && right.evaluate(row) instanceof Value.Shape b
        ? Value.of(relation.holds(a.geometry(), b.geometry()))
        : Value.MISSING;
  }
}
