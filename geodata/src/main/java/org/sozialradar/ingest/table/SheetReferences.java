package org.sozialradar.ingest.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipFile;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * Checks that the cells of an XLSX workbook name columns that a spreadsheet can have: the reader of
 * sheets makes room for all columns up to the named one, so that one made-up reference could take
 * all memory.
 */
final class SheetReferences {
  private static final String START = " r=\"";
  private static final int MOST_LETTERS = 3;

  private SheetReferences() {}

  static void check(InputFile file) {
    try (var zip = new ZipFile(file.path().toFile())) {
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        var entry = entries.nextElement();
        if (entry.getName().startsWith("xl/worksheets/")) {
          try (InputStream in = new BufferedInputStream(zip.getInputStream(entry), 1 << 16)) {
            requireShort(in, file);
          }
        }
      }
    } catch (IOException e) {
      throw TableReader.unreadable(file, 0, e);
    }
  }

  private static void requireShort(InputStream in, InputFile file) throws IOException {
    int matched = 0;
    int letters = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (matched < START.length()) {
        matched = next == START.charAt(matched) ? matched + 1 : next == ' ' ? 1 : 0;
        letters = 0;
      } else if (isLetter(next)) {
        letters++;
        if (letters > MOST_LETTERS) {
          int most = file.limits().columns();
          throw new InputRejectedException(
              TableIssues.TOO_MANY_COLUMNS.at(IssuePlace.ofFile(file.name()), "", most));
        }
      } else {
        matched = 0;
      }
    }
  }

  private static boolean isLetter(int next) {
    return (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z') || next == '$';
  }
}
