package org.sozialradar.ingest;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaTransfer;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.area.ShareKind;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;

/**
 * Says of each imported table how many of its values can be converted to the other editions that
 * crosswalks lead to, and which cannot: a value of a merged area is never split onto its parts.
 */
final class ConvertibilityCheck {
  static final IssueType CONVERTIBLE =
      IssueType.note(
          "convertible",
          "„%s“ der Ausgabe %s: %s von %s Werten sind auf die Ausgabe %s umrechenbar.",
          "'%s' of the edition %s: %s of %s values can be converted to the edition %s.");
  static final IssueType NOT_CONVERTIBLE =
      IssueType.note(
          "not-convertible",
          "„%s“ der Ausgabe %s: nicht auf die Ausgabe %s umrechenbar sind die Werte von %s; dort"
              + " bleiben ohne Wert: %s",
          "'%s' of the edition %s: values that cannot be converted to the edition %s are those of"
              + " %s; areas there without value: %s");
  private static final int NAMED = 40;

  private final BatchBuilder batch;
  private final ImportIssues issues;
  private final CorrespondenceGraph graph;

  ConvertibilityCheck(BatchBuilder batch, ImportIssues issues) {
    this.batch = batch;
    this.issues = issues;
    this.graph = CorrespondenceGraph.of(batch.listCorrespondences());
  }

  void run() {
    for (var table : batch.ownTables()) {
      var indicator = batch.findIndicator(table.indicatorId()).orElseThrow();
      for (var edition : batch.listEditions()) {
        if (!edition.id().equals(table.edition())
            && graph.connects(table.level(), table.edition(), edition.id())) {
          check(table, indicator, edition.id());
        }
      }
    }
  }

  private void check(IndicatorTable table, Indicator indicator, String edition) {
    var transfers =
        shares(indicator).stream()
            .map(share -> graph.find(table.level(), table.edition(), edition, share).orElseThrow())
            .toList();
    var transfer = transfers.get(0);
    var targets = batch.listCodes(edition, table.level());
    var reached = new TreeSet<AreaCode>();
    var without = new TreeSet<AreaCode>();
    for (var target : targets) {
      if (transfers.stream().allMatch(way -> converts(indicator, way, target))) {
        transfer.sources(target).forEach(part -> reached.add(part.from()));
      } else {
        without.add(target);
      }
    }
    report(table, edition, reached, without);
  }

  /** The shares that a conversion goes by: of a rate those of its denominator. */
  private List<ShareKind> shares(Indicator indicator) {
    return switch (indicator.measure().kind()) {
      case EXTENSIVE -> List.of(shareOf(indicator));
      case RATE ->
          List.of(
              batch
                  .findIndicator(indicator.measure().weight())
                  .map(ConvertibilityCheck::shareOf)
                  .orElse(ShareKind.POPULATION));
      case INTENSIVE -> List.of(ShareKind.POPULATION, ShareKind.AREA);
    };
  }

  private static ShareKind shareOf(Indicator extensive) {
    return extensive.measure().weight().equals("area") ? ShareKind.AREA : ShareKind.POPULATION;
  }

  private static boolean converts(Indicator indicator, AreaTransfer transfer, AreaCode target) {
    return indicator.measure().kind() == Measure.Kind.INTENSIVE
        ? transfer.isUnchanged(target)
        : transfer.isConvertible(target);
  }

  private void report(
      IndicatorTable table, String edition, Set<AreaCode> reached, SortedSet<AreaCode> without) {
    long values = 0;
    long convertible = 0;
    var lost = new TreeSet<AreaCode>();
    for (int row = 0; row < table.codes().size(); row++) {
      long inRow = valuesIn(table, row);
      var code = table.codes().get(row);
      values += inRow;
      if (reached.contains(code)) {
        convertible += inRow;
      } else if (inRow > 0) {
        lost.add(code);
      }
    }
    String id = table.indicatorId();
    issues.add(CONVERTIBLE.issue(id, table.edition(), convertible, values, edition));
    if (!lost.isEmpty()) {
      issues.add(NOT_CONVERTIBLE.issue(id, table.edition(), edition, some(lost), some(without)));
    }
  }

  private static long valuesIn(IndicatorTable table, int row) {
    long values = 0;
    for (int column = 0; column < table.periods().size(); column++) {
      values += table.at(row, column).status().hasValue() ? 1 : 0;
    }
    return values;
  }

  private static String some(SortedSet<AreaCode> codes) {
    List<String> first = codes.stream().limit(NAMED).map(AreaCode::value).toList();
    return String.join(", ", first) + (codes.size() > NAMED ? ", …" : "");
  }
}
