package org.sozialradar.filter;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether two arrays, taken as sets, stand to each other as said. */
public record ArrayTest(Relation relation, Expression left, Expression right)
    implements Expression {
  /** How two arrays can stand to each other; the names are those of CQL2. */
  public enum Relation {
    /** The same elements, in any order. */
    A_EQUALS,
    /** All of the second are in the first. */
    A_CONTAINS,
    /** All of the first are in the second. */
    A_CONTAINEDBY,
    /** One element is in both. */
    A_OVERLAPS;

    /** The relation of a name, in upper or lower case. */
    public static Optional<Relation> find(String name) {
      String upper = name.toUpperCase(Locale.ROOT);
      return Stream.of(values()).filter(one -> one.name().equals(upper)).findFirst();
    }

    private boolean holds(Set<Value> a, Set<Value> b) {
      return switch (this) {
        case A_EQUALS -> a.equals(b);
        case A_CONTAINS -> a.containsAll(b);
        case A_CONTAINEDBY -> b.containsAll(a);
        case A_OVERLAPS -> !Collections.disjoint(a, b);
      };
    }
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public ValueType type(Queryables queryables) {
    children()
        .forEach(one -> Operand.of(relation.name(), one).require(queryables, ValueType.ARRAY));
    return ValueType.BOOLEAN;
  }

  @Override
  public Value evaluate(Row row) {
    return left.evaluate(row) instanceof Value.Series a
            && right.evaluate(row) instanceof Value.Series b
        ? Value.of(relation.holds(new HashSet<>(a.values()), new HashSet<>(b.values())))
        : Value.MISSING;
  }
}
