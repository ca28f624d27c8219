package org.sozialradar.ingest.microdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.ManifestResource;
import org.sozialradar.ingest.ResourceSettings;
import org.sozialradar.ingest.table.RowSink;
import org.sozialradar.ingest.table.TableReader;
import org.sozialradar.ingest.table.TableRow;

/**
 * Reads a table with a heading for each column, in its first row that is not blank, without a
 * manifest: encoding and delimiter are detected. Issues name rows and columns, never content.
 */
final class PlainTable implements RowSink {
  /** What a reader of tables wants to know of a table; here nothing is declared. */
  private record Undeclared() implements ResourceSettings {}

  private static final Set<String> MESSAGES_WITH_CONTENT =
      Set.of("table-unreadable", "file-unreadable");

  private final InputFile file;
  private final HeaderCheck check;
  private final ImportIssues issues;
  private final Consumer<AnswerRow> rows;
  private Map<String, Integer> columns = Map.of();
  private int width = -1;

  /** Judges the headings of a table, before any row of it is read. */
  @FunctionalInterface
  interface HeaderCheck {
    /**
     * Looks at the headings.
     *
     * @param headings texts by position; empty where a column has none
     * @param place the header
     * @return the headings that rows will be asked for
     * @throws InputRejectedException if the table is of no use
     */
    Collection<String> accept(List<String> headings, IssuePlace place);
  }

  private PlainTable(
      InputFile file, HeaderCheck check, ImportIssues issues, Consumer<AnswerRow> rows) {
    this.file = file;
    this.check = check;
    this.issues = issues;
    this.rows = rows;
  }

  /**
   * Reads a table.
   *
   * @param check judges the header
   * @param issues takes rows of a wrong width; such rows are not passed on
   * @param rows takes the rows that are not blank
   * @return how the file was read
   * @throws InputRejectedException if it cannot be read or has no header
   */
  static LocalizedText read(
      InputFile file, HeaderCheck check, ImportIssues issues, Consumer<AnswerRow> rows) {
    var table = new PlainTable(file, check, issues, rows);
    var format = table.readAll();
    if (table.width < 0) {
      throw new InputRejectedException(SurveyIssues.EMPTY.at(IssuePlace.ofFile(file.name()), ""));
    }
    return format;
  }

  private LocalizedText readAll() {
    var nothing =
        new ManifestResource("answers", "answers", null, null, null, null, new Undeclared());
    try {
      return TableReader.read(file, nothing, this);
    } catch (InputRejectedException e) {
      throw withoutContent(e);
    }
  }

  /** What a library says of a damaged file may quote it. */
  private InputRejectedException withoutContent(InputRejectedException e) {
    return MESSAGES_WITH_CONTENT.contains(e.issue().code())
        ? new InputRejectedException(
            SurveyIssues.UNREADABLE.at(IssuePlace.ofRow(file.name(), e.issue().row()), ""))
        : e;
  }

  @Override
  public void accept(TableRow row) {
    if (row.isBlank()) {
      return;
    }
    if (width < 0) {
      header(row);
    } else if (row.delimited() && row.cells().size() != width) {
      var place = IssuePlace.ofRow(file.name(), row.number());
      issues.add(SurveyIssues.ROW_WIDTH.at(place, "", row.cells().size(), width));
    } else {
      rows.accept(new AnswerRow(row, columns));
    }
  }

  private void header(TableRow row) {
    var headings = new ArrayList<String>();
    row.cells().forEach(cell -> headings.add(cell.text().replaceAll("\\s+", " ")));
    var place = IssuePlace.ofRow(file.name(), row.number());
    var positions = new TreeMap<String, Integer>();
    for (var wanted : new LinkedHashSet<>(check.accept(headings, place))) {
      int first = headings.indexOf(wanted);
      if (first != headings.lastIndexOf(wanted)) {
        throw new InputRejectedException(SurveyIssues.COLUMN_TWICE.at(place, "", wanted));
      }
      if (first >= 0) {
        positions.put(wanted, first);
      }
    }
    columns = positions;
    width = headings.size();
  }
}
