package org.sozialradar.ingest.network;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.GermanKeys;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.HeaderedTable;
import org.sozialradar.ingest.table.NamedRow;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.MilestoneDate;

/** Imports milestones. "Known by" and "happened" are kept apart: a row must say which it is. */
public final class MilestoneImporter implements ResourceImporter<MilestoneSettings> {
  static final IssueType UNKNOWN_AREA =
      IssueType.error(
          "unknown-key",
          "Den Schlüssel %s gibt es in der Ausgabe %s (Ebene %s) nicht.",
          "The key %s does not exist in the edition %s (level %s).");
  static final IssueType KIND_MALFORMED =
      IssueType.error(
          "milestone-kind-malformed",
          "Die Art besteht aus Kleinbuchstaben, Ziffern und Unterstrich.",
          "The kind consists of lower-case letters, digits and underscores.");
  static final IssueType DATE_MALFORMED =
      IssueType.error(
          "date-malformed",
          "Die Zelle ist kein Jahr, Monat oder Tag (JJJJ, JJJJ-MM, JJJJ-MM-TT).",
          "The cell is no year, month or day (YYYY, YYYY-MM, YYYY-MM-DD).");
  static final IssueType MEANING_MALFORMED =
      IssueType.error(
          "date-meaning-malformed",
          "Was das Datum bedeutet, muss happened oder known_by sein.",
          "What the date means must be happened or known_by.");

  @Override
  public String kind() {
    return "milestones";
  }

  @Override
  public Class<MilestoneSettings> settingsType() {
    return MilestoneSettings.class;
  }

  @Override
  public void read(ResourceInput<MilestoneSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    var names = settings.columns();
    var known = batch.listCodes(settings.edition(), settings.level());
    var headers =
        List.of(
            names.code(),
            names.name(),
            names.kind(),
            names.date(),
            names.means(),
            names.note(),
            names.source());
    HeaderedTable.read(input, headers, row -> put(row, input, known, batch));
  }

  private static void put(
      NamedRow row,
      ResourceInput<MilestoneSettings> input,
      SortedSet<AreaCode> known,
      BatchBuilder batch) {
    var settings = input.settings();
    var names = settings.columns();
    String code = GermanKeys.restoreLeadingZeros(row.text(names.code()), GermanKeys.AGS_LENGTH);
    if (!isKnown(code, known)) {
      var type = UNKNOWN_AREA;
      leaveOut(input, row, names.code(), type, code, settings.edition(), settings.level());
    } else if (!row.text(names.kind()).matches("[a-z][a-z0-9_]{0,59}")) {
      leaveOut(input, row, names.kind(), KIND_MALFORMED);
    } else if (!isMeaning(row.text(names.means()))) {
      leaveOut(input, row, names.means(), MEANING_MALFORMED);
    } else if (!NetworkDates.isDate(row.text(names.date()))) {
      leaveOut(input, row, names.date(), DATE_MALFORMED);
    } else {
      batch.addMilestones(List.of(milestone(row, names, code, batch.datasetId())));
      input.tally().add(Count.ROWS_STORED);
      input.tally().add(Count.MILESTONES_STORED);
    }
  }

  private static boolean isKnown(String code, SortedSet<AreaCode> known) {
    return GermanKeys.isAgs(code) && known.contains(new AreaCode(code));
  }

  private static boolean isMeaning(String text) {
    return text.equals("happened") || text.equals("known_by");
  }

  private static Milestone milestone(
      NamedRow row, MilestoneSettings.Headers names, String code, String datasetId) {
    var means = MilestoneDate.Means.valueOf(row.text(names.means()).toUpperCase(Locale.ROOT));
    return new Milestone(
        new AreaCode(code),
        row.text(names.name()),
        row.text(names.kind()),
        new MilestoneDate(row.text(names.date()), means),
        row.text(names.note()),
        row.text(names.source()),
        datasetId);
  }

  private static void leaveOut(
      ResourceInput<?> input, NamedRow row, String column, IssueType type, Object... arguments) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    input.issues().add(type.at(input.place(row.number(), column), row.text(column), arguments));
  }
}
