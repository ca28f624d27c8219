package org.sozialradar.incident;

import org.sozialradar.area.AreaCode;

/**
 * What of an area lies inside an incident.
 *
 * @param level id of the area's level
 * @param code its code
 * @param share share of its surface that lies inside, above 0; exactly 1 if it lies inside as a
 *     whole
 * @param squareKilometres surface that lies inside
 */
public record Overlap(String level, AreaCode code, double share, double squareKilometres) {
  public Overlap {
    if (!(share > 0 && share <= 1) || !(squareKilometres >= 0)) {
      throw new IllegalArgumentException(
          level + " " + code + ": no overlap, " + share + " and " + squareKilometres + " km2");
    }
  }

  /** Whether all of the area lies inside. */
  public boolean isWhole() {
    return share == 1;
  }
}
