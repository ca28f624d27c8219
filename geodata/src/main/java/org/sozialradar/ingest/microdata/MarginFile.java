package org.sozialradar.ingest.microdata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.table.MalformedCellException;

/**
 * Reads tables of known totals with the columns {@code margin}, {@code category} and {@code total}.
 * The rows of one name are one margin.
 *
 * <p>A margin is named after an item, a level or a column of the file of answers, or several of
 * them with {@code *} between; its categories then have as many parts.
 */
final class MarginFile {
  private static final String MARGIN = "margin";
  private static final String CATEGORY = "category";
  private static final String TOTAL = "total";
  private static final int MOST_CATEGORIES = 100_000;

  private final InputFile file;
  private final ImportIssues issues;
  private final Map<String, Map<String, Double>> margins;
  private final DecimalColumn totals = new DecimalColumn();

  private MarginFile(
      InputFile file, Map<String, Map<String, Double>> margins, ImportIssues issues) {
    this.file = file;
    this.margins = margins;
    this.issues = issues;
  }

  /**
   * Reads tables.
   *
   * @param issues takes what is wrong with rows
   * @return for each margin the totals by category, both in the order of the tables
   * @throws InputRejectedException if a table cannot be read
   */
  static Map<String, Map<String, Double>> read(List<InputFile> files, ImportIssues issues) {
    var margins = new LinkedHashMap<String, Map<String, Double>>();
    for (var file : files) {
      var reading = new MarginFile(file, margins, issues);
      PlainTable.read(file, MarginFile::columns, issues, reading::add);
    }
    return margins;
  }

  private static Set<String> columns(List<String> headings, IssuePlace place) {
    for (var wanted : List.of(MARGIN, CATEGORY, TOTAL)) {
      if (!headings.contains(wanted)) {
        throw new InputRejectedException(MarginIssues.COLUMN.at(place, "", wanted));
      }
    }
    return Set.of(MARGIN, CATEGORY, TOTAL);
  }

  private void add(AnswerRow row) {
    try {
      double total = totals.read(row.cell(TOTAL));
      var margin = MarginParts.split(row.text(MARGIN));
      var category = MarginParts.split(row.text(CATEGORY));
      if (margin.size() != category.size() || margin.contains("") || category.contains("")) {
        fault(
            row,
            CATEGORY,
            "die Gruppe hat nicht so viele Teile wie der Name",
            "the category has not as many parts as the name");
      } else {
        put(row, MarginParts.join(margin), MarginParts.join(category), total);
      }
    } catch (MalformedCellException e) {
      var reason = e.type().issue(e.arguments()).text();
      fault(row, TOTAL, reason.de(), reason.en());
    }
  }

  private void put(AnswerRow row, String margin, String category, double total) {
    var categories = margins.computeIfAbsent(margin, name -> new LinkedHashMap<>());
    if (total < 0) {
      fault(row, TOTAL, "die Summe ist negativ", "the total is negative");
    } else if (categories.putIfAbsent(category, total) != null) {
      fault(row, CATEGORY, "die Gruppe steht zweimal da", "the category is there twice");
    } else if (categories.size() > MOST_CATEGORIES) {
      var reason = new LocalizedText("zu viele Gruppen", "too many categories");
      throw new InputRejectedException(MarginIssues.ROW.at(place(row, CATEGORY), "", reason));
    }
  }

  private void fault(AnswerRow row, String column, String de, String en) {
    issues.add(MarginIssues.ROW.at(place(row, column), "", new LocalizedText(de, en)));
  }

  private IssuePlace place(AnswerRow row, String column) {
    return new IssuePlace(file.name(), row.number(), column);
  }
}
