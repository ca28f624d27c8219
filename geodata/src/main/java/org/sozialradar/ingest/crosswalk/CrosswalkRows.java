package org.sozialradar.ingest.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.HeaderedTable;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.ingest.table.NamedRow;

/** Reads the rows of a crosswalk; malformed ones become issues. */
final class CrosswalkRows {
  private final ResourceInput<CrosswalkSettings> input;
  private final CrosswalkSettings.Headers names;
  private final List<CrosswalkRow> rows = new ArrayList<>();
  private final Map<String, Long> pairs = new HashMap<>();

  private CrosswalkRows(ResourceInput<CrosswalkSettings> input) {
    this.input = input;
    this.names = input.settings().columns();
  }

  static List<CrosswalkRow> read(ResourceInput<CrosswalkSettings> input) {
    var rows = new CrosswalkRows(input);
    var names = rows.names;
    var headers =
        List.of(
            names.from(),
            names.fromName(),
            names.to(),
            names.toName(),
            names.areaShare(),
            names.populationShare(),
            names.population());
    HeaderedTable.read(input, headers, rows::add);
    return List.copyOf(rows.rows);
  }

  private void add(NamedRow row) {
    String from = key(row, names.from());
    String to = key(row, names.to());
    var before = pairs.putIfAbsent(from + ">" + to, row.number());
    if (!GermanKeys.isAgs(from) || !GermanKeys.isAgs(to)) {
      String column = GermanKeys.isAgs(from) ? names.to() : names.from();
      String text = row.text(column);
      leaveOut(CrosswalkIssues.KEY_MALFORMED.at(input.place(row.number(), column), text, text));
    } else if (before != null) {
      var place = input.place(row.number(), names.to());
      leaveOut(CrosswalkIssues.PAIR_TWICE.at(place, to, from, to, before, row.number()));
    } else {
      addShares(row, new AreaCode(from), new AreaCode(to));
    }
  }

  private String key(NamedRow row, String column) {
    String text = row.text(column);
    String key =
        text.length() == GermanKeys.AGS_LENGTH - 1
            ? GermanKeys.restoreLeadingZeros(text, GermanKeys.AGS_LENGTH)
            : text;
    if (!key.equals(text)) {
      input.tally().add(Count.CODES_RESTORED);
    }
    return key;
  }

  private void addShares(NamedRow row, AreaCode from, AreaCode to) {
    String column = names.populationShare();
    try {
      double population = share(row, column);
      column = names.areaShare();
      double area = share(row, column);
      column = names.population();
      double people = row.value(column);
      rows.add(
          new CrosswalkRow(
              row.number(),
              from,
              row.text(names.fromName()),
              to,
              row.text(names.toName()),
              population,
              area,
              people));
      input.tally().add(Count.ROWS_STORED);
    } catch (MalformedCellException e) {
      var place = input.place(row.number(), column);
      leaveOut(e.type().at(place, row.text(column), e.arguments()));
    }
  }

  private static double share(NamedRow row, String column) throws MalformedCellException {
    double share = row.value(column);
    if (share < 0 || share > 1) {
      throw new MalformedCellException(CrosswalkIssues.SHARE_RANGE);
    }
    return share;
  }

  private void leaveOut(ImportIssue issue) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    input.issues().add(issue);
  }
}
