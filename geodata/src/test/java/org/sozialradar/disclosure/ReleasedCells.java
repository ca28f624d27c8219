package org.sozialradar.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cells of a {@link Town} as an earlier release would have kept them. */
final class ReleasedCells {
  private ReleasedCells() {}

  static List<ReleasedCell> of(Town town, CellKey... keys) {
    return Arrays.stream(keys).map(key -> of(key, town.size(town.members(key)))).toList();
  }

  static ReleasedCell of(CellKey key, int respondents) {
    return new ReleasedCell(key, new TreeMap<>(Map.of("safe", respondents)));
  }
}
