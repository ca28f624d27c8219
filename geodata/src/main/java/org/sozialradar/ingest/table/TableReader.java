package org.sozialradar.ingest.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.ManifestResource;

/** Reads a table row by row, whatever its format; the bytes decide which it is. */
public final class TableReader {
  private static final String ZIP = "504b0304";
  private static final String OLE2 = "d0cf11e0";

  private TableReader() {}

  /**
   * Reads all rows, the header among them.
   *
   * @param file CSV (also gzipped), XLSX or XLS
   * @param resource declares encoding and dialect; what it leaves open is detected
   * @param sink takes the rows in their order
   * @return how the file was read, for the report
   * @throws InputRejectedException if the file cannot be read or is beyond the limits
   */
  public static LocalizedText read(InputFile file, ManifestResource resource, RowSink sink) {
    var bounded = bounded(file, sink);
    return switch (firstBytes(file)) {
      case ZIP -> XlsxTable.read(file, resource.dialect(), bounded);
      case OLE2 -> XlsTable.read(file, resource.dialect(), bounded);
      default -> CsvTable.read(file, resource, bounded);
    };
  }

  private static String firstBytes(InputFile file) {
    try (InputStream in = file.open()) {
      return HexFormat.of().formatHex(in.readNBytes(4));
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private static RowSink bounded(InputFile file, RowSink sink) {
    var limits = file.limits();
    return row -> {
      if (row.number() > limits.rows()) {
        throw new InputRejectedException(
            TableIssues.TOO_MANY_ROWS.at(
                IssuePlace.ofRow(file.name(), row.number()), "", limits.rows()));
      }
      if (row.cells().size() > limits.columns()) {
        throw new InputRejectedException(
            TableIssues.TOO_MANY_COLUMNS.at(
                IssuePlace.ofRow(file.name(), row.number()), "", limits.columns()));
      }
      for (var cell : row.cells()) {
        if (cell.text().length() > limits.cellCharacters()) {
          throw tooLong(file, row.number());
        }
      }
      sink.accept(row);
    };
  }

  static InputRejectedException tooLong(InputFile file, long row) {
    return new InputRejectedException(
        TableIssues.CELL_TOO_LONG.at(
            IssuePlace.ofRow(file.name(), row), "", file.limits().cellCharacters()));
  }

  static InputRejectedException unreadable(InputFile file, long row, Exception cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new InputRejectedException(
        TableIssues.UNREADABLE.at(IssuePlace.ofRow(file.name(), row), "", reason), cause);
  }
}
