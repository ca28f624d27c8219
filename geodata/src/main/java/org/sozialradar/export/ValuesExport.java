package org.sozialradar.export;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Published values of an indicator, ready to leave.
 *
 * @param revision revision of the store that they come from
 * @param indicator definition of the indicator
 * @param dataset data set that it comes from
 * @param table the published values
 * @param periods periods to export, each of which the table has
 * @param names names of the areas by their codes
 */
public record ValuesExport(
    long revision,
    Indicator indicator,
    Dataset dataset,
    PublishedTable table,
    List<ReferencePeriod> periods,
    Map<AreaCode, String> names) {
  public ValuesExport {
    periods = List.copyOf(periods);
    names = Collections.unmodifiableMap(new TreeMap<>(names));
    if (!indicator.id().equals(table.indicatorId())) {
      throw new IllegalArgumentException(
          "values of " + table.indicatorId() + " with the definition of " + indicator.id());
    }
    if (!table.periods().containsAll(periods)) {
      throw new IllegalArgumentException("the table lacks one of the periods " + periods);
    }
  }

  /**
   * Name of the file without its ending. Example data say so in the name.
   *
   * @return letters, digits, {@code . _ -} alone
   */
  public String fileName() {
    String period = periods.size() == 1 ? "-" + periods.get(0) : "";
    String example = dataset.example() ? "example-" : "";
    String name = indicator.id() + "-" + table.level() + "-" + table.edition() + period;
    return example + name + "-r" + revision;
  }
}
