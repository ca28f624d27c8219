package org.sozialradar.ingest.boundary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;

/** Compares to which areas of a coarser level areas belonged before and after mergers. */
final class LostAncestors {
  private final String level;
  private final Map<AreaCode, Optional<AreaCode>> before;

  LostAncestors(String level, List<Area> base) {
    this.level = level;
    this.before = base.stream().collect(Collectors.toMap(Area::code, area -> ancestor(area)));
  }

  private Optional<AreaCode> ancestor(Area area) {
    return Optional.ofNullable(area.ancestors().get(level));
  }

  /** A merged area that has no ancestor although one of its parts had one. */
  Optional<AreaCode> findUncertain(EditionDerivation derivation) {
    var after = after(derivation);
    return derivation.successors().entrySet().stream()
        .filter(link -> before.get(link.getKey()).isPresent())
        .filter(link -> after.get(link.getValue()).isEmpty())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether land went from one area of the level to another. */
  boolean isMoved(EditionDerivation derivation) {
    var after = after(derivation);
    return derivation.successors().entrySet().stream()
        .anyMatch(link -> !before.get(link.getKey()).equals(after.get(link.getValue())));
  }

  private Map<AreaCode, Optional<AreaCode>> after(EditionDerivation derivation) {
    return derivation.areas().stream()
        .collect(Collectors.toMap(Area::code, area -> ancestor(area)));
  }
}
