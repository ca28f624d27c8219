package org.sozialradar.sample;

import java.util.List;

/**
 * What lies behind the invented values of a year: hidden surfaces that correlate in space, from
 * year to year and with each other.
 *
 * <p>Urbanity runs from 0 (remote village) to 1 (city); the other surfaces have mean about 0 and
 * standard deviation about 1. Disadvantage is somewhat higher in cities, ageing is lower there and
 * higher where disadvantage is high, community is lower in cities and where disadvantage is high,
 * mobility is higher in both.
 */
final class Landscape {
  private static final double RANGE_KM = 25;

  /** Standard deviation of the change of a surface from one year to the next. */
  private static final double YEARLY_CHANGE = 0.12;

  private static final double CITY_DENSITY = 1700;
  private static final double LAND_DENSITY = 75;

  /** Distance from a city over which density falls to 1/e. */
  private static final double CITY_REACH_KM = 13;

  private final List<Municipality> places;
  private final GaussianField field;
  private final SeededNormal random;
  private final double[] density;
  private final double[] urbanity;
  private double[] disadvantage;
  private double[] ageing;
  private double[] community;
  private double[] mobility;

  Landscape(List<Municipality> places, SeededNormal random) {
    this.places = places;
    this.random = random;
    field = new GaussianField(places, RANGE_KM);
    density = density(field.draw(random));
    urbanity = urbanity();
    disadvantage = field.draw(random);
    ageing = field.draw(random);
    community = field.draw(random);
    mobility = field.draw(random);
  }

  /** Invented inhabitants per km² in the first year. */
  private double[] density(double[] surface) {
    var result = new double[places.size()];
    for (int i = 0; i < result.length; i++) {
      var place = places.get(i);
      result[i] =
          switch (place.kind()) {
            case CITY -> CITY_DENSITY * StrictMath.exp(0.1 * surface[i]);
            case TOWN -> LAND_DENSITY * StrictMath.exp(0.75 + nearness(place) + 0.4 * surface[i]);
            case VILLAGE -> LAND_DENSITY * StrictMath.exp(nearness(place) + 0.4 * surface[i]);
          };
    }
    return result;
  }

  private double nearness(Municipality place) {
    double nearest =
        places.stream()
            .filter(other -> other.kind() == Municipality.Kind.CITY)
            .mapToDouble(place::kilometresTo)
            .min()
            .orElse(Double.POSITIVE_INFINITY);
    return 1.8 * StrictMath.exp(-nearest / CITY_REACH_KM);
  }

  private double[] urbanity() {
    double low = StrictMath.log(LAND_DENSITY / 2);
    double high = StrictMath.log(CITY_DENSITY);
    var result = new double[places.size()];
    for (int i = 0; i < result.length; i++) {
      double place = (StrictMath.log(density[i]) - low) / (high - low);
      result[i] = Math.max(0, Math.min(1, place));
    }
    return result;
  }

  /** Moves all surfaces to the next year. */
  void advance() {
    disadvantage = moved(disadvantage);
    ageing = moved(ageing);
    community = moved(community);
    mobility = moved(mobility);
  }

  private double[] moved(double[] surface) {
    var change = field.draw(random);
    var result = new double[surface.length];
    double keep = StrictMath.sqrt(1 - YEARLY_CHANGE * YEARLY_CHANGE);
    for (int i = 0; i < result.length; i++) {
      result[i] = keep * surface[i] + YEARLY_CHANGE * change[i];
    }
    return result;
  }

  /** Invented inhabitants per km² in the first year. */
  double density(int place) {
    return density[place];
  }

  double urbanity(int place) {
    return urbanity[place];
  }

  double disadvantage(int place) {
    return 0.9 * disadvantage[place] + 0.8 * (urbanity[place] - 0.35);
  }

  double ageing(int place) {
    return 0.85 * ageing[place] - 1.2 * (urbanity[place] - 0.35) + 0.35 * disadvantage[place];
  }

  double community(int place) {
    return 0.85 * community[place] - 1.2 * (urbanity[place] - 0.35) - 0.4 * disadvantage[place];
  }

  double mobility(int place) {
    return 0.7 * mobility[place] + 1.2 * (urbanity[place] - 0.35) + 0.5 * disadvantage(place);
  }
}
