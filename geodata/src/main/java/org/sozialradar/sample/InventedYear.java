package org.sozialradar.sample;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.sample.Scatter.Count;

/**
 * The invented counts of all municipalities in one year.
 *
 * <p>Expected values follow the {@link Landscape}; counts scatter about them as counts do. Shares
 * and rates are quotients of the counts, so that those of a district are right.
 */
final class InventedYear {
  static final int FIRST = 2018;
  static final int LAST = 2023;

  /** What happened everywhere in a year, as factors from {@link #FIRST} on. */
  private static final double[] UNEMPLOYMENT = {1.06, 1, 1.1, 1.07, 0.98, 1.02};

  private static final double[] MOVES = {1, 1.01, 0.9, 0.94, 1.12, 1.05};
  private static final double[] CRIMES = {1.03, 1, 0.95, 0.89, 1, 1.05};

  private final int year;
  private final List<Municipality> places;
  private final Landscape land;
  private final Scatter scatter;
  private final SeededNormal random;

  InventedYear(
      int year, List<Municipality> places, Landscape land, Scatter scatter, SeededNormal random) {
    this.year = year;
    this.places = places;
    this.land = land;
    this.scatter = scatter;
    this.random = random;
  }

  /**
   * Counts of a municipality in a year.
   *
   * @param distanceKm mean distance of its residents to the next fire station
   */
  record Counts(
      Municipality place,
      int year,
      long population,
      long under18,
      long over65,
      long unemployed,
      long households,
      long onePerson,
      long moves,
      long newcomers,
      long eligible,
      long voters,
      long clubs,
      long volunteers,
      long crimes,
      double distanceKm) {
    long workingAge() {
      return population - under18 - over65;
    }
  }

  /**
   * The counts in the order of the places.
   *
   * @param before those of the year before; empty for the first year
   */
  List<Counts> counts(List<Counts> before) {
    var counts = new ArrayList<Counts>();
    for (int i = 0; i < places.size(); i++) {
      long population = before.isEmpty() ? settled(i) : grown(i, before.get(i).population());
      double distance = before.isEmpty() ? distance(i) : before.get(i).distanceKm();
      counts.add(counts(i, population, distance));
    }
    return counts;
  }

  private long settled(int i) {
    return Math.max(200, Math.round(land.density(i) * places.get(i).areaKm2()));
  }

  private long grown(int i, long population) {
    double growth =
        -0.006 + 0.013 * land.urbanity(i) - 0.002 * land.ageing(i) + 0.002 * random.next();
    return Math.max(200, Math.round(population * (1 + growth)));
  }

  private double distance(int i) {
    double wide = 0.7 + 0.17 * StrictMath.sqrt(places.get(i).areaKm2());
    return wide * StrictMath.exp(-0.8 * (land.urbanity(i) - 0.3) + 0.15 * random.next());
  }

  private Counts counts(int i, long population, double distanceKm) {
    int t = year - FIRST;
    double urbanity = land.urbanity(i);
    double disadvantage = land.disadvantage(i);
    double ageing = land.ageing(i);
    double community = land.community(i);
    double mobility = land.mobility(i);
    long under18 = part(Count.UNDER_18, i, population, 15.5 - 1.1 * ageing + 0.05 * t);
    long over65 = part(Count.OVER_65, i, population, 27 + 2.6 * ageing + 0.25 * t);
    long working = population - under18 - over65;
    long households = Math.round(population / (2.2 - 0.35 * urbanity - 0.05 * ageing));
    long eligible = Math.round((population - under18) * 0.955);
    double unemployment = 5.2 * StrictMath.exp(0.3 * disadvantage) * UNEMPLOYMENT[t];
    double alone = 30 + 14 * urbanity + 2 * disadvantage + ageing + 0.3 * t;
    double turnout = 62 - 3.5 * disadvantage + 2.5 * community + 0.3 * t;
    double moves = Math.max(15, 60 + 13 * mobility) * MOVES[t];
    double volunteers = 13 * StrictMath.exp(0.35 * community - 1.6 * (urbanity - 0.2));
    double crimes = crimeRate(urbanity, disadvantage, community) * CRIMES[t];
    return new Counts(
        places.get(i),
        year,
        population,
        under18,
        over65,
        part(Count.UNEMPLOYED, i, working, unemployment),
        households,
        part(Count.ONE_PERSON, i, households, alone),
        perThousand(Count.MOVES, i, population, moves),
        part(Count.NEWCOMERS, i, population, Math.max(4, 17 + 4 * mobility)),
        eligible,
        part(Count.VOTERS, i, eligible, turnout),
        perThousand(Count.CLUBS, i, population, 7.5 * StrictMath.exp(0.3 * community)),
        perThousand(Count.VOLUNTEERS, i, population, volunteers),
        perThousand(Count.CRIMES, i, population, crimes),
        distanceKm);
  }

  private static double crimeRate(double urbanity, double disadvantage, double community) {
    return 36 * StrictMath.exp(1.1 * (urbanity - 0.35) + 0.22 * disadvantage - 0.12 * community);
  }

  /** A count that is about the given percentage of a whole. */
  private long part(Count count, int place, long whole, double percent) {
    double share = Math.max(0, Math.min(1, percent / 100));
    double deviation = StrictMath.sqrt(whole * share * (1 - share)) * scatter.of(count, place);
    return Math.max(0, Math.min(whole, Math.round(whole * share + deviation)));
  }

  private long perThousand(Count count, int place, long whole, double rate) {
    double expected = whole * rate / 1000;
    double deviation = StrictMath.sqrt(expected) * scatter.of(count, place);
    return Math.max(0, Math.round(expected + deviation));
  }
}
