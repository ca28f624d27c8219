package org.sozialradar.export;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Published values of an indicator, ready to leave.
 *
 * @param revision revision of the store that they come from
 * @param indicator definition of the indicator
 * @param kind how the values were computed here ({@link MethodDocument.Kind#label}); empty if they
 *     were imported or follow from a formula
 * @param datasets all data sets by id, among them those that the values come from
 * @param table the published values
 * @param periods periods to export, each of which the table has
 * @param names names of the areas to export by their codes; of those that the table knows, only
 *     they have rows
 */
public record ValuesExport(
    long revision,
    Indicator indicator,
    String kind,
    Map<String, Dataset> datasets,
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
    datasets = Map.copyOf(datasets);
    for (var period : periods) {
      if (!datasets.keySet().containsAll(table.origin(period).datasets())) {
        throw new IllegalArgumentException("a data set is missing of " + table.origin(period));
      }
    }
  }

  /** The data sets that values of an origin come from, by id. */
  List<Dataset> sources(Origin origin) {
    return origin.datasets().stream().map(datasets::get).toList();
  }

  /** The data sets that the values come from, by id. */
  List<Dataset> sources() {
    var ids = new TreeSet<String>();
    periods.forEach(period -> ids.addAll(table.origin(period).datasets()));
    return ids.stream().map(datasets::get).toList();
  }

  /** Whether any of the values are invented, or computed from such. */
  boolean isExample() {
    return sources().stream().anyMatch(Dataset::example);
  }

  /**
   * Name of the file without its ending. Example data say so in the name.
   *
   * @return letters, digits, {@code . _ -} alone
   */
  public String fileName() {
    String period = periods.size() == 1 ? "-" + periods.get(0) : "";
    String example = isExample() ? "example-" : "";
    String name = indicator.id() + "-" + table.level() + "-" + table.edition() + period;
    return example + name + "-r" + revision;
  }
}
