package org.sozialradar.server.exports;

import java.util.List;
import java.util.TreeSet;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.features.ValueColumns;

/**
 * Areas and the values of them that were chosen.
 *
 * @param edition edition of the areas
 * @param level their level
 * @param columns each indicator in each period, by indicator, then period
 */
record ChosenValues(BoundaryVersion edition, AreaLevel level, List<ValueColumns> columns) {
  ChosenValues {
    columns = List.copyOf(columns);
  }

  /** The indicators, each once. */
  List<Indicator> indicators() {
    return columns.stream().map(ValueColumns::indicator).distinct().toList();
  }

  /** The periods of all, ascending. */
  List<String> periods() {
    var periods = new TreeSet<String>();
    columns.stream().map(ValueColumns::period).map(ReferencePeriod::id).forEach(periods::add);
    return List.copyOf(periods);
  }
}
