package org.sozialradar.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ReferencePeriod;

/** Says which stored values an import replaces or removes: nothing is lost in silence. */
final class ReplacementCheck {
  static final IssueType REPLACED =
      IssueType.warning(
          "values-replaced",
          "„%s“ %s (Ausgabe %s, Ebene %s): %s Werte des Datensatzes „%s“ werden ersetzt; %s Gebiete"
              + " haben danach keinen Wert mehr.",
          "'%s' %s (edition %s, level %s): %s values of the data set '%s' are replaced; %s areas"
              + " then have no value any more.");
  static final IssueType WITHDRAWN =
      IssueType.warning(
          "values-withdrawn",
          "„%s“ %s (Ausgabe %s, Ebene %s): %s Werte, die der Datensatz bisher hatte, fehlen jetzt und"
              + " werden entfernt.",
          "'%s' %s (edition %s, level %s): %s values that the data set had so far are missing now"
              + " and are removed.");
  static final IssueType KEPT =
      IssueType.note(
          "values-kept",
          "„%s“ %s (Ausgabe %s, Ebene %s): %s Werte des Datensatzes, die diese Dateien nicht nennen,"
              + " bleiben.",
          "'%s' %s (edition %s, level %s): %s values of the data set that these files do not name"
              + " are kept.");

  private final BatchBuilder batch;
  private final boolean complete;
  private final ImportIssues issues;

  /**
   * @param complete whether all resources of the manifest were read
   */
  ReplacementCheck(BatchBuilder batch, boolean complete, ImportIssues issues) {
    this.batch = batch;
    this.complete = complete;
    this.issues = issues;
  }

  void run() {
    var tables = batch.ownTables();
    for (var indicator : batch.before().listIndicators()) {
      if (concerns(indicator)) {
        for (var before : batch.before().listTables(indicator.id())) {
          var own = tables.stream().filter(table -> isSame(table, before)).findFirst();
          before.periods().forEach(period -> check(before, own, period));
        }
      }
    }
  }

  private boolean concerns(Indicator before) {
    return before.datasetId().equals(batch.datasetId())
        || batch.ownIndicators().stream().anyMatch(own -> own.id().equals(before.id()));
  }

  private static boolean isSame(IndicatorTable one, IndicatorTable other) {
    return one.indicatorId().equals(other.indicatorId())
        && one.edition().equals(other.edition())
        && one.level().equals(other.level());
  }

  private void check(IndicatorTable before, Optional<IndicatorTable> own, ReferencePeriod period) {
    long lost = valuesWithoutSuccessor(before, own, period);
    boolean brought = own.filter(table -> table.periods().contains(period)).isPresent();
    if (!before.datasetId(period).equals(batch.datasetId())) {
      if (brought) {
        report(REPLACED, before, period, values(before, period), before.datasetId(period), lost);
      }
    } else if (lost > 0 && complete) {
      report(WITHDRAWN, before, period, lost);
    } else if (lost > 0 && brought) {
      report(KEPT, before, period, lost);
    }
  }

  private void report(
      IssueType type, IndicatorTable table, ReferencePeriod period, Object... numbers) {
    var arguments =
        new ArrayList<Object>(List.of(table.indicatorId(), period, table.edition(), table.level()));
    arguments.addAll(List.of(numbers));
    issues.add(type.issue(arguments.toArray()));
  }

  private static long values(IndicatorTable table, ReferencePeriod period) {
    return valuesWithoutSuccessor(table, Optional.empty(), period);
  }

  /** Areas that have a value before, and none after. */
  private static long valuesWithoutSuccessor(
      IndicatorTable before, Optional<IndicatorTable> after, ReferencePeriod period) {
    return before.codes().stream()
        .filter(code -> before.find(code, period).filter(Estimate::hasValue).isPresent())
        .filter(
            code ->
                after
                    .flatMap(table -> table.find(code, period))
                    .filter(Estimate::hasValue)
                    .isEmpty())
        .count();
  }
}
