package org.sozialradar.server.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.export.CsvExport;
import org.sozialradar.export.ValuesExport;
import org.sozialradar.server.features.ValueColumns;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * A row for each area, indicator and period, with interval, status, class of respondents and
 * sources: the same table as that of single indicators.
 */
final class LongRows {
  static final String CODE = "code";
  static final String INDICATOR = "indicator";
  static final String PERIOD = "period";

  private final ExportRows rows;
  private final ExportChoice choice;
  private final ChosenValues chosen;
  private final ExportBounds bounds;

  LongRows(ExportRows rows, ExportBounds bounds) {
    this.rows = rows;
    this.bounds = bounds;
    choice = rows.choice();
    chosen = choice.values().orElseThrow();
  }

  /** Writes header and rows; {@code out} stays open. */
  void write(OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    var table = CsvExport.begin(writer, choice.dialect());
    var names = names();
    for (var column : chosen.columns()) {
      bounds.requireWanted();
      table.write(values(column, names));
      bounds.requireRoom(0);
    }
    writer.flush();
  }

  private ValuesExport values(ValueColumns column, Map<AreaCode, String> names) {
    return new ValuesExport(
        choice.snapshot().revision().number(),
        column.indicator(),
        choice.snapshot().results().kind(column.indicator().id()),
        choice.snapshot().datasets(),
        column.table(),
        List.of(column.period()),
        names);
  }

  private Map<AreaCode, String> names() {
    var areas = choice.snapshot().areas(chosen.edition().id());
    var names = new TreeMap<AreaCode, String>();
    for (var id : rows.ids()) {
      var code = new AreaCode(id);
      names.put(
          code, areas.find(chosen.level().id(), code).map(AreaEntry::name).orElse(code.value()));
    }
    return names;
  }
}
