package org.sozialradar.ingest.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.sozialradar.ingest.TableDialect;

/** Turns the records of a workbook into the rows of the wanted sheet. */
final class XlsRecords implements HSSFListener {
  private static final String ERROR = "#ERROR";

  private final TableDialect dialect;
  private final RowSink sink;
  private final List<String> sheetNames = new ArrayList<>();
  private final List<TableCell> cells = new ArrayList<>();
  private SSTRecord texts = new SSTRecord();
  private int sheet = -1;
  private int row = -1;
  private int formulaColumn = -1;
  private Optional<RuntimeException> failureOfSink = Optional.empty();

  XlsRecords(TableDialect dialect, RowSink sink) {
    this.dialect = dialect;
    this.sink = sink;
  }

  @Override
  public void processRecord(Record next) {
    if (next instanceof BoundSheetRecord bound) {
      sheetNames.add(bound.getSheetname());
    } else if (next instanceof SSTRecord all) {
      texts = all;
    } else if (next instanceof BOFRecord begin && begin.getType() == BOFRecord.TYPE_WORKSHEET) {
      end();
      sheet++;
    } else if (isWanted(sheet)) {
      cell(next);
    }
  }

  private boolean isWanted(int number) {
    if (number < 0) {
      return false;
    }
    return dialect.sheetName().isEmpty()
        ? number == dialect.sheetNumber() - 1
        : number < sheetNames.size() && sheetNames.get(number).equals(dialect.sheetName());
  }

  private void cell(Record next) {
    if (next instanceof StringRecord result && formulaColumn >= 0) {
      put(row, formulaColumn, new TableCell.Text(result.getString()));
    } else if (next instanceof CellValueRecordInterface place) {
      formulaColumn = -1;
      put(place.getRow(), place.getColumn(), valueOf(next));
    }
  }

  private TableCell valueOf(Record next) {
    if (next instanceof LabelSSTRecord label) {
      return new TableCell.Text(texts.getString(label.getSSTIndex()).getString());
    }
    if (next instanceof LabelRecord label) {
      return new TableCell.Text(label.getValue());
    }
    if (next instanceof NumberRecord number) {
      return numeric(number.getValue());
    }
    if (next instanceof FormulaRecord formula) {
      return result(formula);
    }
    if (next instanceof BoolErrRecord odd) {
      return new TableCell.Text(odd.isError() ? ERROR : String.valueOf(odd.getBooleanValue()));
    }
    return TableCell.Text.EMPTY;
  }

  private TableCell result(FormulaRecord formula) {
    if (formula.hasCachedResultString()) {
      formulaColumn = formula.getColumn();
      return TableCell.Text.EMPTY;
    }
    // of a result that is no number the library would answer the number 0
    return switch (formula.getCachedResultTypeEnum()) {
      case NUMERIC -> numeric(formula.getValue());
      case STRING -> TableCell.Text.EMPTY;
      case BOOLEAN -> new TableCell.Text(String.valueOf(formula.getCachedBooleanValue()));
      default -> new TableCell.Text(ERROR);
    };
  }

  private static TableCell numeric(double value) {
    return Double.isFinite(value)
        ? new TableCell.Numeric(BigDecimal.valueOf(value))
        : new TableCell.Text(ERROR);
  }

  private void put(int cellRow, int column, TableCell cell) {
    if (cellRow != row) {
      end();
      row = cellRow;
    }
    while (cells.size() <= column) {
      cells.add(TableCell.Text.EMPTY);
    }
    cells.set(column, cell);
  }

  /** Passes on the row at hand. */
  void end() {
    if (!cells.isEmpty()) {
      var complete = new TableRow(row(), cells, false);
      cells.clear();
      passOn(complete);
    }
    row = -1;
  }

  private void passOn(TableRow complete) {
    try {
      sink.accept(complete);
    } catch (RuntimeException e) {
      failureOfSink = Optional.of(e);
      throw e;
    }
  }

  /** Whether an exception came from the one who takes the rows, not from the file. */
  boolean isFailureOfSink(RuntimeException e) {
    return failureOfSink.isPresent() && failureOfSink.get() == e;
  }

  /** Row at hand, from 1; 0 before the first. */
  long row() {
    return row + 1L;
  }

  boolean foundSheet() {
    return wantedSheet() >= 0;
  }

  String sheetName() {
    return sheetNames.get(wantedSheet());
  }

  private int wantedSheet() {
    for (int i = 0; i < sheetNames.size(); i++) {
      if (isWanted(i)) {
        return i;
      }
    }
    return -1;
  }
}
