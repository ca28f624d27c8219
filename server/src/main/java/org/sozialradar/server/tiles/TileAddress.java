package org.sozialradar.server.tiles;

import java.util.Optional;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.tile.TileCoord;

/**
 * The address of a tile within a revision: {@code
 * /tiles/{revision}/{edition}/{layer}/{z}/{x}/{y}.mvt}.
 *
 * @param revision as it stands in the path
 * @param edition id of the edition
 * @param layer level or name of another layer
 * @param coord zoom, column and row
 */
record TileAddress(String revision, String edition, String layer, TileCoord coord) {
  private static final String PREFIX = "/tiles/";
  private static final String SUFFIX = ".mvt";
  private static final int PARTS = 6;

  /** Whether a path has the form of such an address, right or wrong in its parts. */
  static boolean fits(String path) {
    if (!path.startsWith(PREFIX) || !path.endsWith(SUFFIX)) {
      return false;
    }
    int slashes = 0;
    for (int i = PREFIX.length(); i < path.length(); i++) {
      slashes += path.charAt(i) == '/' ? 1 : 0;
    }
    return slashes == PARTS - 1;
  }

  /**
   * The address that a fitting path names.
   *
   * @throws ProblemException if zoom, column or row are no numbers or out of range
   */
  static TileAddress of(String path) {
    var parts = path.substring(PREFIX.length(), path.length() - SUFFIX.length()).split("/", -1);
    return new TileAddress(parts[0], parts[1], parts[2], coord(parts[3], parts[4], parts[5]));
  }

  static TileCoord coord(String z, String x, String y) {
    int zoom = number("z", z, 0, TileCoord.MAX_ZOOM);
    int last = (1 << zoom) - 1;
    return new TileCoord(zoom, number("x", x, 0, last), number("y", y, 0, last));
  }

  /** A number without sign and leading zeros, so that each tile has one address. */
  static int number(String parameter, String text, int least, int most) {
    boolean digits =
        !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(TileAddress::isDigit);
    boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
    return Optional.of(text)
        .filter(unused -> digits && !leadingZero)
        .map(Integer::parseInt)
        .filter(value -> value >= least && value <= most)
        .orElseThrow(
            () ->
                ProblemException.ofParameter(
                    ProblemType.OUT_OF_RANGE, parameter, text, least, most));
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
