package org.sozialradar.area;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Changes the coordinates of one vertex in place; the same for the same coordinates. */
@FunctionalInterface
interface VertexChange {
  void apply(CoordinateSequence sequence, int index);

  /** A copy of a geometry, each of whose vertices was changed. */
  static Geometry copy(Geometry geometry, VertexChange change) {
    var copy = geometry.copy();
    copy.apply(new Filter(change));
    copy.geometryChanged();
    return copy;
  }

  /** Applies a change to each vertex. */
  record Filter(VertexChange change) implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int index) {
      change.apply(sequence, index);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
