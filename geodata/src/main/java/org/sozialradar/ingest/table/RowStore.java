package org.sozialradar.ingest.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.Severity;
import org.sozialradar.ingest.table.IndicatorColumns.Target;
import org.sozialradar.ingest.table.IndicatorSettings.IdenticalRows;
import org.sozialradar.ingest.table.IndicatorSettings.OnUnknownKey;

/**
 * Puts rows into the tables of the batch: each whole, or left out whole, and counted either way.
 */
final class RowStore {
  private final ResourceInput<IndicatorSettings> input;
  private final IndicatorSettings settings;
  private final IndicatorColumns columns;
  private final ValueCells cells;
  private final SortedSet<AreaCode> known;
  private final Severity severity;
  private final Set<AreaCode> unknown = new HashSet<>();
  private final Map<AreaCode, Map<String, Stored>> stored = new HashMap<>();
  private boolean ended;

  /** A row that was stored. */
  private record Stored(long row, List<Estimate> values) {}

  RowStore(
      ResourceInput<IndicatorSettings> input,
      IndicatorColumns columns,
      ValueCells cells,
      SortedSet<AreaCode> known) {
    this.input = input;
    this.settings = input.settings();
    this.columns = columns;
    this.cells = cells;
    this.known = known;
    this.severity =
        settings.onUnknownKey() == OnUnknownKey.REPORT ? Severity.WARNING : Severity.ERROR;
  }

  IndicatorColumns columns() {
    return columns;
  }

  void put(TableRow row) {
    input.tally().add(Count.ROWS_READ);
    ended |= columns.rules().ends(row);
    if (ended || columns.rules().skips(row)) {
      input.tally().add(Count.ROWS_SKIPPED);
    } else if (hasRightWidth(row)) {
      putKeyed(row);
    }
  }

  private boolean hasRightWidth(TableRow row) {
    int width = columns.columns().width();
    if (!row.delimited() || width == 0 || row.cells().size() == width) {
      return true;
    }
    int cellsAtAll = row.cells().size();
    if (cellsAtAll == width + 1 && row.cell(width).isEmpty()) {
      return true;
    }
    leaveOut(RowIssues.WIDTH.as(severity).at(input.place(row.number(), ""), "", cellsAtAll, width));
    return false;
  }

  private void putKeyed(TableRow row) {
    AreaKey.Found key;
    try {
      key = columns.key().read(row);
    } catch (MalformedCellException e) {
      leaveOut(issue(e, row, columns.key().header(), columns.key().text(row)));
      return;
    }
    if (key.restored()) {
      input.tally().add(Count.CODES_RESTORED);
    }
    if (!key.code().value().startsWith(settings.scope())) {
      input.tally().add(Count.ROWS_OUT_OF_SCOPE);
    } else if (known.contains(key.code())) {
      putKnown(row, key.code());
    } else {
      leaveOutUnknown(row, key.code());
    }
  }

  private void leaveOutUnknown(TableRow row, AreaCode code) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    if (unknown.add(code)) {
      input.tally().add(Count.KEYS_UNKNOWN);
      var place = input.place(row.number(), columns.key().header());
      input
          .issues()
          .add(
              RowIssues.UNKNOWN_KEY
                  .as(severity)
                  .at(place, columns.key().text(row), code, settings.edition(), settings.level()));
    }
  }

  private void putKnown(TableRow row, AreaCode code) {
    var values = new ArrayList<Estimate>();
    var periods = new ArrayList<ReferencePeriod>();
    String rowPeriod = columns.periodText(row);
    for (var target : columns.targets()) {
      try {
        periods.add(IndicatorColumns.period(target, rowPeriod));
      } catch (MalformedCellException e) {
        leaveOut(issue(e, row, periodHeader(), rowPeriod));
        return;
      }
      try {
        values.add(cells.read(row, target.column(), target.beside()));
      } catch (MalformedCellException e) {
        leaveOut(issue(e, row, target.column().header(), target.text(row)));
        return;
      }
    }
    putOnce(row, code, new Stored(row.number(), values), periods);
  }

  private String periodHeader() {
    return columns.columns().period().map(Columns.Column::header).orElse("");
  }

  private void putOnce(TableRow row, AreaCode code, Stored values, List<ReferencePeriod> periods) {
    String period = columns.periodText(row);
    var before = stored.computeIfAbsent(code, unused -> new HashMap<>()).get(period);
    if (before == null) {
      stored.get(code).put(period, values);
      putValues(row, code, values.values(), periods);
    } else if (settings.identicalRows() == IdenticalRows.ONCE
        && before.values().equals(values.values())) {
      input.tally().add(Count.ROWS_SKIPPED);
    } else {
      var place = input.place(row.number(), columns.key().header());
      String times = period.isEmpty() ? String.join(", ", texts(periods)) : period;
      leaveOut(
          RowIssues.VALUE_TWICE.at(
              place, columns.key().text(row), code, times, before.row(), row.number()));
    }
  }

  private static List<String> texts(List<ReferencePeriod> periods) {
    return periods.stream().map(ReferencePeriod::id).distinct().toList();
  }

  private void putValues(
      TableRow row, AreaCode code, List<Estimate> values, List<ReferencePeriod> periods) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).status() == ObservationStatus.NO_ROW) {
        continue; // As if there were no row.
      }
      Target target = columns.targets().get(i);
      if (target.table().contains(code, periods.get(i))) {
        var place = input.place(row.number(), target.column().header());
        leaveOut(RowIssues.VALUE_ELSEWHERE.at(place, "", target.indicator(), code, periods.get(i)));
        return;
      }
      target.table().put(code, periods.get(i), values.get(i));
      boolean hasValue = values.get(i).status().hasValue();
      input.tally().add(hasValue ? Count.VALUES_STORED : Count.VALUES_MISSING);
    }
    input.tally().add(Count.ROWS_STORED);
  }

  private ImportIssue issue(MalformedCellException e, TableRow row, String column, String text) {
    var place = input.place(row.number(), column);
    return e.type().as(severity).at(place, text, e.arguments());
  }

  private void leaveOut(ImportIssue issue) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    input.issues().add(issue);
  }

  /** Areas of the edition, within the scope, that no row was stored for. */
  List<AreaCode> areasWithoutRow() {
    return known.stream()
        .filter(code -> code.value().startsWith(settings.scope()) && !stored.containsKey(code))
        .toList();
  }
}
