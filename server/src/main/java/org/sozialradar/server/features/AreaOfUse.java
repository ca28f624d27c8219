package org.sozialradar.server.features;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.area.WebMercator;

/**
 * Where a projected system can be used: what lies there comes back to degrees to within five
 * metres. Beyond it the formulas of a projection lead anywhere, or nowhere. Safe for use by many
 * threads.
 */
final class AreaOfUse {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * Degrees beside the central meridian. Measured against the inverse: at 15° the zones of UTM are
   * off by at most 4 m, at 30° by 4 km; the plane of Europe is true wherever it is one sheet.
   */
  private static final int BESIDE_A_ZONE = 15;

  private static final int BESIDE_EUROPE = 55;

  private static final int NORTH = 84;

  /** Degrees between the vertices of the bent sides. */
  private static final double STEP = 0.5;

  private static final Map<ReferenceSystem, AreaOfUse> KNOWN = new ConcurrentHashMap<>();

  private final Geometry plane;
  private final IndexedPointInAreaLocator locator;

  private AreaOfUse(Geometry plane) {
    this.plane = plane;
    locator = new IndexedPointInAreaLocator(plane);
  }

  /** That of a projected system. */
  static AreaOfUse of(ReferenceSystem system) {
    return KNOWN.computeIfAbsent(system, one -> new AreaOfUse(plane(one)));
  }

  private static Geometry plane(ReferenceSystem system) {
    return switch (system) {
      case EPSG_3857 ->
          FACTORY.toGeometry(
              new Envelope(
                  -WebMercator.HALF_WORLD,
                  WebMercator.HALF_WORLD,
                  -WebMercator.HALF_WORLD,
                  WebMercator.HALF_WORLD));
      case EPSG_25832 -> bent(system, 9, BESIDE_A_ZONE);
      case EPSG_25833 -> bent(system, 15, BESIDE_A_ZONE);
      case EPSG_3035 -> bent(system, 10, BESIDE_EUROPE);
      case CRS84, EPSG_4326 -> throw new IllegalStateException(system + " is not projected");
    };
  }

  private static Geometry bent(ReferenceSystem system, int middle, int beside) {
    var degrees = new Envelope(middle - beside, middle + beside, 0, NORTH);
    return system.eastFirst(Densifier.densify(FACTORY.toGeometry(degrees), STEP));
  }

  /**
   * The part of a geometry within. Of a rectangle that may be nothing; what else reaches beyond is
   * not cut, as it would become something else.
   *
   * @param geometry in metres, east first
   * @return empty if it reaches beyond and is no rectangle
   */
  Optional<Geometry> cut(Geometry geometry) {
    if (!isBox(geometry)) {
      return Optional.of(geometry).filter(this::holds);
    }
    // always the same vertices for the same numbers; those without measure are cut off first, as
    // the overlay cannot work with them
    var box =
        FACTORY.toGeometry(
            geometry.getEnvelopeInternal().intersection(plane.getEnvelopeInternal()));
    return Optional.of(holds(box) ? box : box.intersection(plane));
  }

  /** Also one without width or height. */
  private static boolean isBox(Geometry geometry) {
    return geometry.isRectangle()
        || (geometry.getNumGeometries() == 1 && geometry.getEnvelopeInternal().getArea() == 0);
  }

  private boolean holds(Geometry geometry) {
    return Stream.of(geometry.getCoordinates())
        .allMatch(one -> locator.locate(one) != Location.EXTERIOR);
  }
}
