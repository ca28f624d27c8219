package org.sozialradar.ingest.boundary;

import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Where the German states lie, in degrees, to notice coordinates of another zone. Extents of the
 * land after VG250, 1 January 2016, rounded outwards.
 */
final class StateExtents {
  /** Room for the waters that belong to municipalities on the coast. */
  private static final double MARGIN = 0.5;

  private static final Map<String, Envelope> BY_STATE =
      Map.ofEntries(
          extent("01", 7.8, 53.3, 11.4, 55.1),
          extent("02", 8.4, 53.3, 10.4, 54.0),
          extent("03", 6.6, 51.2, 11.7, 53.9),
          extent("04", 8.4, 53.0, 9.0, 53.7),
          extent("05", 5.8, 50.3, 9.5, 52.6),
          extent("06", 7.7, 49.3, 10.3, 51.7),
          extent("07", 6.1, 48.9, 8.6, 51.0),
          extent("08", 7.5, 47.5, 10.5, 49.8),
          extent("09", 8.9, 47.2, 13.9, 50.6),
          extent("10", 6.3, 49.1, 7.4, 49.7),
          extent("11", 13.0, 52.3, 13.8, 52.7),
          extent("12", 11.2, 51.3, 14.8, 53.6),
          extent("13", 10.5, 53.1, 14.5, 54.7),
          extent("14", 11.8, 50.1, 15.1, 51.7),
          extent("15", 10.5, 50.9, 13.2, 53.1),
          extent("16", 9.8, 50.2, 12.7, 51.7));

  private StateExtents() {}

  private static Map.Entry<String, Envelope> extent(
      String state, double west, double south, double east, double north) {
    var extent = new Envelope(west, east, south, north);
    extent.expandBy(MARGIN);
    return Map.entry(state, extent);
  }

  /** Whether a place can be in a state; true for keys of no state. */
  static boolean canHold(String state, Coordinate place) {
    return Optional.ofNullable(BY_STATE.get(state))
        .map(extent -> extent.covers(place))
        .orElse(true);
  }
}
