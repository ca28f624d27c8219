package org.sozialradar.layer;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.GeodesicDistance;

/** Finds the nearest of some places, exactly: windows grow until none can be nearer outside. */
final class NearestPlace {
  private static final double FIRST_METRES = 3_000;

  /** Least length of a degree of latitude, and of longitude at the equator, on WGS 84. */
  private static final double METRES_PER_DEGREE = 110_500;

  /** Beyond this every place is looked at. */
  private static final double FARTHEST_METRES = 2_000_000;

  private static final double NEAR_POLE = 85;
  private static final double HALF_TURN = 180;

  private final List<FacilityPlace> places;
  private final STRtree tree = new STRtree();

  /**
   * Some places.
   *
   * @param places at least one
   */
  NearestPlace(List<FacilityPlace> places) {
    this.places = places;
    places.forEach(place -> tree.insert(new Envelope(place.coordinate()), place));
    tree.build();
  }

  /** Metres to the nearest place. */
  double metresFrom(Point point) {
    for (double metres = FIRST_METRES; metres < FARTHEST_METRES; metres *= 2) {
      double north = metres / METRES_PER_DEGREE;
      double latitude = Math.abs(point.getY()) + north;
      if (latitude > NEAR_POLE) {
        break;
      }
      double east = north / Math.cos(Math.toRadians(latitude));
      if (Math.abs(point.getX()) + east > HALF_TURN) {
        break;
      }
      var window = new Envelope(point.getCoordinate());
      window.expandBy(east, north);
      List<?> near = tree.query(window);
      double least =
          near.stream()
              .mapToDouble(one -> metres(point, (FacilityPlace) one))
              .min()
              .orElse(Double.POSITIVE_INFINITY);
      if (least <= metres) {
        return least;
      }
    }
    return places.stream().mapToDouble(one -> metres(point, one)).min().orElseThrow();
  }

  private static double metres(Point from, FacilityPlace to) {
    return GeodesicDistance.metres(from.getX(), from.getY(), to.longitude(), to.latitude());
  }
}
