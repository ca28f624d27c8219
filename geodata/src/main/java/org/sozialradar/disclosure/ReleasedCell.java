package org.sozialradar.disclosure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cell whose values were published in an earlier release: everybody knows them. Internal.
 *
 * @param key the cell
 * @param respondents number of respondents with an answer to each result of its family then, by the
 *     {@link ResultRange#meaning() meaning} of the result: what it is called may change
 */
public record ReleasedCell(CellKey key, SortedMap<String, Integer> respondents) {
  public ReleasedCell {
    respondents = Collections.unmodifiableSortedMap(new TreeMap<>(respondents));
    if (respondents.values().stream().allMatch(number -> number <= 0)) {
      throw new IllegalArgumentException("a released cell needs respondents");
    }
  }

  /** Without figures, so that no log and no message carries them. */
  @Override
  public String toString() {
    return "ReleasedCell[" + key + "]";
  }
}
