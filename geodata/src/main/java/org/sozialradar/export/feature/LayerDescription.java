package org.sozialradar.export.feature;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.filter.ValueType;

/**
 * A layer in the words of a Frictionless data resource: title, licences, sources, and the columns
 * as Table Schema; what those words do not have stands under {@code radar}. Formats carry it
 * inside, and packages beside the file. Stateless and safe for use by many threads.
 */
public final class LayerDescription {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LayerDescription() {}

  /** The description that formats carry inside. */
  public static ObjectNode of(ExportLayer layer) {
    var metadata = layer.metadata();
    var node = JSON.createObjectNode();
    node.put("name", layer.name());
    node.put("title", layer.shownTitle());
    node.put("description", metadata.in(layer.description()));
    node.put("version", Long.toString(metadata.revision()));
    node.put("created", metadata.created().toString());
    addTerms(node, metadata);
    addFields(node.putObject("schema"), layer);
    var radar = node.putObject("radar");
    radar.put("language", metadata.language());
    radar.put("revision", metadata.revision());
    radar.put("example", metadata.isExample());
    radar.put("citation", metadata.citation());
    radar.set("title", both(layer.title()));
    radar.set("description", both(layer.description()));
    addSources(radar.putArray("sources"), metadata);
    addMethods(radar.putArray("methods"), metadata);
    return node;
  }

  /** The description of a file of the layer, to stand beside it. */
  public static ObjectNode of(
      ExportLayer layer, FeatureFormat format, CsvDialect dialect, String path) {
    var node = of(layer);
    node.put("path", path);
    node.put("format", format.id());
    node.put("mediatype", format.mediaType().split(";", 2)[0]);
    if (format.isText()) {
      node.put("encoding", "utf-8");
    }
    if (format == FeatureFormat.CSV) {
      node.put("profile", "tabular-data-resource");
      node.set("dialect", dialect(dialect));
      node.withObject("/schema")
          .withArray("fields")
          .forEach(field -> addDecimal((ObjectNode) field, dialect));
    } else {
      node.withObject("/radar").put("crs", layer.system().uri());
    }
    return node;
  }

  /** A dialect of CSV in the words of Frictionless. */
  public static ObjectNode dialect(CsvDialect dialect) {
    return JSON.createObjectNode()
        .put("delimiter", String.valueOf(dialect.delimiter()))
        .put("lineTerminator", "\r\n")
        .put("quoteChar", "\"")
        .put("doubleQuote", true)
        .put("header", true);
  }

  private static void addDecimal(ObjectNode field, CsvDialect dialect) {
    if (field.path("type").asText().equals("number")) {
      field.put("decimalChar", String.valueOf(dialect.decimal()));
    }
  }

  /** The description as text on one line. */
  public static String text(ExportLayer layer) {
    return text(of(layer));
  }

  /** An object with one text. */
  static String object(String name, String text) {
    return text(JSON.createObjectNode().put(name, text));
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of nodes can be written", e);
    }
  }

  private static void addTerms(ObjectNode node, ExportMetadata metadata) {
    var licences = node.putArray("licenses");
    metadata.sources().stream()
        .map(Dataset::licence)
        .distinct()
        .forEach(licence -> addLicence(licences.addObject(), licence));
    var sources = node.putArray("sources");
    metadata.sources().stream()
        .map(Dataset::attribution)
        .distinct()
        .forEach(attribution -> sources.addObject().put("title", attribution));
  }

  private static void addLicence(ObjectNode node, Licence licence) {
    node.put("name", licence.id()).put("title", licence.title());
    if (!licence.url().isEmpty()) {
      node.put("path", licence.url());
    }
  }

  private static void addFields(ObjectNode schema, ExportLayer layer) {
    var fields = schema.putArray("fields");
    for (var column : layer.columns()) {
      var field = fields.addObject();
      field.put("name", column.name()).put("type", type(column.type()));
      field.put("title", layer.metadata().in(column.title()));
      if (!column.description().isEmpty()) {
        field.put("description", column.description());
      }
      var own = field.putObject("radar");
      own.set("title", both(column.title()));
      if (!column.unit().isEmpty()) {
        own.put("unit", column.unit());
      }
    }
    schema.putArray("missingValues").add("");
  }

  private static String type(ValueType type) {
    return switch (type) {
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case DATE -> "date";
      case TIMESTAMP -> "datetime";
      case TEXT -> "string";
      default -> throw new IllegalStateException("no column holds " + type);
    };
  }

  private static void addSources(ArrayNode sources, ExportMetadata metadata) {
    for (var dataset : metadata.sources()) {
      sources
          .addObject()
          .put("dataset", dataset.id())
          .put("publisher", dataset.publisher())
          .put("licence", dataset.licence().id())
          .put("attribution", dataset.attribution())
          .put("vintage", dataset.vintage())
          .put("example", dataset.example());
    }
  }

  private static void addMethods(ArrayNode methods, ExportMetadata metadata) {
    for (var method : metadata.methods()) {
      var node = methods.addObject();
      node.put("indicator", method.indicator()).put("kind", method.kind());
      node.set("text", both(method.text()));
      if (!method.document().isEmpty()) {
        node.put("document", method.document());
      }
    }
  }

  private static ObjectNode both(LocalizedText text) {
    return JSON.createObjectNode().put("de", text.de()).put("en", text.en());
  }
}
