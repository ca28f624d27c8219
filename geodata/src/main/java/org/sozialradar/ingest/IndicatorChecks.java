package org.sozialradar.ingest;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sozialradar.indicator.ColumnNames;
import org.sozialradar.indicator.Formula;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;

/** Checks the indicators that a data package declares, with those that are there already. */
final class IndicatorChecks {
  static final IssueType FORMULA =
      IssueType.error(
          "formula-wrong",
          "Die Formel des Indikators „%s“ ist falsch (%s): %s",
          "The formula of the indicator '%s' is wrong (%s): %s");
  static final IssueType DENOMINATOR =
      IssueType.warning(
          "denominator-unknown",
          "Der Nenner „%2$s“ der Rate „%1$s“ ist unbekannt: sie kann weder umgerechnet noch"
              + " zusammengefasst werden.",
          "The denominator '%2$s' of the rate '%1$s' is unknown: it can neither be converted nor"
              + " aggregated.");
  static final IssueType REDEFINED =
      IssueType.error(
          "indicator-redefined",
          "Der Indikator „%s“ hat im Datensatz „%s“ eine andere Einheit oder Maßart.",
          "The indicator '%s' has another unit or measure in the data set '%s'.");
  static final IssueType COLUMN_TAKEN =
      IssueType.error(
          "indicator-column-taken",
          "Der Indikator „%s“ braucht eine andere Kennung: in Tabellen hätte er Spalten mit Namen,"
              + " die schon zu „%s“ gehören.",
          "The indicator '%s' needs another id: in tables it would have columns with names that"
              + " belong to '%s' already.");
  static final IssueType EXAMPLE_MIXED =
      IssueType.error(
          "example-data-mixed",
          "Der Indikator „%s“ stammt im Speicher aus „%s“: erfundene Beispieldaten und echte Daten"
              + " dürfen nicht unter einem Indikator stehen; bitte einen anderen Speicher"
              + " verwenden.",
          "The indicator '%s' comes from '%s' in the store: invented example data and real data"
              + " must not stand under one indicator; please use another store.");

  private final BatchBuilder batch;
  private final boolean complete;
  private final ImportIssues issues;

  /**
   * @param complete whether all resources of the manifest were read
   */
  IndicatorChecks(BatchBuilder batch, boolean complete, ImportIssues issues) {
    this.batch = batch;
    this.complete = complete;
    this.issues = issues;
  }

  void run() {
    checkFormulas();
    checkColumns();
    for (var own : batch.ownIndicators()) {
      checkDenominator(own);
      batch.before().findIndicator(own.id()).ifPresent(before -> checkAgain(own, before));
    }
  }

  /** Formulas of the batch, and those of the store that it would make unusable. */
  private void checkFormulas() {
    var own = batch.ownIndicators().stream().map(Indicator::id).collect(Collectors.toSet());
    var unusable = Formula.check(batch.before().listIndicators()).faults().keySet();
    Formula.check(batch.listIndicators())
        .faults()
        .forEach(
            (id, fault) -> {
              if (own.contains(id) || !unusable.contains(id)) {
                String formula = batch.findIndicator(id).map(Indicator::formula).orElse("");
                issues.add(
                    FORMULA.at(IssuePlace.NONE, formula, id, fault.code(), fault.getMessage()));
              }
            });
  }

  /** Names of columns that clash because of the batch: what the store holds already stays. */
  private void checkColumns() {
    var before = names(batch.before());
    var names = names(batch);
    var own = batch.ownIndicators().stream().map(Indicator::id).collect(Collectors.toSet());
    for (var indicator : batch.listIndicators()) {
      String id = indicator.id();
      var clash = names.findClash(id);
      if (clash.isPresent() && (own.contains(id) || before.findClash(id).isEmpty())) {
        boolean otherIsNew = !own.contains(id) && own.contains(clash.get());
        issues.add(otherIsNew ? columnTaken(clash.get(), id) : columnTaken(id, clash.get()));
      }
    }
  }

  private static ImportIssue columnTaken(String indicator, String other) {
    return COLUMN_TAKEN.at(IssuePlace.NONE, indicator, indicator, other);
  }

  private static ColumnNames names(Holdings holdings) {
    return ColumnNames.of(
        holdings.listIndicators().stream().map(Indicator::id).toList(), holdings.levelIds());
  }

  private void checkDenominator(Indicator own) {
    var measure = own.measure();
    if (measure.kind() == Measure.Kind.RATE && batch.findIndicator(measure.weight()).isEmpty()) {
      issues.add(DENOMINATOR.issue(own.id(), measure.weight()));
    }
  }

  private void checkAgain(Indicator own, Indicator before) {
    var others = othersOfValues(own, before);
    var examples = batch.before().exampleDatasets();
    boolean example = batch.exampleDatasets().contains(own.datasetId());
    others.stream()
        .filter(other -> examples.contains(other) != example)
        .forEach(other -> issues.add(EXAMPLE_MIXED.issue(own.id(), other)));
    boolean same =
        before.unit().id().equals(own.unit().id())
            && before.measure().equals(own.measure())
            && before.formula().equals(own.formula());
    if (!same && !others.isEmpty()) {
      issues.add(REDEFINED.issue(own.id(), others.iterator().next()));
    }
  }

  /**
   * The data sets of which values, or the definition, of an indicator stay beside the new ones. The
   * own one is among them if only some of its files are imported: what the others hold stays.
   */
  private SortedSet<String> othersOfValues(Indicator own, Indicator before) {
    var datasets = new TreeSet<String>();
    for (var table : batch.before().listTables(own.id())) {
      table.periods().forEach(period -> datasets.add(table.datasetId(period)));
    }
    if (!before.datasetId().equals(own.datasetId())) {
      datasets.add(before.datasetId());
    }
    if (complete) {
      datasets.remove(own.datasetId());
    }
    return datasets;
  }
}
