package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sozialradar.server.command.ManifestOptions.Option;
import picocli.CommandLine.ParseResult;

/** The manifest of a data package of one context layer, made of the options of a command. */
final class LayerManifest {
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

  private LayerManifest() {}

  /** The manifest as JSON. */
  static String of(Path file, ParseResult parsed) throws IOException {
    String id = ManifestOptions.get(parsed, "id", "");
    return ManifestOptions.manifest("layer-" + id, id, file, parsed, layer(parsed));
  }

  private static ObjectNode layer(ParseResult parsed) {
    var layer = JsonNodeFactory.instance.objectNode().put("kind", "layer");
    layer.set("title", ManifestOptions.text(parsed, "title"));
    if (parsed.hasMatchedOption("--description")) {
      layer.set("description", ManifestOptions.text(parsed, "description"));
    }
    for (var key : List.of("id", "role", "layer", "crs", "key", "name", "x", "y")) {
      ManifestOptions.putGiven(layer, key, parsed, key);
    }
    ManifestOptions.putGiven(layer, "facility", parsed, "kind");
    List<String> attributes = parsed.matchedOptionValue("--attributes", List.of());
    if (!attributes.isEmpty()) {
      var names = layer.putArray("attributes");
      attributes.forEach(names::add);
    }
    return layer;
  }
}
