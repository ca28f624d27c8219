package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.sozialradar.server.text.Texts;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The manifest of a data package of one context layer, made of the options of a command. */
final class LayerManifest {
  /** An option; the key of its description is {@code option.layer.} and its name. */
  record Option(String name, String label, boolean required, Class<?> type) {
    private static Option text(String name, String label) {
      return new Option(name, label, false, String.class);
    }

    OptionSpec spec(Texts texts) {
      var spec =
          OptionSpec.builder("--" + name)
              .required(required)
              .type(type)
              .description(texts.get("option.layer." + name));
      if (type == List.class) {
        spec.auxiliaryTypes(String.class).splitRegex(",");
      }
      if (type != boolean.class) {
        spec.paramLabel(label.isEmpty() ? texts.get("label.text") : label);
      }
      return spec.build();
    }
  }

  static final List<Option> OPTIONS =
      List.of(
          new Option("id", "ID", true, String.class),
          new Option("title", "", true, String.class),
          Option.text("title-en", ""),
          Option.text("description", ""),
          Option.text("description-en", ""),
          Option.text("role", "facility|hazard|other"),
          Option.text("kind", "KIND"),
          Option.text("licence", "ID"),
          Option.text("attribution", ""),
          Option.text("publisher", ""),
          Option.text("vintage", "YYYY-MM-DD"),
          new Option("example", "", false, boolean.class),
          Option.text("crs", "EPSG:…"),
          Option.text("layer", ""),
          Option.text("key", ""),
          Option.text("name", ""),
          new Option("attributes", "A,B", false, List.class),
          Option.text("x", ""),
          Option.text("y", ""));

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private LayerManifest() {}

  /** The manifest as JSON. */
  static String of(Path file, ParseResult parsed) throws IOException {
    String id = get(parsed, "id", "");
    String title = get(parsed, "title", "");
    String attribution = get(parsed, "attribution", get(parsed, "publisher", title));
    var licence = JSON.objectNode().put("name", get(parsed, "licence", "not-stated"));
    var radar = JSON.objectNode();
    radar.set("title", text(parsed, "title"));
    radar.put("publisher", get(parsed, "publisher", attribution));
    radar.put("attribution", attribution);
    radar.put("vintage", get(parsed, "vintage", changedOn(file)));
    radar.put("example", parsed.matchedOptionValue("--example", false));
    var resource = JSON.objectNode().put("name", id).put("path", file.getFileName().toString());
    resource.set("radar", layer(parsed));
    var manifest = JSON.objectNode().put("name", "layer-" + id);
    manifest.set("licenses", JSON.arrayNode().add(licence));
    manifest.set("radar", radar);
    manifest.set("resources", JSON.arrayNode().add(resource));
    return manifest.toPrettyString();
  }

  private static ObjectNode layer(ParseResult parsed) {
    var layer = JSON.objectNode().put("kind", "layer");
    layer.set("title", text(parsed, "title"));
    if (parsed.hasMatchedOption("--description")) {
      layer.set("description", text(parsed, "description"));
    }
    for (var key : List.of("id", "role", "layer", "crs", "key", "name", "x", "y")) {
      putGiven(layer, key, parsed, key);
    }
    putGiven(layer, "facility", parsed, "kind");
    List<String> attributes = parsed.matchedOptionValue("--attributes", List.of());
    if (!attributes.isEmpty()) {
      var names = layer.putArray("attributes");
      attributes.forEach(names::add);
    }
    return layer;
  }

  private static void putGiven(ObjectNode layer, String key, ParseResult parsed, String option) {
    if (parsed.hasMatchedOption("--" + option)) {
      layer.put(key, get(parsed, option, ""));
    }
  }

  private static ObjectNode text(ParseResult parsed, String option) {
    String german = get(parsed, option, "");
    return JSON.objectNode().put("de", german).put("en", get(parsed, option + "-en", german));
  }

  private static String get(ParseResult parsed, String option, String absent) {
    return parsed.matchedOptionValue("--" + option, absent);
  }

  private static String changedOn(Path file) throws IOException {
    return Files.getLastModifiedTime(file)
        .toInstant()
        .atZone(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }
}
