package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.boundary.AttributeSettings.UnknownKeys;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Imports tables of attributes without boundaries (kind {@code area-attributes}). */
public final class AttributeImporter implements ResourceImporter<AttributeSettings> {
  private static final int NAMED = 10;

  @Override
  public String kind() {
    return "area-attributes";
  }

  @Override
  public Class<AttributeSettings> settingsType() {
    return AttributeSettings.class;
  }

  @Override
  public void read(ResourceInput<AttributeSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    Editions.put(
        batch, settings.edition(), settings.validFrom(), settings.editionTitle(), input.place());
    var rows = rows(input);
    if (input.issues().hasErrors()) {
      return;
    }
    var areas = joined(input, rows, batch);
    if (areas.isEmpty()) {
      throw new InputRejectedException(BoundaryIssues.NO_AREAS.at(input.place(), ""));
    }
    var level = Editions.level(batch, settings.level(), input.place());
    var pyramid = batch.listCoverages(settings.edition(), settings.level());
    var datasets = batch.listAreaDatasets(settings.edition(), settings.level());
    batch.putAreas(new AreaSet(settings.edition(), level, areas, pyramid, datasets));
    count(input, areas);
    derive(input, batch, areas);
  }

  /** The rows in scope by key; a key that stands twice is an error. */
  private static Map<AreaCode, AttributeRow> rows(ResourceInput<AttributeSettings> input) {
    var columns = input.settings().columns();
    var wanted = new ArrayList<>(List.of(columns.key(), columns.ars(), columns.name()));
    wanted.add(columns.designation());
    wanted.addAll(columns.attributes());
    wanted.addAll(columns.ancestors().values());
    var reader = new KeyedRecord.Reader(input, columns);
    var rows = new TreeMap<AreaCode, AttributeRow>();
    for (var line : TableLine.read(input, wanted)) {
      reader
          .find(new KeyedRecord.Source(line.number(), line.cells()))
          .ifPresent(keyed -> add(new AttributeRow(keyed, line), rows, input));
    }
    reader.noteRestored();
    return rows;
  }

  private static void add(
      AttributeRow row, Map<AreaCode, AttributeRow> rows, ResourceInput<AttributeSettings> input) {
    var code = row.keyed().code();
    if (!code.value().startsWith(input.settings().scope())) {
      input.tally().add(Count.ROWS_OUT_OF_SCOPE);
      return;
    }
    var first = rows.putIfAbsent(code, row);
    if (first != null) {
      String name = input.settings().name();
      var place = input.place(row.line().number(), input.settings().key());
      Object[] arguments = {
        code, first.line().number(), first.text(name), row.line().number(), row.text(name)
      };
      input.issues().add(AttributeIssues.ROW_TWICE.at(place, code.value(), arguments));
    }
  }

  private static List<Area> joined(
      ResourceInput<AttributeSettings> input,
      Map<AreaCode, AttributeRow> rows,
      BatchBuilder batch) {
    var settings = input.settings();
    var known = batch.listAreas(settings.edition(), settings.level());
    var joined = new TreeMap<AreaCode, Area>();
    for (var area : known) {
      var row = rows.get(area.code());
      joined.put(area.code(), row == null ? area : row.joinedTo(area, settings.columns()));
    }
    boolean adding =
        settings.keysWithoutGeometry() == UnknownKeys.ADD
            || (settings.keysWithoutGeometry() == UnknownKeys.ADD_IF_NEW && known.isEmpty());
    rows.forEach(
        (code, row) -> {
          if (joined.containsKey(code)) {
            input.tally().add(Count.ROWS_STORED);
          } else if (adding) {
            input.tally().add(Count.ROWS_STORED);
            row.findArea(input).ifPresent(area -> joined.put(code, area));
          } else {
            reportUnmatched(input, row);
          }
        });
    reportWithoutRow(input, known, rows);
    return List.copyOf(joined.values());
  }

  private static void reportUnmatched(ResourceInput<AttributeSettings> input, AttributeRow row) {
    var settings = input.settings();
    var code = row.keyed().code();
    input.tally().add(Count.KEYS_UNKNOWN);
    input.tally().add(Count.ROWS_LEFT_OUT);
    var place = input.place(row.line().number(), settings.key());
    Object[] arguments = {settings.edition(), code, row.text(settings.name())};
    input.issues().add(AttributeIssues.UNMATCHED.at(place, code.value(), arguments));
  }

  private static void reportWithoutRow(
      ResourceInput<AttributeSettings> input, List<Area> known, Map<AreaCode, AttributeRow> rows) {
    var without =
        known.stream()
            .filter(area -> area.code().value().startsWith(input.settings().scope()))
            .filter(area -> !rows.containsKey(area.code()))
            .toList();
    if (!without.isEmpty()) {
      String names =
          without.stream()
              .limit(NAMED)
              .map(area -> area.code() + " (" + area.name() + ")")
              .collect(Collectors.joining(", "));
      Object[] arguments = {
        without.size(), input.settings().edition(), without.size() > NAMED ? names + ", …" : names
      };
      input.issues().add(AttributeIssues.WITHOUT_ROW.at(input.place(), "", arguments));
    }
  }

  private static void count(ResourceInput<AttributeSettings> input, List<Area> areas) {
    var tally = input.tally();
    tally.add(Count.AREAS_STORED, areas.size());
    long keysOnly = areas.stream().filter(area -> !area.hasGeometry()).count();
    tally.add(Count.AREAS_WITHOUT_GEOMETRY, keysOnly);
    tally.add(
        Count.AREAS_UNINHABITED, areas.stream().filter(BoundaryImporter::isUninhabited).count());
  }

  private static void derive(
      ResourceInput<AttributeSettings> input, BatchBuilder batch, List<Area> areas) {
    var derivation = new LevelDerivation(batch, input.issues(), input.place());
    for (var id : input.settings().deriveLevels()) {
      var coarser = Editions.level(batch, id, input.place());
      int number = derivation.derive(input.settings().edition(), areas, coarser);
      input.tally().add(Count.AREAS_DERIVED, number);
    }
  }

  @Override
  public void finish(ResourceInput<AttributeSettings> input, BatchBuilder batch) {
    Pyramids.complete(batch, input.progress());
  }
}
