package org.sozialradar.ingest.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ArchiveCheck;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.TableDialect;

/** Reads a sheet of an XLSX workbook as a stream; of formulas the stored results. */
final class XlsxTable {
  private XlsxTable() {}

  static LocalizedText read(InputFile file, TableDialect dialect, RowSink sink) {
    ArchiveCheck.check(file);
    SheetReferences.check(file);
    try (var workbook = new ReadableWorkbook(file.path().toFile())) {
      var sheet = sheet(workbook, dialect, file);
      try (var rows = sheet.openStream()) {
        passOn(rows.iterator(), file, sink);
      }
      return LocalizedText.same("XLSX, " + sheet.getName());
    } catch (IOException | UncheckedIOException | ExcelReaderException e) {
      throw TableReader.unreadable(file, 0, e);
    }
  }

  private static void passOn(Iterator<Row> rows, InputFile file, RowSink sink) {
    long number = 0;
    for (var row = next(rows, file, number); row.isPresent(); row = next(rows, file, number)) {
      number = row.get().number();
      sink.accept(row.get());
    }
  }

  private static Optional<TableRow> next(Iterator<Row> rows, InputFile file, long last) {
    try {
      return rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty();
    } catch (RuntimeException e) {
      // the library answers broken sheets with many kinds of runtime exceptions
      throw TableReader.unreadable(file, last + 1, e);
    }
  }

  private static Sheet sheet(ReadableWorkbook workbook, TableDialect dialect, InputFile file) {
    var found =
        dialect.sheetName().isEmpty()
            ? workbook.getSheet(dialect.sheetNumber() - 1)
            : workbook.findSheet(dialect.sheetName());
    return found.orElseThrow(() -> noSheet(file, dialect));
  }

  static InputRejectedException noSheet(InputFile file, TableDialect dialect) {
    String wanted =
        dialect.sheetName().isEmpty() ? String.valueOf(dialect.sheetNumber()) : dialect.sheetName();
    return new InputRejectedException(
        TableIssues.NO_SHEET.at(IssuePlace.ofFile(file.name()), wanted, wanted));
  }

  private static TableRow row(Row row) {
    var cells = new ArrayList<TableCell>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(row.getOptionalCell(i).map(XlsxTable::cell).orElse(TableCell.Text.EMPTY));
    }
    return new TableRow(row.getRowNum(), cells, false);
  }

  private static TableCell cell(Cell cell) {
    if (cell.getValue() instanceof BigDecimal number) {
      return new TableCell.Numeric(number);
    }
    if (cell.getType() == CellType.ERROR) {
      return new TableCell.Text(cell.getRawValue() == null ? "#ERROR" : cell.getRawValue());
    }
    if (cell.getValue() != null) {
      return new TableCell.Text(cell.getValue().toString());
    }
    // a formula whose result the file does not hold is no empty cell
    return cell.getFormula() == null
        ? TableCell.Text.EMPTY
        : new TableCell.Text("=" + cell.getFormula());
  }
}
