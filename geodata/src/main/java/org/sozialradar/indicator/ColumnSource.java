package org.sozialradar.indicator;

import java.util.Collection;
import java.util.Collections;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One way to answer an indicator on a level of an edition.
 *
 * @param periods the periods that it may answer
 * @param column computes the column of one of its periods, with a cell for every area of the target
 */
record ColumnSource(Collection<ReferencePeriod> periods, Function<ReferencePeriod, Column> column) {
  ColumnSource {
    periods = Collections.unmodifiableSortedSet(new TreeSet<>(periods));
  }

  Column column(ReferencePeriod period) {
    return column.apply(period);
  }
}
