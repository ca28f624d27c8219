package org.sozialradar.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two geometries can stand to each other; the names are those of CQL2. */
public enum SpatialRelation {
  S_INTERSECTS,
  S_EQUALS,
  S_DISJOINT,
  S_TOUCHES,
  S_WITHIN,
  S_OVERLAPS,
  S_CROSSES,
  S_CONTAINS;

  /** The relation of a name, in upper or lower case. */
  public static Optional<SpatialRelation> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(one -> one.name().equals(upper)).findFirst();
  }

  boolean holds(Geometry a, Geometry b) {
    return RelateNG.relate(a, b, predicate());
  }

  private TopologyPredicate predicate() {
    return switch (this) {
      case S_INTERSECTS -> RelatePredicate.intersects();
      case S_EQUALS -> RelatePredicate.equalsTopo();
      case S_DISJOINT -> RelatePredicate.disjoint();
      case S_TOUCHES -> RelatePredicate.touches();
      case S_WITHIN -> RelatePredicate.within();
      case S_OVERLAPS -> RelatePredicate.overlaps();
      case S_CROSSES -> RelatePredicate.crosses();
      case S_CONTAINS -> RelatePredicate.contains();
    };
  }
}
