package org.sozialradar.ingest;

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
  static final IssueType EXAMPLE_MIXED =
      IssueType.error(
          "example-data-mixed",
          "Der Indikator „%s“ stammt im Speicher aus „%s“: erfundene Beispieldaten und echte Daten"
              + " dürfen nicht unter einem Indikator stehen; bitte einen anderen Speicher verwenden.",
          "The indicator '%s' comes from '%s' in the store: invented example data and real data must"
              + " not stand under one indicator; please use another store.");

  private final BatchBuilder batch;
  private final ImportIssues issues;

  IndicatorChecks(BatchBuilder batch, ImportIssues issues) {
    this.batch = batch;
    this.issues = issues;
  }

  void run() {
    var faults = Formula.check(batch.listIndicators()).faults();
    for (var own : batch.ownIndicators()) {
      var fault = faults.get(own.id());
      if (fault != null) {
        issues.add(
            FORMULA.at(IssuePlace.NONE, own.formula(), own.id(), fault.code(), fault.getMessage()));
      }
      checkDenominator(own);
      batch.before().findIndicator(own.id()).ifPresent(before -> checkAgain(own, before));
    }
  }

  private void checkDenominator(Indicator own) {
    var measure = own.measure();
    if (measure.kind() == Measure.Kind.RATE && batch.findIndicator(measure.weight()).isEmpty()) {
      issues.add(DENOMINATOR.issue(own.id(), measure.weight()));
    }
  }

  private void checkAgain(Indicator own, Indicator before) {
    if (before.datasetId().equals(own.datasetId())) {
      return;
    }
    var examples = batch.exampleDatasets();
    if (examples.contains(before.datasetId()) != examples.contains(own.datasetId())) {
      issues.add(EXAMPLE_MIXED.issue(own.id(), before.datasetId()));
    }
    boolean same =
        before.unit().id().equals(own.unit().id())
            && before.measure().equals(own.measure())
            && before.formula().equals(own.formula());
    if (!same) {
      issues.add(REDEFINED.issue(own.id(), before.datasetId()));
    }
  }
}
