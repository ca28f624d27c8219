package org.sozialradar.ingest.microdata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ArchiveCheck;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportIssues;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;
import org.sozialradar.ingest.table.MalformedCellException;
import org.sozialradar.survey.AreaLink;

/**
 * Finds areas by postcodes and a table with the columns {@code postcode}, {@code area} and, where a
 * postcode is used in several areas, {@code share}: which part of its people lives there. A
 * respondent counts for the area with the largest share.
 */
final class PostcodeArea implements AreaFinder {
  private static final String POSTCODE = "postcode";
  private static final String AREA = "area";
  private static final String SHARE = "share";
  private static final int DIGITS = 5;
  private static final List<String> ENDINGS = List.of("", ".csv", ".csv.gz", ".xlsx", ".xls");

  private final String column;
  private final Map<String, Main> mains;
  private long restored;
  private long split;

  /**
   * The main area of a postcode.
   *
   * @param area the area with the largest share
   * @param share its share
   * @param onlyOne whether it is the only area
   * @param tie whether another area has the same share
   */
  private record Main(AreaCode area, double share, boolean onlyOne, boolean tie) {
    Main with(AreaCode other, double otherShare) {
      if (otherShare == share) {
        return new Main(area, share, false, true);
      }
      return otherShare > share
          ? new Main(other, otherShare, false, false)
          : new Main(area, share, false, tie);
    }
  }

  private PostcodeArea(String column, Map<String, Main> mains) {
    this.column = column;
    this.mains = Map.copyOf(mains);
  }

  /**
   * A finder with its table.
   *
   * @param folders where the table is looked for
   * @param issues takes what is wrong with single rows of the table
   * @throws InputRejectedException if the table is missing or cannot be read
   */
  static PostcodeArea of(
      SurveyAreas areas,
      AreaLink.Postcode link,
      List<Path> folders,
      ImportLimits limits,
      ImportIssues issues) {
    var file = InputFile.of(table(link.crosswalk(), folders), limits);
    var keys = new KeyedArea(areas, AREA);
    var mains = new HashMap<String, Main>();
    var shares = new DecimalColumn();
    PlainTable.read(
        file,
        PostcodeArea::columns,
        issues,
        row -> {
          try {
            double share = row.columns().containsKey(SHARE) ? shares.read(row.cell(SHARE)) : 1;
            var area = keys.find(row);
            mains.merge(
                postcode(row.text(POSTCODE)),
                new Main(area, share, true, false),
                (one, other) -> one.area().equals(area) ? one : one.with(area, share));
          } catch (MalformedCellException e) {
            issues.add(fault(e, IssuePlace.ofRow(file.name(), row.number())));
          }
        });
    return new PostcodeArea(link.column(), mains);
  }

  private static ImportIssue fault(MalformedCellException e, IssuePlace place) {
    var reason = e.type().at(place, "", e.arguments()).text();
    return AreaIssues.POSTCODES_ROW.at(place, "", reason);
  }

  private static List<String> columns(List<String> headings, IssuePlace place) {
    for (var wanted : List.of(POSTCODE, AREA)) {
      if (!headings.contains(wanted)) {
        var reason =
            new LocalizedText(
                "die Spalte „" + wanted + "“ fehlt", "the column '" + wanted + "' is missing");
        throw new InputRejectedException(AreaIssues.POSTCODES_ROW.at(place, "", reason));
      }
    }
    return List.of(POSTCODE, AREA, SHARE);
  }

  private static Path table(String name, List<Path> folders) {
    return find(name, folders)
        .orElseThrow(() -> new InputRejectedException(AreaIssues.POSTCODES_MISSING.issue(name)));
  }

  /** The table of postcodes of a name. */
  static Optional<Path> find(String name, List<Path> folders) {
    return folders.stream()
        .filter(folder -> ArchiveCheck.isSafe(name))
        .flatMap(folder -> candidates(folder, name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static Stream<Path> candidates(Path folder, String name) {
    return ENDINGS.stream().map(ending -> folder.resolve(name + ending));
  }

  private static String postcode(String text) {
    return text.length() == DIGITS - 1 ? GermanKeys.restoreLeadingZeros(text, DIGITS) : text;
  }

  @Override
  public AreaCode find(AnswerRow row) throws MalformedCellException {
    String text = row.text(column);
    if (text.isEmpty()) {
      throw new MalformedCellException(AreaIssues.MISSING);
    }
    String postcode = postcode(text);
    restored += postcode.equals(text) ? 0 : 1;
    var main = mains.get(postcode);
    if (main == null) {
      throw new MalformedCellException(AreaIssues.POSTCODE_UNKNOWN);
    }
    if (main.tie()) {
      throw new MalformedCellException(AreaIssues.POSTCODE_AMBIGUOUS);
    }
    split += main.onlyOne() ? 0 : 1;
    return main.area();
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public void report(ImportIssues issues, IssuePlace file) {
    if (restored > 0) {
      issues.add(AreaIssues.ZEROS_RESTORED.at(file, "", restored));
    }
    if (split > 0) {
      issues.add(AreaIssues.POSTCODE_SPLIT.at(file, "", split));
    }
  }
}
