package org.sozialradar.ingest.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import org.sozialradar.ingest.TableDialect;

/**
 * Finds the delimiter of a CSV file: among comma, semicolon, tab and bar the one that gives the
 * most rows of the same number of columns, at least two. A file of one column has none; then comma.
 */
final class DelimiterDetection {
  private static final String CANDIDATES = ";,\t|";
  private static final int ROWS = 50;

  private DelimiterDetection() {}

  /**
   * The delimiter.
   *
   * @param start the first characters of the file; its last row may be cut
   */
  static char delimiterOf(String start, TableDialect dialect) {
    char best = ',';
    long bestScore = 0;
    for (int i = 0; i < CANDIDATES.length(); i++) {
      char candidate = CANDIDATES.charAt(i);
      long score = score(start, dialect, candidate);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /** Cells in the rows that have the most frequent number of columns. */
  private static long score(String start, TableDialect dialect, char candidate) {
    var rowsOfWidth = new HashMap<Integer, Integer>();
    for (int width : widths(start, dialect, candidate)) {
      rowsOfWidth.merge(width, 1, Integer::sum);
    }
    return rowsOfWidth.entrySet().stream()
        .filter(entry -> entry.getKey() > 1)
        .mapToLong(entry -> (long) entry.getValue() * 1000 + entry.getKey())
        .max()
        .orElse(0);
  }

  private static Iterable<Integer> widths(String start, TableDialect dialect, char candidate) {
    var widths = new ArrayList<Integer>();
    try (var parser = CsvTable.parser(start, CsvTable.format(dialect, candidate))) {
      for (var records = parser.iterator(); widths.size() < ROWS && records.hasNext(); ) {
        widths.add(records.next().size());
      }
    } catch (IOException | UncheckedIOException e) {
      // with a wrong delimiter quotes stand in odd places; what was read before still counts
      return widths;
    }
    return widths;
  }
}
