package org.sozialradar.area;

import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Whether areas below the municipality, such as quarters, make up their town: a file may hold some
 * of them only, and what is true of some is not true of the town. Surfaces are those of {@link
 * SurfaceArea}.
 */
public final class WholeTowns {
  /** The level whose areas may be made up. */
  public static final String TOWN = AreaLevel.MUNICIPALITY.id();

  /** Borders of towns and quarters, drawn at different scales, differ by less than this share. */
  private static final double MOST_MISSING = 0.02;

  private WholeTowns() {}

  /**
   * The share of an area's surface that its parts have; above 1 where they reach beyond it. Empty
   * if the boundary of the area or of one of the parts is not known.
   */
  public static OptionalDouble share(Area whole, Collection<Area> parts) {
    double surface = SurfaceArea.squareKilometres(whole.geometry());
    if (surface <= 0 || !parts.stream().allMatch(Area::hasGeometry)) {
      return OptionalDouble.empty();
    }
    double sum =
        parts.stream().mapToDouble(part -> SurfaceArea.squareKilometres(part.geometry())).sum();
    return OptionalDouble.of(sum / surface);
  }

  /** Whether parts are known to leave out more of an area than boundaries differ by. */
  public static boolean leaveOut(Area whole, Collection<Area> parts) {
    var share = share(whole, parts);
    return share.isPresent() && share.getAsDouble() < 1 - MOST_MISSING;
  }
}
