package org.sozialradar.incident;

/**
 * Which share of the people of an area lives inside an incident.
 *
 * @param value the best guess, 0..1
 * @param low what is certain: those of the parts of the area that lie inside as a whole
 * @param high what is possible: those of all parts that are touched
 */
public record PeopleShare(double value, double low, double high) {
  /** Everybody. */
  public static final PeopleShare ALL = new PeopleShare(1, 1, 1);

  /**
   * Checks that 0 ≤ low ≤ value ≤ high ≤ 1.
   *
   * @throws IllegalArgumentException if not
   */
  public PeopleShare {
    if (!(0 <= low && low <= value && value <= high && high <= 1)) {
      throw new IllegalArgumentException("no shares: " + low + " <= " + value + " <= " + high);
    }
  }
}
