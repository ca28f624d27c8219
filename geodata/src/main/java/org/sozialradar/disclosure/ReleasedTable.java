package org.sozialradar.disclosure;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * A table of a survey result that may be stored with public tables: suppressed and too imprecise
 * values are gone, values and intervals are rounded. Only {@link SurveyRelease} makes one.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ReleasedTable {
  private final IndicatorTable table;
  private final SortedMap<ReferencePeriod, SortedMap<AreaCode, NClass>> classes = new TreeMap<>();

  ReleasedTable(
      IndicatorTable table, Map<ReferencePeriod, ? extends Map<AreaCode, NClass>> classes) {
    this.table = table;
    classes.forEach(
        (period, column) ->
            this.classes.put(period, Collections.unmodifiableSortedMap(new TreeMap<>(column))));
  }

  /**
   * Values with status: reported, limited precision, suppressed, too imprecise. Areas without
   * respondents have no row.
   */
  public IndicatorTable table() {
    return table;
  }

  /** The class of the number of respondents; empty for values that are not shown. */
  public Optional<NClass> findClass(AreaCode code, ReferencePeriod period) {
    var column = classes.get(period);
    return column == null ? Optional.empty() : Optional.ofNullable(column.get(code));
  }

  /** Classes of a period by area, of values that are shown; empty for a period without any. */
  public SortedMap<AreaCode, NClass> classes(ReferencePeriod period) {
    return classes.getOrDefault(period, Collections.emptySortedMap());
  }
}
