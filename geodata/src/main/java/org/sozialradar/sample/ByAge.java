package org.sozialradar.sample;

/**
 * A number for each age of the respondents of the invented survey.
 *
 * @param young 18 to 39 years
 * @param middle 40 to 64 years
 * @param old 65 years and older
 */
record ByAge(double young, double middle, double old) {
  /** Ages. */
  enum Age {
    YOUNG,
    MIDDLE,
    OLD
  }

  double of(Age age) {
    return switch (age) {
      case YOUNG -> young;
      case MIDDLE -> middle;
      case OLD -> old;
    };
  }

  /** The sum of the products with other numbers. */
  double times(ByAge other) {
    return young * other.young + middle * other.middle + old * other.old;
  }
}
