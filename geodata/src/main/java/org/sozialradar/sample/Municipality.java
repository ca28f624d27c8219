package org.sozialradar.sample;

/**
 * What the generator knows of a municipality: all that goes into the invented values.
 *
 * @param code its key
 * @param kind kind of settlement
 * @param longitude of its middle, in degrees
 * @param latitude of its middle, in degrees
 * @param areaKm2 surface on the ground in km²
 */
record Municipality(String code, Kind kind, double longitude, double latitude, double areaKm2) {
  private static final double KM_PER_DEGREE = 111.2;

  /** Kind of settlement. */
  enum Kind {
    /** A town that is a district of its own. */
    CITY,
    TOWN,
    VILLAGE
  }

  Municipality {
    if (!(areaKm2 > 0)) {
      throw new IllegalArgumentException("municipality " + code + " has no surface");
    }
  }

  /** The district that holds it: the first five digits of its key. */
  String district() {
    return code.substring(0, 5);
  }

  /** Distance between the middles, in km, on a plane that is good enough over one state. */
  double kilometresTo(Municipality other) {
    double parallel = StrictMath.cos(StrictMath.toRadians((latitude + other.latitude) / 2));
    double east = (longitude - other.longitude) * parallel * KM_PER_DEGREE;
    double north = (latitude - other.latitude) * KM_PER_DEGREE;
    return StrictMath.sqrt(east * east + north * north);
  }
}
