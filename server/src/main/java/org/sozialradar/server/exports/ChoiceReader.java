package org.sozialradar.server.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.features.AreaCollection;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FilterParameter;
import org.sozialradar.server.features.LayerCollection;
import org.sozialradar.server.features.ValueColumns;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/** Reads what parameters choose, and says of what they cannot choose what there is instead. */
final class ChoiceReader {
  /** A table has at most seven columns for each; databases take 2000 columns. */
  private static final int MOST_COLUMNS = 250;

  private static final List<String> FORMS = List.of("package", "file");

  private final Snapshot snapshot;
  private final Query query;
  private final Language language;
  private final ExportFormat format;

  ChoiceReader(Snapshot snapshot, Query query) {
    this.snapshot = snapshot;
    this.query = query;
    language =
        query
            .findOneOf("lang", List.of("de", "en"))
            .flatMap(Language::find)
            .orElse(query.language());
    String id = query.get("format");
    format =
        ExportFormat.find(id)
            .orElseThrow(
                () ->
                    refused(
                        "format", "unknown-format", id, list(ExportFormat.all(), one -> one.id())));
  }

  ExportChoice read() {
    var filter = FilterParameter.of(query);
    var system = system();
    var dialect = dialect();
    var layer = query.find("level").flatMap(snapshot::findContextLayer);
    var values = layer.isPresent() ? Optional.<ChosenValues>empty() : Optional.of(values());
    boolean shapes = filter.text().isPresent();
    FeatureCollection collection =
        layer
            .<FeatureCollection>map(index -> new LayerCollection(snapshot, index))
            .orElseGet(() -> collection(values.orElseThrow(), shapes));
    layer.ifPresent(index -> requireFitForLayer(index.layer().id()));
    return new ExportChoice(
        snapshot,
        format,
        query.findOneOf("form", FORMS).map(FORMS.get(0)::equals).orElse(true),
        collection,
        values,
        values.map(this::within).orElse(""),
        filter.read(collection),
        filter.text().orElse(""),
        system,
        dialect,
        language,
        query.baseUrl(),
        Optional.empty());
  }

  private AreaCollection collection(ChosenValues values, boolean shapes) {
    return new AreaCollection(snapshot, values.edition(), values.level(), values.columns(), shapes);
  }

  private void requireFitForLayer(String layer) {
    for (var parameter : List.of("indicators", "periods", "edition", "area")) {
      if (query.find(parameter).isPresent()) {
        throw refused(parameter, "not-for-layer", parameter, layer);
      }
    }
    if (format.table() == ExportFormat.Table.LONG) {
      throw refused("format", "no-long-layer", layer);
    }
  }

  private ChosenValues values() {
    var edition = edition();
    var level = level(edition);
    var columns = new ArrayList<ValueColumns>();
    var wanted = periods();
    boolean all = query.list("indicators").isEmpty();
    for (var indicator : indicators()) {
      var table = snapshot.findTable(indicator.id(), edition.id(), level.id());
      var found = table.map(one -> columns(indicator, one, wanted)).orElse(List.of());
      if (found.isEmpty() && !all) {
        throw noValues(indicator, edition, level, table);
      }
      columns.addAll(found);
    }
    requireKnownPeriods(wanted, edition, level, columns);
    if (format.table() == ExportFormat.Table.WIDE && columns.size() > MOST_COLUMNS) {
      throw refused("indicators", "too-many-columns", text(columns.size()), text(MOST_COLUMNS));
    }
    return new ChosenValues(edition, level, columns);
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  private BoundaryVersion edition() {
    String id = query.find("edition").orElseGet(snapshot::defaultEdition);
    return snapshot
        .findEdition(id)
        .orElseThrow(
            () ->
                refused(
                    "edition",
                    "unknown-edition",
                    id,
                    list(List.copyOf(snapshot.editions()), BoundaryVersion::id)));
  }

  private AreaLevel level(BoundaryVersion edition) {
    var levels = snapshot.levels(edition.id());
    var wanted = query.find("level");
    if (wanted.isEmpty()) {
      return finest(edition, levels);
    }
    var names = Stream.concat(levels.stream().map(AreaLevel::id), layers().stream());
    return levels.stream()
        .filter(level -> level.id().equals(wanted.get()))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "level",
                    "unknown-level",
                    wanted.get(),
                    edition.id(),
                    names.collect(Collectors.joining(", "))));
  }

  private List<String> layers() {
    return List.copyOf(snapshot.contextLayers().keySet());
  }

  private AreaLevel finest(BoundaryVersion edition, List<AreaLevel> levels) {
    return levels.stream()
        .filter(
            level ->
                snapshot.indicators().keySet().stream()
                    .anyMatch(id -> snapshot.findTable(id, edition.id(), level.id()).isPresent()))
        .reduce((coarse, fine) -> fine)
        .or(() -> levels.stream().reduce((coarse, fine) -> fine))
        .orElseThrow(
            () ->
                refused("level", "unknown-level", "–", edition.id(), String.join(", ", layers())));
  }

  private List<Indicator> indicators() {
    Map<String, Indicator> known = snapshot.indicators();
    var ids = query.list("indicators").stream().distinct().toList();
    for (var id : ids) {
      if (!known.containsKey(id)) {
        throw refused(
            "indicators",
            "unknown-indicator",
            id,
            list(List.copyOf(known.values()), Indicator::id));
      }
    }
    return ids.isEmpty() ? List.copyOf(known.values()) : ids.stream().map(known::get).toList();
  }

  /** The periods that are named; empty for the newest or all. */
  private List<ReferencePeriod> periods() {
    return namesPeriods()
        ? query.list("periods").stream()
            .map(text -> Selection.period("periods", text, "newest | all | 2021, 2024-06-09"))
            .distinct()
            .sorted()
            .toList()
        : List.of();
  }

  private String periodsText() {
    return query.find("periods").orElse("newest");
  }

  private boolean namesPeriods() {
    return !periodsText().equals("newest") && !periodsText().equals("all");
  }

  private List<ValueColumns> columns(
      Indicator indicator, PublishedTable table, List<ReferencePeriod> wanted) {
    var periods = table.periods();
    var names = snapshot.columnNames();
    if (periodsText().equals("newest")) {
      return periods.stream()
          .reduce((older, newer) -> newer)
          .map(newest -> List.of(ValueColumns.of(names, indicator, table, newest)))
          .orElse(List.of());
    }
    boolean single = wanted.size() == 1;
    return periods.stream()
        .filter(period -> !namesPeriods() || wanted.contains(period))
        .map(
            period ->
                single
                    ? ValueColumns.of(names, indicator, table, period)
                    : ValueColumns.ofPeriod(names, indicator, table, period))
        .toList();
  }

  private void requireKnownPeriods(
      List<ReferencePeriod> wanted,
      BoundaryVersion edition,
      AreaLevel level,
      List<ValueColumns> columns) {
    for (var period : wanted) {
      if (columns.stream().noneMatch(column -> column.period().equals(period))) {
        throw refused(
            "periods", "unknown-period", period.id(), level.id(), knownPeriods(edition, level));
      }
    }
  }

  private String knownPeriods(BoundaryVersion edition, AreaLevel level) {
    return indicators().stream()
        .flatMap(one -> snapshot.findTable(one.id(), edition.id(), level.id()).stream())
        .flatMap(table -> table.periods().stream())
        .map(ReferencePeriod::id)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private ProblemException noValues(
      Indicator indicator,
      BoundaryVersion edition,
      AreaLevel level,
      Optional<PublishedTable> table) {
    return table
        .map(
            one ->
                refused(
                    "periods",
                    "no-period",
                    indicator.id(),
                    periodsText(),
                    list(one.periods(), ReferencePeriod::id)))
        .orElseGet(
            () ->
                refused(
                    "indicators",
                    "no-values",
                    indicator.id(),
                    level.id(),
                    edition.id(),
                    String.join(", ", snapshot.resolution().levels(indicator.id(), edition.id()))));
  }

  private String within(ChosenValues values) {
    var wanted = query.find("area");
    if (wanted.isEmpty()) {
      return "";
    }
    String key = wanted.get();
    var areas = snapshot.areas(values.edition().id());
    if (!AreaCode.isCode(key) || areas.find(new AreaCode(key)).isEmpty()) {
      throw refused("area", "unknown-area", key, values.edition().id());
    }
    var code = new AreaCode(key);
    if (areas.list(values.level().id()).values().stream()
        .noneMatch(area -> ExportRows.isWithin(area, code))) {
      throw refused("area", "empty-area", key, values.level().id());
    }
    return key;
  }

  /** By the system's address, or by its short name such as {@code EPSG:25833}. */
  private ReferenceSystem system() {
    var text = query.find("crs");
    if (text.isEmpty()) {
      return ReferenceSystem.CRS84;
    }
    var found =
        Stream.of(ReferenceSystem.values())
            .filter(one -> one.uri().equals(text.get()) || shortName(one).equals(text.get()))
            .findFirst();
    String known = list(List.of(ReferenceSystem.values()), ChoiceReader::shortName);
    if (found.isEmpty()) {
      throw refused("crs", "unknown-crs", text.get(), known);
    }
    if (format.isCsv()) {
      throw refused("crs", "no-geometry", format.id());
    }
    if (!format.features().takes(found.get())) {
      throw refused(
          "crs",
          "wrong-crs",
          format.id(),
          list(format.systems(), ChoiceReader::shortName),
          text.get());
    }
    return found.get();
  }

  /** What people call a system. */
  static String shortName(ReferenceSystem system) {
    return system == ReferenceSystem.CRS84
        ? "CRS84"
        : "EPSG:" + system.uri().substring(system.uri().lastIndexOf('/') + 1);
  }

  private CsvDialect dialect() {
    var text = query.find("dialect");
    if (text.isEmpty()) {
      return CsvDialect.STANDARD;
    }
    var found =
        CsvDialect.find(text.get())
            .orElseThrow(
                () ->
                    refused(
                        "dialect",
                        "unknown-dialect",
                        text.get(),
                        list(List.of(CsvDialect.values()), CsvDialect::id)));
    if (!format.isCsv()) {
      throw refused("dialect", "no-dialect", format.id());
    }
    return found;
  }

  private static <T> String list(List<T> things, java.util.function.Function<T, String> name) {
    return things.stream().map(name).collect(Collectors.joining(", "));
  }

  private ProblemException refused(String parameter, String reason, Object... arguments) {
    String words = Texts.of(ChoiceReader.class, "exports", language).get(reason, arguments);
    return ProblemException.explained(ProblemType.EXPORT_REFUSED, parameter, words);
  }
}
