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

/** What commands share that make a data package of one file of their options. */
final class ManifestOptions {
  /** An option; the key of its description is {@code option.layer.} and its name. */
  record Option(String name, String label, boolean required, Class<?> type) {
    static Option text(String name, String label) {
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

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private ManifestOptions() {}

  /**
   * The manifest as JSON.
   *
   * @param dataset name of the package
   * @param name name of its resource
   * @param radar what the resource is and how it is read
   */
  static String manifest(
      String dataset, String name, Path file, ParseResult parsed, ObjectNode radar)
      throws IOException {
    String title = get(parsed, "title", "");
    String attribution = get(parsed, "attribution", get(parsed, "publisher", title));
    var licence = JSON.objectNode().put("name", get(parsed, "licence", "not-stated"));
    var about = JSON.objectNode();
    about.set("title", text(parsed, "title"));
    about.put("publisher", get(parsed, "publisher", attribution));
    about.put("attribution", attribution);
    about.put("vintage", get(parsed, "vintage", changedOn(file)));
    about.put("example", parsed.matchedOptionValue("--example", false));
    var resource = JSON.objectNode().put("name", name).put("path", file.getFileName().toString());
    resource.set("radar", radar);
    var manifest = JSON.objectNode().put("name", dataset);
    manifest.set("licenses", JSON.arrayNode().add(licence));
    manifest.set("radar", about);
    manifest.set("resources", JSON.arrayNode().add(resource));
    return manifest.toPrettyString();
  }

  static void putGiven(ObjectNode layer, String key, ParseResult parsed, String option) {
    if (parsed.hasMatchedOption("--" + option)) {
      layer.put(key, get(parsed, option, ""));
    }
  }

  static ObjectNode text(ParseResult parsed, String option) {
    String german = get(parsed, option, "");
    return JSON.objectNode().put("de", german).put("en", get(parsed, option + "-en", german));
  }

  static String get(ParseResult parsed, String option, String absent) {
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
