package org.sozialradar.priority;

import java.util.List;
import org.sozialradar.area.AreaCode;

/**
 * Scores of areas and draws of them, for what goes on to compute with priorities.
 *
 * @param codes areas that have all values, by code
 * @param nominal their scores, 0..1
 * @param drawn draws of their scores, each in the order of the codes; they may leave 0..1, as the
 *     ends of the scales stay where they are
 * @param unranked areas that lack a value, by code
 */
public record PriorityScores(
    List<AreaCode> codes,
    List<Double> nominal,
    List<List<Double>> drawn,
    List<PriorityResult.Unranked> unranked) {
  public PriorityScores {
    codes = List.copyOf(codes);
    nominal = List.copyOf(nominal);
    drawn = List.copyOf(drawn);
    unranked = List.copyOf(unranked);
  }
}
