package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.snap.SnappingNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/**
 * Joins neighbouring areas into one.
 *
 * <p>Areas of a clean coverage are joined by dropping the borders that they share, which moves no
 * vertex. Where borders do not match, the areas are overlaid with snapping and holes that are
 * nothing but the slit between two borders are closed. Enclaves, which are wider, stay. Any plane
 * coordinate system; safe for use by many threads.
 */
public final class Dissolve {
  /**
   * Mean width of a hole, in degrees (about one metre), up to which it counts as a slit between
   * borders that do not match.
   */
  public static final double SLIT_WIDTH = 1e-5;

  /** Distance in degrees (about 0.1 m) up to which vertices and borders are taken as the same. */
  public static final double SNAP_DISTANCE = 1e-6;

  private Dissolve() {}

  /**
   * The union of areas.
   *
   * @param parts polygons and multipolygons in EPSG:4326, valid; empty ones add nothing
   * @return polygon or multipolygon, valid; empty if all parts are
   */
  public static Geometry union(Collection<? extends Geometry> parts) {
    var filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (filled.isEmpty()) {
      return new GeometryFactory().createPolygon();
    }
    if (filled.size() == 1) {
      return filled.get(0);
    }
    return withoutSlits(joined(filled));
  }

  private static Geometry joined(List<? extends Geometry> parts) {
    var coverage = parts.toArray(Geometry[]::new);
    if (isClean(coverage)) {
      var joined = CoverageUnion.union(coverage);
      if (joined.isValid()) {
        return joined;
      }
    }
    return overlayUnion(parts);
  }

  private static boolean isClean(Geometry[] coverage) {
    return !CoverageValidator.hasInvalidResult(CoverageValidator.validate(coverage, SNAP_DISTANCE));
  }

  private static Geometry overlayUnion(List<? extends Geometry> parts) {
    var union = new UnaryUnionOp(parts);
    union.setUnionFunction(new SnappingUnion());
    return union.union();
  }

  /** Joins two areas so that borders closer than the snapping distance become one. */
  private static final class SnappingUnion implements UnionStrategy {
    @Override
    public Geometry union(Geometry one, Geometry other) {
      try {
        return OverlayNG.overlay(
            one, other, OverlayNG.UNION, null, new SnappingNoder(SNAP_DISTANCE));
      } catch (TopologyException e) {
        return OverlayNGRobust.overlay(one, other, OverlayNG.UNION);
      }
    }

    @Override
    public boolean isFloatingPrecision() {
      return true;
    }
  }

  private static Geometry withoutSlits(Geometry joined) {
    var polygons = new ArrayList<Geometry>();
    for (var polygon : polygonsOf(joined)) {
      polygons.add(withoutSlits(polygon));
    }
    return joined.getFactory().buildGeometry(polygons);
  }

  private static Polygon withoutSlits(Polygon polygon) {
    var holes = new ArrayList<LinearRing>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      if (!isSlit(polygon.getInteriorRingN(i))) {
        holes.add(polygon.getInteriorRingN(i));
      }
    }
    return holes.size() == polygon.getNumInteriorRing()
        ? polygon
        : polygon
            .getFactory()
            .createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new));
  }

  /** A long ring of width w has the area w · length / 2. */
  private static boolean isSlit(LinearRing hole) {
    return 2 * Area.ofRing(hole.getCoordinateSequence()) < SLIT_WIDTH * hole.getLength();
  }

  private static List<Polygon> polygonsOf(Geometry geometry) {
    var polygons = new ArrayList<Polygon>();
    geometry.apply(new PolygonExtracter(polygons));
    return polygons;
  }
}
