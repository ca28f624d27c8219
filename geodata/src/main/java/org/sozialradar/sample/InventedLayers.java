package org.sozialradar.sample;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Invents facilities for the municipalities of the sample: how many there are depends on the kind
 * of settlement and on chance, where they lie on chance alone. No real place goes into it but the
 * boundaries, and no name of a person. The same municipalities give the same facilities.
 */
final class InventedLayers {
  private static final long SEED = 20_261_122L;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /**
   * A kind of facilities.
   *
   * @param file name of their file without its ending
   * @param name how each is called
   * @param village how many a village has on average
   * @param town how many a town has on average
   * @param city how many a city has on average
   * @param size what the last column counts
   * @param least least size
   * @param most greatest size
   */
  record Facilities(
      String file,
      String name,
      double village,
      double town,
      double city,
      String size,
      int least,
      int most) {}

  static final List<Facilities> KINDS =
      List.of(
          new Facilities("fire_stations", "Feuerwehrhaus", 1.6, 3.5, 18, "vehicles", 1, 5),
          new Facilities("meeting_places", "Treffpunkt", 0.8, 3, 24, "seats", 20, 150),
          new Facilities("clubs", "Vereinshaus", 1.4, 4, 30, "members", 15, 600),
          new Facilities("shelters", "Notunterkunft", 0.3, 1.2, 9, "places", 40, 500),
          new Facilities("volunteer_stations", "Ehrenamtsbörse", 0, 0.4, 2, "projects", 3, 40));

  private final Collection<SampleFeature> municipalities;
  private final List<Municipality> places;

  /**
   * For municipalities with their boundaries.
   *
   * @param municipalities by code
   * @param places the same in the same order
   */
  InventedLayers(Collection<SampleFeature> municipalities, List<Municipality> places) {
    this.municipalities = List.copyOf(municipalities);
    this.places = List.copyOf(places);
  }

  /** The facilities of a kind as a table: id, name, key of the municipality, size, place. */
  String csv(Facilities kind) {
    var random = new SeededNormal(SEED + kind.file().hashCode());
    var csv = new StringBuilder("id,name,ags," + kind.size() + ",lon,lat\n");
    int i = 0;
    for (var municipality : municipalities) {
      int count = count(kind, places.get(i++), random);
      var area = PreparedGeometryFactory.prepare(municipality.geometry());
      for (int number = 1; number <= count; number++) {
        append(csv, kind, municipality, number, place(area, random), random);
      }
    }
    return csv.toString();
  }

  private static int count(Facilities kind, Municipality place, SeededNormal random) {
    double mean =
        switch (place.kind()) {
          case CITY -> kind.city();
          case TOWN -> kind.town();
          case VILLAGE -> kind.village();
        };
    double drawn = mean * (0.5 + random.uniform());
    return (int) Math.floor(drawn + random.uniform());
  }

  /** A place within an area, drawn from its box until it lies inside. */
  private static Coordinate place(PreparedGeometry area, SeededNormal random) {
    var box = area.getGeometry().getEnvelopeInternal();
    while (true) {
      double x = rounded(box.getMinX() + random.uniform() * box.getWidth());
      double y = rounded(box.getMinY() + random.uniform() * box.getHeight());
      Geometry point = FACTORY.createPoint(new Coordinate(x, y));
      if (area.contains(point)) {
        return point.getCoordinate();
      }
    }
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }

  private static void append(
      StringBuilder csv,
      Facilities kind,
      SampleFeature municipality,
      int number,
      Coordinate place,
      SeededNormal random) {
    int size = kind.least() + (int) (random.uniform() * (kind.most() - kind.least() + 1));
    String code = municipality.code().value();
    csv.append(code).append('-').append(number).append(",\"");
    csv.append(kind.name()).append(' ').append(municipality.name()).append(' ').append(number);
    csv.append(" (erfunden)\",").append(code).append(',').append(size);
    csv.append(String.format(Locale.ROOT, ",%.5f,%.5f%n", place.x, place.y).replace("\r", ""));
  }
}
