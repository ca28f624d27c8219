package org.sozialradar.ingest.table;

import java.util.List;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;

/** Imports tables of indicators. */
public final class IndicatorImporter implements ResourceImporter<IndicatorSettings> {
  static final IssueType AREAS_WITHOUT_VALUE =
      IssueType.note(
          "areas-without-value",
          "%s Gebiete der Ausgabe %s (Ebene %s) haben in der Tabelle keine Zeile: %s",
          "%s areas of the edition %s (level %s) have no row in the table: %s");
  static final IssueType ZEROS_RESTORED =
      IssueType.note(
          "zeros-restored",
          "Bei %s Schlüsseln wurden führende Nullen nach der Länge ergänzt.",
          "Leading zeros of %s keys were restored by length.");
  static final IssueType EDITION_UNKNOWN =
      IssueType.error(
          "edition-unknown",
          "Die Ausgabe „%s“ der Grenzen gibt es nicht (vorhanden: %s); zuerst ihre Grenzen oder"
              + " Schlüssel einlesen.",
          "There is no edition '%s' of boundaries (there are: %s); import its boundaries or keys"
              + " first.");
  static final IssueType LEVEL_EMPTY =
      IssueType.error(
          "level-empty",
          "Die Ausgabe „%s“ hat keine Gebiete der Ebene „%s“.",
          "The edition '%s' has no areas of the level '%s'.");
  private static final int NAMED = 10;

  @Override
  public String kind() {
    return "indicators";
  }

  @Override
  public Class<IndicatorSettings> settingsType() {
    return IndicatorSettings.class;
  }

  @Override
  public void read(ResourceInput<IndicatorSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    if (batch.findEdition(settings.edition()).isEmpty()) {
      throw new InputRejectedException(
          EDITION_UNKNOWN.at(
              input.place(), settings.edition(), settings.edition(), idsOf(batch.listEditions())));
    }
    var known = batch.listCodes(settings.edition(), settings.level());
    if (known.isEmpty()) {
      throw new InputRejectedException(
          LEVEL_EMPTY.at(input.place(), settings.level(), settings.edition(), settings.level()));
    }
    var rows = new IndicatorRows(input, batch, known);
    var format = TableReader.read(input.file(), input.resource(), rows);
    input.issues().add(TableIssues.FORMAT.at(input.place(), "", format));
    report(input, rows.end());
  }

  private static String idsOf(List<BoundaryVersion> editions) {
    return editions.isEmpty()
        ? "–"
        : editions.stream().map(BoundaryVersion::id).collect(Collectors.joining(", "));
  }

  private static void report(ResourceInput<IndicatorSettings> input, List<AreaCode> without) {
    long restored = input.tally().get(Count.CODES_RESTORED);
    if (restored > 0) {
      input.issues().add(ZEROS_RESTORED.at(input.place(), "", restored));
    }
    input.tally().add(Count.AREAS_WITHOUT_VALUE, without.size());
    if (!without.isEmpty()) {
      var first = without.stream().limit(NAMED).map(Object::toString).toList();
      String names = String.join(", ", first) + (without.size() > NAMED ? ", …" : "");
      var settings = input.settings();
      List<Object> arguments = List.of(without.size(), settings.edition(), settings.level(), names);
      input.issues().add(AREAS_WITHOUT_VALUE.at(input.place(), "", arguments.toArray()));
    }
  }
}
