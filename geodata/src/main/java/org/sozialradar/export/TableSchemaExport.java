package org.sozialradar.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;

/**
 * Describes exported values as a Frictionless data resource with Table Schema, to stand beside the
 * CSV. Stateless and safe for use by many threads.
 */
public final class TableSchemaExport {
  /** The media type of what is written. */
  public static final String MEDIA_TYPE = "application/json; charset=utf-8";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private TableSchemaExport() {}

  /** The description of the file that {@link CsvExport} writes, as JSON. */
  public static String write(ValuesExport export) {
    var indicator = export.indicator();
    var node = JSON.createObjectNode();
    node.put("profile", "tabular-data-resource");
    node.put("name", export.fileName().toLowerCase(java.util.Locale.ROOT));
    node.put("path", export.fileName() + ".csv");
    node.put("title", marked(export, indicator.name().en()));
    node.put("description", indicator.description().en());
    node.put("format", "csv");
    node.put("mediatype", "text/csv");
    node.put("encoding", "utf-8");
    node.putObject("dialect").put("delimiter", ",").put("lineTerminator", "\r\n");
    node.set("schema", schema(CsvDialect.STANDARD));
    addSources(node, export);
    addOwn(node.putObject("radar"), export);
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can be written", e);
    }
  }

  private static String marked(ValuesExport export, String title) {
    return export.isExample() ? title + " (example data, invented)" : title;
  }

  /** The Table Schema of the long table in a dialect. */
  public static ObjectNode schema(CsvDialect dialect) {
    var schema = JSON.createObjectNode();
    var fields = schema.putArray("fields");
    for (var column : ValueColumn.ALL) {
      var field = fields.addObject();
      field.put("name", column.name()).put("type", column.type());
      if (column.isNumber()) {
        field.put("decimalChar", String.valueOf(dialect.decimal()));
      }
      field.put("description", column.en());
      field
          .putObject("radar")
          .set("description", both(new LocalizedText(column.de(), column.en())));
    }
    schema.putArray("missingValues").add("");
    schema
        .putArray("primaryKey")
        .add("edition")
        .add("level")
        .add("indicator")
        .add("code")
        .add("period");
    return schema;
  }

  private static void addSources(ObjectNode node, ValuesExport export) {
    var licences = node.putArray("licenses");
    export.sources().stream()
        .map(Dataset::licence)
        .distinct()
        .forEach(licence -> addLicence(licences.addObject(), licence));
    var sources = node.putArray("sources");
    export.sources().forEach(dataset -> sources.addObject().put("title", dataset.attribution()));
  }

  private static void addLicence(ObjectNode node, Licence licence) {
    node.put("name", licence.id()).put("title", licence.title());
    if (!licence.url().isEmpty()) {
      node.put("path", licence.url());
    }
  }

  private static void addOwn(ObjectNode radar, ValuesExport export) {
    var indicator = export.indicator();
    radar.put("revision", export.revision());
    radar.put("example", export.isExample());
    radar.put("indicator", indicator.id());
    radar.set("name", both(indicator.name()));
    radar.set("description", both(indicator.description()));
    radar
        .putObject("unit")
        .put("id", indicator.unit().id())
        .set("symbol", both(indicator.unit().symbol()));
    radar.put("formula", indicator.formula());
    var sources = radar.putArray("sources");
    export
        .sources()
        .forEach(
            dataset ->
                sources
                    .addObject()
                    .put("dataset", dataset.id())
                    .put("publisher", dataset.publisher())
                    .put("licence", dataset.licence().id())
                    .put("attribution", dataset.attribution())
                    .put("vintage", dataset.vintage())
                    .put("example", dataset.example()));
  }

  private static ObjectNode both(LocalizedText text) {
    return JSON.createObjectNode().put("de", text.de()).put("en", text.en());
  }
}
