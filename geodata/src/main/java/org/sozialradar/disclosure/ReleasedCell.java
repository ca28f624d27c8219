package org.sozialradar.disclosure;

import java.util.List;

/**
 * A cell whose values were published in an earlier release: everybody knows them. Internal.
 *
 * @param key the cell
 * @param results the results of its family then, in order
 * @param respondents number of respondents with an answer to each of them then
 */
public record ReleasedCell(CellKey key, List<String> results, List<Integer> respondents) {
  public ReleasedCell {
    results = List.copyOf(results);
    respondents = List.copyOf(respondents);
    if (results.size() != respondents.size() || respondents.stream().allMatch(n -> n <= 0)) {
      throw new IllegalArgumentException("a released cell needs a number for each result");
    }
  }

  /** Without figures, so that no log and no message carries them. */
  @Override
  public String toString() {
    return "ReleasedCell[" + key + "]";
  }
}
