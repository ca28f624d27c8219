package org.sozialradar.area;

import java.util.List;
import java.util.SortedMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The areas of a coverage by index, with a search by place. Coordinates are those of the
 * geometries, east before north. Immutable; safe for use by many threads.
 */
public final class IndexedAreas {
  private final List<AreaCode> codes;
  private final List<Geometry> geometries;
  private final STRtree index = new STRtree();

  public IndexedAreas(SortedMap<AreaCode, Geometry> coverage) {
    codes = List.copyOf(coverage.keySet());
    geometries = List.copyOf(coverage.values());
    for (int i = 0; i < geometries.size(); i++) {
      index.insert(geometries.get(i).getEnvelopeInternal(), i);
    }
    index.build();
  }

  public AreaCode code(int area) {
    return codes.get(area);
  }

  Geometry geometry(int area) {
    return geometries.get(area);
  }

  List<Geometry> geometries() {
    return geometries;
  }

  /** Indexes of the areas whose rectangle meets another, ordered. */
  List<Integer> near(Envelope envelope) {
    List<?> hits = index.query(envelope);
    return hits.stream().map(Integer.class::cast).sorted().toList();
  }

  /**
   * Indexes of the areas that cover a place, ordered. A place on a border belongs to one side of
   * it, the same for all areas: it is taken to lie a trifle to the west and, less than that, to the
   * north of itself.
   */
  public List<Integer> covering(Coordinate place) {
    return near(new Envelope(place)).stream()
        .filter(area -> covers(geometries.get(area), place))
        .toList();
  }

  private static boolean covers(Geometry area, Coordinate place) {
    int[] crossings = {0};
    area.apply(
        (GeometryComponentFilter)
            component -> {
              if (component instanceof LineString ring) {
                crossings[0] += crossings(ring.getCoordinateSequence(), place);
              }
            });
    return crossings[0] % 2 == 1;
  }

  /** How many edges a ray to the east crosses. */
  private static int crossings(CoordinateSequence ring, Coordinate place) {
    int crossings = 0;
    for (int i = 1; i < ring.size(); i++) {
      boolean upward = ring.getY(i - 1) <= place.y;
      if (upward != (ring.getY(i) <= place.y)
          && Math.max(ring.getX(i - 1), ring.getX(i)) >= place.x) {
        var lower = ring.getCoordinate(upward ? i - 1 : i);
        var upper = ring.getCoordinate(upward ? i : i - 1);
        crossings += Orientation.index(lower, upper, place) == Orientation.CLOCKWISE ? 0 : 1;
      }
    }
    return crossings;
  }
}
