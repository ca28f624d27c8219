package org.sozialradar.server.snapshot;

import org.sozialradar.area.BoundaryVersion;

/** Chooses the edition that is shown first: the newest that has boundaries, else the newest. */
final class DefaultEdition {
  private DefaultEdition() {}

  static String of(Snapshot snapshot) {
    String chosen = "";
    boolean drawn = false;
    for (BoundaryVersion edition : snapshot.editions()) {
      boolean hasBoundaries = hasBoundaries(snapshot.areas(edition.id()));
      if (hasBoundaries || !drawn) {
        chosen = edition.id();
        drawn = hasBoundaries;
      }
    }
    return chosen;
  }

  private static boolean hasBoundaries(EditionAreas areas) {
    return areas.levels().stream()
        .flatMap(level -> areas.list(level.id()).values().stream())
        .anyMatch(AreaEntry::hasGeometry);
  }
}
