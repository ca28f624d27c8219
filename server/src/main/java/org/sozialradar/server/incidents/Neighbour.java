package org.sozialradar.server.incidents;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.EqualAreaPlane;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * An area that is not touched and could help, as it goes out.
 *
 * @param distanceKm from a point within the area to the incident, in a straight line
 * @param support expected support, at least the median of all areas of the level
 */
record Neighbour(
    String code, String name, String district, BigDecimal distanceKm, Figures.Figure support) {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private record Near(AreaEntry area, double metres) {}

  /**
   * Those nearest to an incident among the areas whose expected support is high.
   *
   * @param areas all areas of the level
   * @param most how many at most
   * @param district name of the district of an area; null if it has none
   */
  static List<Neighbour> find(
      Collection<AreaEntry> areas,
      Set<AreaCode> touched,
      Figures support,
      IncidentShape shape,
      int most,
      Function<AreaEntry, String> district) {
    var known = areas.stream().filter(area -> support.has(area.code())).toList();
    if (known.isEmpty() || most == 0) {
      return List.of();
    }
    double median = median(known.stream().mapToDouble(area -> support.value(area.code())));
    var middle = shape.geometry().getEnvelopeInternal().centre();
    var plane = EqualAreaPlane.around(middle.x, Math.max(-85, Math.min(85, middle.y)));
    var distance = new IndexedFacetDistance(plane.project(shape.geometry()));
    return known.stream()
        .filter(area -> !touched.contains(area.code()) && area.hasGeometry())
        .filter(area -> support.value(area.code()) >= median)
        .map(area -> new Near(area, distance.distance(plane.project(center(area)))))
        .sorted(Comparator.comparingDouble(Near::metres).thenComparing(near -> near.area().code()))
        .limit(most)
        .map(near -> neighbour(near, support, district.apply(near.area())))
        .toList();
  }

  private static org.locationtech.jts.geom.Geometry center(AreaEntry area) {
    return FACTORY.createPoint(new Coordinate(area.center().get(0), area.center().get(1)));
  }

  private static double median(java.util.stream.DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    return Arrays.stream(sorted, (sorted.length - 1) / 2, half + 1).average().orElseThrow();
  }

  private static Neighbour neighbour(Near near, Figures support, String district) {
    var area = near.area();
    return new Neighbour(
        area.code().value(),
        area.name(),
        district,
        Decimals.round(near.metres() / 1000, 1),
        support.find(area.code()).orElseThrow());
  }
}
