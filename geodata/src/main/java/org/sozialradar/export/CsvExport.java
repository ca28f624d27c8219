package org.sozialradar.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Writes published values as one long table in CSV: a row for each area, indicator and period,
 * which says of itself where it comes from and whether it was invented.
 *
 * <p>Values have the digits that their precision carries, as everywhere else. Missing values are
 * empty; their reason is the status. Rows are written as they come. For one thread.
 */
public final class CsvExport {
  /** The media type of what is written. */
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

  private final CsvLines lines;

  private CsvExport(CsvLines lines) {
    this.lines = lines;
  }

  /** Begins a table with its header. */
  public static CsvExport begin(Appendable out, CsvDialect dialect) throws IOException {
    var lines = CsvLines.begin(out, dialect);
    for (var column : ValueColumn.ALL) {
      lines.text(column.name());
    }
    lines.end();
    return new CsvExport(lines);
  }

  /** Writes a table of one indicator with commas and decimal points. */
  public static void write(ValuesExport export, Appendable out) throws IOException {
    begin(out, CsvDialect.STANDARD).write(export);
  }

  /** Writes the rows of an indicator, periods in their order, areas by code. */
  public void write(ValuesExport export) throws IOException {
    for (var period : export.periods()) {
      var origin = export.table().origin(period);
      var common = common(export, period, origin);
      List<AreaCode> codes = export.table().codes();
      List<Estimate> column = export.table().column(period);
      for (int row = 0; row < codes.size(); row++) {
        if (export.names().containsKey(codes.get(row))) {
          line(export, new Cell(codes.get(row), period, origin, column.get(row)), common);
        }
      }
    }
  }

  /** One value with its place. */
  record Cell(AreaCode code, ReferencePeriod period, Origin origin, Estimate estimate) {}

  /** Cells that are the same in all rows of a period; empty for the others. */
  private static List<String> common(ValuesExport export, ReferencePeriod period, Origin origin) {
    var nowhere =
        new Cell(new AreaCode("0"), period, origin, Estimate.missing(ObservationStatus.NO_ROW));
    var cells = new ArrayList<String>();
    for (var column : ValueColumn.ALL) {
      cells.add(column.isOfPeriod() ? column.cell().apply(export, nowhere) : "");
    }
    return cells;
  }

  private void line(ValuesExport export, Cell one, List<String> common) throws IOException {
    for (int i = 0; i < common.size(); i++) {
      var column = ValueColumn.ALL.get(i);
      String cell = column.isOfPeriod() ? common.get(i) : column.cell().apply(export, one);
      if (column.isNumber()) {
        lines.number(cell);
      } else {
        lines.text(cell);
      }
    }
    lines.end();
  }

  static String number(double value, ValuesExport export) {
    return CsvText.number(value, export.indicator().decimals());
  }
}
