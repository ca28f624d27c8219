package org.sozialradar.export;

import java.io.IOException;
import java.util.List;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Writes published values as CSV (UTF-8, commas, decimal points, a header): a row for each area and
 * period, which says of itself where it comes from and whether it was invented.
 *
 * <p>Values have the digits that their precision carries, as everywhere else. Missing values are
 * empty; their reason is the status. Stateless and safe for use by many threads.
 */
public final class CsvExport {
  /** The media type of what is written. */
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

  private CsvExport() {}

  /** Writes header and rows, periods in their order, areas by code. */
  public static void write(ValuesExport export, Appendable out) throws IOException {
    line(ValueColumn.names(), out);
    for (var period : export.periods()) {
      var origin = export.table().origin(period);
      List<AreaCode> codes = export.table().codes();
      List<Estimate> column = export.table().column(period);
      for (int row = 0; row < codes.size(); row++) {
        var cell = new Cell(codes.get(row), period, origin, column.get(row));
        line(ValueColumn.texts(export, cell), out);
      }
    }
  }

  /** One value with its place. */
  record Cell(
      AreaCode code,
      ReferencePeriod period,
      org.sozialradar.indicator.Origin origin,
      Estimate estimate) {}

  static String number(double value, ValuesExport export) {
    return CsvText.number(value, export.indicator().decimals());
  }

  private static void line(List<String> cells, Appendable out) throws IOException {
    out.append(String.join(",", cells)).append("\r\n");
  }
}
