package org.sozialradar.filter;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** How two geometries can stand to each other; the names are those of CQL2. */
public enum SpatialRelation {
  S_INTERSECTS(RelatePredicate::intersects),
  S_EQUALS(RelatePredicate::equalsTopo),
  S_DISJOINT(RelatePredicate::disjoint),
  S_TOUCHES(RelatePredicate::touches),
  S_WITHIN(RelatePredicate::within),
  S_OVERLAPS(RelatePredicate::overlaps),
  S_CROSSES(RelatePredicate::crosses),
  S_CONTAINS(RelatePredicate::contains);

  private final Supplier<TopologyPredicate> predicate;

  SpatialRelation(Supplier<TopologyPredicate> predicate) {
    this.predicate = predicate;
  }

  /** The relation of a name, in upper or lower case. */
  public static Optional<SpatialRelation> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Stream.of(values()).filter(one -> one.name().equals(upper)).findFirst();
  }

  boolean holds(Geometry a, Geometry b) {
    return RelateNG.relate(a, b, predicate.get());
  }
}
