package org.sozialradar.ingest.table;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.ingest.TableDialect;

/** Joins the rows of a header, as the dialect declares them, into one text for each column. */
final class HeaderRows {
  private final TableDialect dialect;
  private final List<StringBuilder> texts = new ArrayList<>();

  HeaderRows(TableDialect dialect) {
    this.dialect = dialect;
  }

  /** Last row that belongs to the header or stands above it; 0 if the table has none. */
  int lastRow() {
    return dialect.header() ? dialect.headerRows().get(dialect.headerRows().size() - 1) : 0;
  }

  /** Takes a row at or above {@link #lastRow()}. */
  void add(TableRow row) {
    if (!dialect.headerRows().contains((int) row.number())) {
      return;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (i == texts.size()) {
        texts.add(new StringBuilder());
      }
      append(texts.get(i), row.cell(i).text().replaceAll("\\s+", " "));
    }
  }

  private void append(StringBuilder text, String more) {
    if (!more.isEmpty()) {
      text.append(text.isEmpty() ? "" : dialect.headerJoin()).append(more);
    }
  }

  /** Texts by position; empty if the table has no header. */
  List<String> texts() {
    return texts.stream().map(StringBuilder::toString).toList();
  }
}
