package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.sozialradar.server.command.ManifestOptions.Option;
import picocli.CommandLine.ParseResult;

/** The manifest of a data package of a population grid, made of the options of a command. */
final class GridManifest {
  static final List<Option> OPTIONS =
      List.of(
          new Option("title", "", true, String.class),
          Option.text("title-en", ""),
          Option.text("licence", "ID"),
          Option.text("attribution", ""),
          Option.text("publisher", ""),
          Option.text("vintage", "YYYY-MM-DD"),
          new Option("example", "", false, boolean.class),
          Option.text("cell", ""),
          Option.text("people", ""));

  private static final String NAME = "population-grid";

  private GridManifest() {}

  /** The manifest as JSON. */
  static String of(Path file, ParseResult parsed) throws IOException {
    var grid = JsonNodeFactory.instance.objectNode().put("kind", "grid");
    grid.set("title", ManifestOptions.text(parsed, "title"));
    ManifestOptions.putGiven(grid, "cell", parsed, "cell");
    ManifestOptions.putGiven(grid, "people", parsed, "people");
    return ManifestOptions.manifest(NAME, NAME, file, parsed, grid);
  }
}
