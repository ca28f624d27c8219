package org.sozialradar.indicator;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where the values of a column come from.
 *
 * @param level the level that they were recorded on. Coarser than the level asked for if the value
 *     of the holding area is shown on all its members, finer if they were aggregated.
 * @param edition the edition that they were recorded on; another than the one asked for if they
 *     were converted
 * @param aggregated whether they were aggregated from a finer level
 * @param datasets ids of all data sets that the numbers come from: those of the recorded values, of
 *     denominators that weighted them, of crosswalks that converted them, and of the formula
 */
public record Origin(String level, String edition, boolean aggregated, SortedSet<String> datasets) {
  public Origin {
    datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
  }
}
