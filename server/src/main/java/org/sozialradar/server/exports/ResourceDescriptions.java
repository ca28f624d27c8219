package org.sozialradar.server.exports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sozialradar.export.TableSchemaExport;
import org.sozialradar.export.feature.ExportColumn;
import org.sozialradar.export.feature.LayerDescription;
import org.sozialradar.indicator.ColumnNames;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.server.features.ValueColumns;
import org.sozialradar.server.features.ValueColumns.Part;

/** Describes the files of a package, each as what {@code radar import} takes it for. */
final class ResourceDescriptions {
  private static final String RADAR = "radar";

  private final ExportRows rows;
  private final ExportChoice choice;
  private final ArrayNode resources;

  ResourceDescriptions(ExportRows rows, ArrayNode resources) {
    this.rows = rows;
    this.resources = resources;
    choice = rows.choice();
  }

  /** Describes a file, unless it is for people alone. */
  void add(PackageFile file) {
    switch (file.kind()) {
      case PackageFile.FEATURES -> addFeatures(file);
      case PackageFile.TABLE -> addTable(file);
      case PackageFile.LONG -> addLong(file);
      case PackageFile.AREAS -> addKeys(file, rows.areas());
      default -> {}
    }
  }

  private void addFeatures(PackageFile file) {
    var layer = rows.wide(true).layer();
    var node = resource(file, "areas");
    var context = choice.snapshot().findContextLayer(choice.collection().id());
    node.set(
        RADAR,
        choice.values().isPresent()
            ? areas("boundaries")
            : layer(context.orElseThrow().layer(), node.objectNode()));
    var fields = node.putObject("schema").putArray("fields");
    layer.columns().forEach(column -> field(fields, column));
  }

  private static ObjectNode layer(ContextLayer layer, ObjectNode radar) {
    radar.put("kind", "layer").put("id", layer.id());
    radar.set("title", PackageDescription.both(layer.title()));
    radar.set("description", PackageDescription.both(layer.description()));
    if (layer.facility().isEmpty()) {
      radar.put("role", layer.role().label());
    } else {
      radar.put("facility", layer.facility());
    }
    if (!layer.nameAttribute().isEmpty()) {
      radar.put("name", layer.nameAttribute());
    }
    return radar;
  }

  /** The keys, names and ancestors of areas, from a file with boundaries or from a table. */
  private ObjectNode areas(String kind) {
    var chosen = choice.values().orElseThrow();
    var radar = resources.objectNode();
    radar.put("kind", kind);
    radar.put("level", chosen.level().id());
    radar.put("edition", chosen.edition().id());
    radar.put("validFrom", chosen.edition().validFrom().toString());
    radar.set("editionTitle", PackageDescription.both(chosen.edition().title()));
    radar.put("key", "code").put("keyType", "CODE");
    radar.put("name", "name").put("designation", "designation");
    var ancestors = radar.putObject("ancestors");
    var coarser =
        choice.snapshot().areas(chosen.edition().id()).hierarchy().coarserThan(chosen.level().id());
    choice.snapshot().levels(chosen.edition().id()).stream()
        .filter(level -> coarser.contains(level.id()) && !level.group())
        .forEach(level -> ancestors.put(level.id(), ColumnNames.ofLevel(level.id())));
    return radar;
  }

  private void addKeys(PackageFile file, ExportTable described) {
    var node = table(file, "areas");
    node.set(RADAR, areas("area-attributes"));
    var fields = node.putObject("schema").putArray("fields");
    described.layer().columns().forEach(column -> field(fields, column));
  }

  /** The table with a row for each area: its values, and its areas where no boundaries are. */
  private void addTable(PackageFile file) {
    var described = rows.wide(false);
    if (choice.values().isEmpty()) {
      var node = table(file, "features");
      var fields = node.putObject("schema").putArray("fields");
      described.layer().columns().forEach(column -> field(fields, column));
      return;
    }
    if (choice.format().isCsv()) {
      addKeys(file, described);
    }
    if (!choice.values().orElseThrow().columns().isEmpty()) {
      addValues(table(file, "values"), described);
    }
  }

  private void addValues(ObjectNode node, WideRows described) {
    indicators(node.putObject(RADAR));
    var fields = node.putObject("schema").putArray("fields");
    for (var column : described.layer().columns()) {
      var field = field(fields, column);
      if (column.name().equals("code")) {
        key(field);
      }
    }
    for (var values : choice.values().orElseThrow().columns()) {
      for (var field : fields) {
        role(values, field.path("name").asText())
            .ifPresent(role -> role((ObjectNode) field, role, values, values.period().id()));
      }
    }
  }

  private static Optional<String> role(ValueColumns values, String column) {
    return values.parts().stream()
        .filter(part -> values.name(part).equals(column))
        .map(ResourceDescriptions::role)
        .filter(role -> !role.isEmpty())
        .findFirst();
  }

  private static String role(Part part) {
    return switch (part) {
      case VALUE -> "value";
      case STATUS -> "status";
      case LOWER -> "lower";
      case UPPER -> "upper";
      case RESPONDENTS -> "respondents";
      case PERIOD, LEVEL -> "";
    };
  }

  /** One resource for each indicator: the others' rows are not among those that it keeps. */
  private void addLong(PackageFile file) {
    for (var indicator : choice.values().orElseThrow().indicators()) {
      var node = table(file, "values-" + indicator.id().replace('_', '-'));
      var keep = indicators(node.putObject(RADAR)).putArray("keep").addObject();
      keep.put("field", LongRows.INDICATOR).putArray("in").add(indicator.id());
      var schema = TableSchemaExport.schema(choice.dialect());
      node.set("schema", schema);
      schema.withArray("fields").forEach(field -> addRole((ObjectNode) field, indicator.id()));
    }
  }

  private static void addRole(ObjectNode field, String indicator) {
    String name = field.path("name").asText();
    field.remove(RADAR);
    switch (name) {
      case LongRows.CODE -> key(field);
      case LongRows.PERIOD -> field.putObject(RADAR).put("role", "period");
      case "value", "lower", "upper", "status", "respondents" ->
          field.putObject(RADAR).put("role", name).put("indicator", indicator);
      default -> {}
    }
  }

  private ObjectNode indicators(ObjectNode radar) {
    var chosen = choice.values().orElseThrow();
    return radar
        .put("kind", "indicators")
        .put("level", chosen.level().id())
        .put("edition", chosen.edition().id());
  }

  private static void key(ObjectNode field) {
    field.putObject(RADAR).put("role", "key").put("keyType", "CODE");
  }

  private static void role(ObjectNode field, String role, ValueColumns values, String period) {
    field
        .putObject(RADAR)
        .put("role", role)
        .put("indicator", values.indicator().id())
        .put("period", period);
  }

  private ObjectNode resource(PackageFile file, String name) {
    var node = resources.addObject();
    node.put("name", name).put("path", file.name());
    node.put("mediatype", choice.format().features().mediaType().split(";", 2)[0]);
    return node;
  }

  private ObjectNode table(PackageFile file, String name) {
    var node = resources.addObject();
    node.put("name", name).put("path", file.name());
    node.put("profile", "tabular-data-resource");
    node.put("mediatype", "text/csv").put("encoding", "utf-8");
    node.set("dialect", LayerDescription.dialect(choice.dialect()));
    return node;
  }

  private ObjectNode field(ArrayNode fields, ExportColumn column) {
    var field = fields.addObject();
    field.put("name", column.name());
    switch (column.type()) {
      case NUMBER ->
          field
              .put("type", "number")
              .put("decimalChar", String.valueOf(choice.dialect().decimal()));
      case BOOLEAN -> field.put("type", "boolean");
      default -> field.put("type", "string");
    }
    field.put("title", choice.language().of(column.title()));
    if (!column.description().isEmpty()) {
      field.put("description", column.description());
    }
    return field;
  }
}
