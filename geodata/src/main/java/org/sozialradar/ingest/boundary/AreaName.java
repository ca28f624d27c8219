package org.sozialradar.ingest.boundary;

import java.util.Set;

/**
 * A name without the designation that many files append, such as {@code Kamenz, Stadt}.
 *
 * @param name the proper name
 * @param designation what was appended, or what the file names apart
 */
record AreaName(String name, String designation) {
  private static final Set<String> APPENDED =
      Set.of(
          "Stadt",
          "Landeshauptstadt",
          "Hansestadt",
          "Freie und Hansestadt",
          "Universitätsstadt",
          "Universitäts- und Hansestadt",
          "Kreisstadt",
          "Große Kreisstadt",
          "Markt",
          "Flecken",
          "M",
          "St",
          "GKSt",
          "kreisfreie Stadt",
          "Landkreis",
          "Kreis");

  /**
   * Splits a name.
   *
   * @param text name as the file has it
   * @param designation designation as the file has it apart; empty if it has none
   */
  static AreaName of(String text, String designation) {
    int comma = text.lastIndexOf(", ");
    if (comma > 0) {
      String end = text.substring(comma + 2);
      if (APPENDED.contains(end) || end.equals(designation)) {
        return new AreaName(text.substring(0, comma), designation.isEmpty() ? end : designation);
      }
    }
    return new AreaName(text, designation);
  }
}
