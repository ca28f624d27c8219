package org.sozialradar.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.SurfaceArea;
import org.sozialradar.sample.InventedYear.Counts;

/**
 * The invented quarters of one town of the sample, with a few of its indicators: the town's counts
 * are shared out among them, so that they add up to it.
 */
final class SampleQuarters {
  /** Plauen. */
  static final AreaCode TOWN = new AreaCode("14523320");

  private static final long SEED = 20_261_122L;
  private static final String DESIGNATION = "Ortsteil (erfunden)";
  private static final String MIDDLE = "Muster-Mitte";

  /** After where they lie about the middle, clockwise from the north. */
  private static final List<String> AROUND =
      List.of(
          "Muster-Nord",
          "Muster-Nordost",
          "Muster-Ost",
          "Muster-Südost",
          "Muster-Süd",
          "Muster-Südwest",
          "Muster-West",
          "Muster-Nordwest");

  private final List<SampleFeature> quarters;

  private SampleQuarters(List<SampleFeature> quarters) {
    this.quarters = List.copyOf(quarters);
  }

  /** Invents them within the boundary of the town. */
  static SampleQuarters of(SampleBoundaries boundaries) {
    var town =
        boundaries.municipalities().stream()
            .filter(one -> one.code().equals(TOWN))
            .findFirst()
            .orElseThrow();
    var cells = new ArrayList<>(InventedQuarters.of(town.geometry(), AROUND.size() + 1, SEED));
    var centre = town.geometry().getCentroid();
    var middle =
        cells.stream().min(Comparator.comparing(cell -> cell.distance(centre))).orElseThrow();
    cells.remove(middle);
    cells.sort(Comparator.comparing(cell -> bearing(centre, cell.getCentroid())));
    var named = new ArrayList<SampleFeature>();
    named.add(quarter(0, MIDDLE, middle));
    int first = northernmost(centre, cells);
    for (int i = 0; i < cells.size(); i++) {
      named.add(quarter(i + 1, AROUND.get(i), cells.get((first + i) % cells.size())));
    }
    return new SampleQuarters(named);
  }

  private static SampleFeature quarter(int number, String name, Geometry geometry) {
    var code = new AreaCode("%s-%02d".formatted(TOWN, number + 1));
    return new SampleFeature(code, name, DESIGNATION, geometry);
  }

  /** Clockwise from the north, in 0 to 2π. */
  private static double bearing(Point from, Point to) {
    double parallel = StrictMath.cos(StrictMath.toRadians(from.getY()));
    double angle = StrictMath.atan2((to.getX() - from.getX()) * parallel, to.getY() - from.getY());
    return angle < 0 ? angle + 2 * Math.PI : angle;
  }

  private static int northernmost(Point centre, List<Geometry> cells) {
    int best = 0;
    double least = Double.MAX_VALUE;
    for (int i = 0; i < cells.size(); i++) {
      double bearing = bearing(centre, cells.get(i).getCentroid());
      double off = Math.min(bearing, 2 * Math.PI - bearing);
      if (off < least) {
        least = off;
        best = i;
      }
    }
    return best;
  }

  List<SampleFeature> features() {
    return quarters;
  }

  void write(Path folder) throws IOException {
    GeoJsonFile.write(folder.resolve("quarters.geojson.gz"), quarters);
  }

  /**
   * The table of the quarters in all years.
   *
   * @param tables where the town's counts stand
   */
  String csv(InventedTables tables) {
    var random = new SeededNormal(SEED + 1);
    int n = quarters.size();
    var shares = new Shares(n, random);
    var text =
        new StringBuilder(
            "quarter,year,area,population,share_under_18,share_65_and_older,working_age_population,unemployed,households,eligible_voters,turnout,clubs_per_1000\n");
    for (int year = InventedYear.FIRST; year <= InventedYear.LAST; year++) {
      var town =
          tables.of(year).stream()
              .filter(row -> row.place().code().equals(TOWN.value()))
              .findFirst()
              .orElseThrow();
      append(text, year, town, shares);
    }
    return text.toString();
  }

  private void append(StringBuilder text, int year, Counts town, Shares shares) {
    double[] size = shares.people(quarters);
    long[] people = split(town.population(), size);
    long[] young = split(town.under18(), shares.of(people, shares.young));
    long[] old = split(town.over65(), shares.of(people, shares.old));
    long[] unemployed = split(town.unemployed(), shares.of(people, shares.poor));
    long[] households = split(town.households(), shares.of(people, shares.even));
    long[] eligible = split(town.eligible(), shares.of(people, shares.even));
    long[] voters = split(town.voters(), shares.of(eligible, shares.active));
    long[] clubs = split(town.clubs(), shares.of(people, shares.active));
    for (int i = 0; i < quarters.size(); i++) {
      text.append(quarters.get(i).code()).append(',').append(year).append(',');
      text.append(
          InventedTables.decimal(SurfaceArea.squareKilometres(quarters.get(i).geometry()), 2));
      text.append(',').append(people[i]);
      text.append(',').append(InventedTables.quotient(100, young[i], people[i]));
      text.append(',').append(InventedTables.quotient(100, old[i], people[i]));
      text.append(',').append(people[i] - young[i] - old[i]);
      text.append(',').append(unemployed[i]).append(',').append(households[i]);
      text.append(',').append(eligible[i]);
      text.append(',').append(InventedTables.quotient(100, voters[i], eligible[i]));
      text.append(',').append(InventedTables.quotient(1000, clubs[i], people[i])).append('\n');
    }
  }

  /** How the quarters differ, the same in all years. */
  private static final class Shares {
    private final double[] dense;
    private final double[] young;
    private final double[] old;
    private final double[] poor;
    private final double[] active;
    private final double[] even;

    Shares(int n, SeededNormal random) {
      dense = factors(n, 0.5, random);
      young = factors(n, 0.12, random);
      old = factors(n, 0.15, random);
      poor = factors(n, 0.3, random);
      active = factors(n, 0.06, random);
      even = factors(n, 0.01, random);
    }

    private static double[] factors(int n, double spread, SeededNormal random) {
      double[] factors = random.next(n);
      for (int i = 0; i < n; i++) {
        factors[i] = StrictMath.exp(spread * factors[i]);
      }
      return factors;
    }

    /** The middle is the densest. */
    double[] people(List<SampleFeature> quarters) {
      var people = new double[dense.length];
      for (int i = 0; i < dense.length; i++) {
        double surface = SurfaceArea.squareKilometres(quarters.get(i).geometry());
        people[i] = surface * dense[i] * (i == 0 ? 4 : 1);
      }
      return people;
    }

    double[] of(long[] counts, double[] factors) {
      var shares = new double[counts.length];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = counts[i] * factors[i];
      }
      return shares;
    }
  }

  /** Shares out a count by largest remainders. */
  private static long[] split(long count, double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    var parts = new long[shares.length];
    var rest = new ArrayList<Integer>();
    long left = count;
    for (int i = 0; i < shares.length; i++) {
      parts[i] = (long) Math.floor(count * shares[i] / sum);
      left -= parts[i];
      rest.add(i);
    }
    double whole = sum;
    rest.sort(
        Comparator.comparing(
            i -> Math.floor(count * shares[i] / whole) - count * shares[i] / whole));
    for (int i = 0; i < left; i++) {
      parts[rest.get(i)]++;
    }
    return parts;
  }
}
