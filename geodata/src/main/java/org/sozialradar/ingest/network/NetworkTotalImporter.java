package org.sozialradar.ingest.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.HeaderedTable;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.ingest.table.NamedRow;
import org.sozialradar.network.NetworkTotal;

/** Imports totals of the network. */
public final class NetworkTotalImporter implements ResourceImporter<NetworkTotalSettings> {
  static final IssueType MEASURE_MALFORMED =
      IssueType.error(
          "measure-malformed",
          "Die Größe besteht aus Kleinbuchstaben, Ziffern und Unterstrich.",
          "The measure consists of lower-case letters, digits and underscores.");
  static final IssueType TOTAL_TWICE =
      IssueType.error(
          "value-twice",
          "Für %s und %s stehen zwei Werte in der Datei: in Zeile %s und in Zeile %s.",
          "The file has two values for %s and %s: in row %s and in row %s.");

  @Override
  public String kind() {
    return "network-totals";
  }

  @Override
  public Class<NetworkTotalSettings> settingsType() {
    return NetworkTotalSettings.class;
  }

  @Override
  public void read(ResourceInput<NetworkTotalSettings> input, BatchBuilder batch) {
    var names = input.settings().columns();
    var rows = new HashMap<String, Long>();
    HeaderedTable.read(
        input,
        List.of(names.date(), names.measure(), names.value(), names.source()),
        row -> put(row, input, rows, batch));
  }

  private static void put(
      NamedRow row,
      ResourceInput<NetworkTotalSettings> input,
      Map<String, Long> rows,
      BatchBuilder batch) {
    var names = input.settings().columns();
    String date = row.text(names.date());
    String measure = row.text(names.measure());
    if (!NetworkDates.isDate(date)) {
      leaveOut(input, row, names.date(), MilestoneImporter.DATE_MALFORMED);
    } else if (!measure.matches("[a-z][a-z0-9_]{0,59}")) {
      leaveOut(input, row, names.measure(), MEASURE_MALFORMED);
    } else if (rows.containsKey(date + measure)) {
      long before = rows.get(date + measure);
      leaveOut(input, row, names.measure(), TOTAL_TWICE, measure, date, before, row.number());
    } else {
      rows.put(date + measure, row.number());
      putValue(row, input, batch);
    }
  }

  private static void putValue(
      NamedRow row, ResourceInput<NetworkTotalSettings> input, BatchBuilder batch) {
    var names = input.settings().columns();
    try {
      double value = row.value(names.value());
      String source = row.text(names.source());
      batch.addTotals(
          List.of(
              new NetworkTotal(
                  row.text(names.date()),
                  row.text(names.measure()),
                  value,
                  source,
                  batch.datasetId())));
      input.tally().add(Count.ROWS_STORED);
    } catch (MalformedCellException e) {
      leaveOut(input, row, names.value(), e.type(), e.arguments());
    }
  }

  private static void leaveOut(
      ResourceInput<?> input, NamedRow row, String column, IssueType type, Object... arguments) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    input.issues().add(type.at(input.place(row.number(), column), row.text(column), arguments));
  }
}
