package org.sozialradar.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * Invents zones of flood along the Elbe: bands of changing width about a rough course of the river.
 * They have nothing to do with any official map of floods.
 */
final class InventedFlood {
  private static final long SEED = 20_261_123L;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double METRES_PER_DEGREE = 111_200;

  /** Cosine of 51° of latitude: how much shorter a degree of longitude is. */
  private static final double SHORTER = 0.62932;

  /** Longitude and latitude of places on the river, downstream. */
  private static final double[][] COURSE = {
    {14.235, 50.890}, {14.155, 50.917}, {14.073, 50.920}, {13.945, 50.966}, {13.870, 50.990},
    {13.741, 51.056}, {13.640, 51.100}, {13.560, 51.130}, {13.475, 51.164}, {13.380, 51.240},
    {13.300, 51.312}, {13.222, 51.356}, {13.130, 51.485}, {13.012, 51.562}, {12.880, 51.645}
  };

  private static final int PIECES = 8;

  private InventedFlood() {}

  /** A feature for frequent and one for rare floods, which holds the other, as GeoJSON. */
  static String geoJson() {
    return "{\"type\": \"FeatureCollection\", \"features\": [\n"
        + feature("often", "häufiges Hochwasser (erfunden)", 10, 450)
        + ",\n"
        + feature("rare", "seltenes Hochwasser (erfunden)", 200, 1100)
        + "\n]}\n";
  }

  private static String feature(String id, String name, int years, double metres) {
    var zone = (Polygon) zone(metres);
    var ring = new ArrayList<String>();
    for (var vertex : ((Polygon) zone.norm().reverse()).getExteriorRing().getCoordinates()) {
      ring.add(String.format(Locale.ROOT, "[%.5f, %.5f]", vertex.x, vertex.y));
    }
    return """
    {"type": "Feature", "properties": {"id": "%s", "name": "%s", "years": %d},
     "geometry": {"type": "Polygon", "coordinates": [[%s]]}}\
    """
        .formatted(id, name, years, String.join(", ", ring));
  }

  /** The union of discs of changing size along the course, without holes. */
  private static Geometry zone(double metres) {
    var random = new SeededNormal(SEED);
    var discs = new ArrayList<Geometry>();
    var course = course();
    double width = 1;
    for (int i = 1; i < course.size(); i++) {
      width = Math.max(0.6, Math.min(1.6, width + 0.25 * random.next()));
      var piece = FACTORY.createLineString(new Coordinate[] {course.get(i - 1), course.get(i)});
      discs.add(piece.buffer(metres * width / METRES_PER_DEGREE, 4));
    }
    var united = (Polygon) FACTORY.buildGeometry(discs).union().buffer(0);
    var shell = FACTORY.createPolygon(united.getExteriorRing());
    return AffineTransformation.scaleInstance(1 / SHORTER, 1).transform(shell);
  }

  /** The course with places between those that are known, swung to the sides by chance. */
  private static List<Coordinate> course() {
    var random = new SeededNormal(SEED + 1);
    var course = new ArrayList<Coordinate>();
    for (int i = 0; i + 1 < COURSE.length; i++) {
      for (int piece = 0; piece < PIECES; piece++) {
        double share = (double) piece / PIECES;
        double swing = piece == 0 ? 0 : 0.004 * random.next();
        double x = COURSE[i][0] + share * (COURSE[i + 1][0] - COURSE[i][0]);
        double y = COURSE[i][1] + share * (COURSE[i + 1][1] - COURSE[i][1]);
        course.add(new Coordinate((x + swing) * SHORTER, y + swing));
      }
    }
    return course;
  }
}
