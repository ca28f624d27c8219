package org.sozialradar.filter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * Whether two geometries stand to each other as said (OGC 06-103r4), in the plane of their
 * coordinates. One of them is fixed, and indexed when the first row asks.
 */
public final class SpatialTest implements Expression {
  private final SpatialRelation relation;
  private final Expression left;
  private final Expression right;
  private final Optional<FixedShape> fixed;

  /**
   * A test.
   *
   * @param left what stands in the relation
   * @param right to what it stands so
   */
  public SpatialTest(SpatialRelation relation, Expression left, Expression right) {
    this.relation = relation;
    this.left = left;
    this.right = right;
    fixed =
        Stream.of(left, right).flatMap(one -> shape(one).stream()).findFirst().map(FixedShape::new);
  }

  private static Optional<Geometry> shape(Expression expression) {
    return expression instanceof Literal literal && literal.value() instanceof Value.Shape shape
        ? Optional.of(shape.geometry())
        : Optional.empty();
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public ValueType type(Queryables queryables) {
    children()
        .forEach(one -> Operand.of(relation.name(), one).require(queryables, ValueType.GEOMETRY));
    if (fixed.isEmpty()) {
      throw InvalidFilterException.of(FilterFault.NO_FIXED_GEOMETRY, relation.name());
    }
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return left.evaluate(row) instanceof Value.Shape a
            && right.evaluate(row) instanceof Value.Shape b
        ? Value.of(holds(a.geometry(), b.geometry()))
        : Value.MISSING;
  }

  private boolean holds(Geometry a, Geometry b) {
    var shape = fixed.orElseThrow();
    return shape.is(a) ? shape.holds(relation, b) : shape.holds(relation.converse(), a);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpatialTest test
        && relation == test.relation
        && left.equals(test.left)
        && right.equals(test.right);
  }

  @Override
  public int hashCode() {
    return Objects.hash(relation, left, right);
  }

  @Override
  public String toString() {
    return relation + "(" + left + ", " + right + ")";
  }
}
