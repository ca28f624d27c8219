package org.sozialradar.priority;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.RankIntervals;

/**
 * A ranked area.
 *
 * @param code its code
 * @param score higher for the area that comes first; 0..1
 * @param need place on the axis of need and hazard, 0..1; NaN without such criteria
 * @param help place on the axis of expected support and capacity, 0..1; NaN without such criteria
 * @param contributions by criterion; they add up as the method's decomposition says
 * @param rank rank with its 90 % interval
 * @param topProbability share of the draws in which it is among the first k
 * @param rankWithoutSupport rank if criteria of expected support are left out; 0 if there are no
 *     others or none of support
 */
public record PriorityArea(
    AreaCode code,
    double score,
    double need,
    double help,
    SortedMap<String, Double> contributions,
    RankIntervals.RankInterval rank,
    double topProbability,
    int rankWithoutSupport) {
  public PriorityArea {
    contributions = Collections.unmodifiableSortedMap(new TreeMap<>(contributions));
  }
}
