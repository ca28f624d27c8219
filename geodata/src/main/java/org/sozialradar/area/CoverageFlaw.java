package org.sozialradar.area;

import java.util.List;

/**
 * A place where the areas of a coverage do not fit together.
 *
 * @param kind what is wrong there
 * @param codes the areas concerned, ordered: those that overlap, those around the gap, those on
 *     both sides of the border
 * @param longitude a place within it, degrees, EPSG:4326
 * @param latitude a place within it, degrees
 * @param squareMetres its surface on the ground; 0 for {@link Kind#UNMATCHED}
 * @param widthMetres its mean width on the ground, twice the surface by the perimeter; 0 for {@link
 *     Kind#UNMATCHED}
 */
public record CoverageFlaw(
    Kind kind,
    List<AreaCode> codes,
    double longitude,
    double latitude,
    double squareMetres,
    double widthMetres) {
  /** What can be wrong. */
  public enum Kind {
    /** Land that more than one area covers. */
    OVERLAP,
    /** Land that no area covers, enclosed by areas; it may be real, such as a lake. */
    GAP,
    /**
     * A border along which two areas meet within a tenth of a millimetre without sharing their
     * vertices, so that it would tear when simplified.
     */
    UNMATCHED
  }

  public CoverageFlaw {
    codes = List.copyOf(codes);
    if (!(squareMetres >= 0 && widthMetres >= 0)) {
      throw new IllegalArgumentException(
          "size of a flaw: " + squareMetres + " m², " + widthMetres + " m");
    }
  }
}
