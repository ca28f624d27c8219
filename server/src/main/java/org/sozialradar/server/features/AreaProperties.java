package org.sozialradar.server.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.indicator.ColumnNames;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Snapshot;

/** The properties of the areas of a level: what they are, and their values. */
final class AreaProperties {
  private final List<FeatureField> fields = new ArrayList<>();
  private final Map<String, Function<AreaEntry, Value>> readers = new LinkedHashMap<>();
  private final Set<String> datasets = new LinkedHashSet<>();

  AreaProperties(Snapshot snapshot, String edition, String level, List<TimedColumns> columns) {
    addText("code", "Schlüssel", "code", area -> area.code().value());
    addText("name", "Name", "name", AreaEntry::name);
    addText("designation", "Bezeichnung", "designation", AreaEntry::designation);
    for (var coarser : snapshot.levels(edition)) {
      if (snapshot.areas(edition).hierarchy().coarserThan(level).contains(coarser.id())) {
        addAncestor(coarser);
      }
    }
    add(
        "square_kilometres",
        ValueType.NUMBER,
        "Fläche in km²",
        "surface in km²",
        AreaProperties::surface);
    columns.forEach(this::add);
  }

  private void addAncestor(AreaLevel coarser) {
    String id = ColumnNames.ofLevel(coarser.id());
    addText(id, coarser.name().de(), coarser.name().en(), area -> ancestor(area, coarser));
  }

  private static String ancestor(AreaEntry area, AreaLevel level) {
    var code = area.ancestors().get(level.id());
    return code == null ? "" : code.value();
  }

  private static Value surface(AreaEntry area) {
    return area.hasGeometry()
        ? Value.of(Math.round(area.squareKilometres() * 1e4) / 1e4)
        : Value.MISSING;
  }

  private void addText(String name, String de, String en, Function<AreaEntry, String> read) {
    add(name, ValueType.TEXT, de, en, area -> text(read.apply(area)));
  }

  private static Value text(String text) {
    return text.isEmpty() ? Value.MISSING : Value.of(text);
  }

  private void add(
      String name, ValueType type, String de, String en, Function<AreaEntry, Value> read) {
    fields.add(new FeatureField(name, type, new LocalizedText(de, en)));
    putReader(name, read);
  }

  /** One that replaced another would give its values for the other's. */
  private void putReader(String name, Function<AreaEntry, Value> read) {
    if (readers.put(name, read) != null) {
      throw new IllegalStateException("two properties are called " + name);
    }
  }

  private void add(TimedColumns columns) {
    fields.addAll(columns.fields());
    columns.properties().forEach((name, read) -> putReader(name, area -> read.apply(area.code())));
    datasets.addAll(columns.datasets());
  }

  /** What they are, in their order. */
  List<FeatureField> fields() {
    return List.copyOf(fields);
  }

  /** The value of one of the fields. */
  Value value(AreaEntry area, String name) {
    return readers.get(name).apply(area);
  }

  /** Ids of the data sets that the values of indicators come from. */
  Collection<String> datasets() {
    return List.copyOf(datasets);
  }
}
