package org.sozialradar.filter;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;

/** A geometry that many others are held against: its index is made once. */
final class FixedShape {
  private final Geometry geometry;
  private final RelateNG indexed;

  FixedShape(Geometry geometry) {
    this.geometry = geometry;
    indexed = RelateNG.prepare(geometry);
  }

  /** Whether it is this very geometry. */
  @SuppressWarnings("ReferenceEquality") // One that is equal may stand on the other side.
  boolean is(Geometry other) {
    return geometry == other;
  }

  /** Whether it stands to another as said. */
  boolean holds(SpatialRelation relation, Geometry other) {
    synchronized (indexed) { // JTS does not say whether several threads may ask.
      return indexed.evaluate(other, relation.predicate());
    }
  }
}
