package org.sozialradar.server.command;

import java.nio.file.Path;
import java.util.Optional;
import org.sozialradar.server.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options of commands that the server can do which holds the store. */
final class ServerOptions {
  private static final String SERVER = "--server";
  private static final String TOKEN_FILE = "--token-file";

  private ServerOptions() {}

  static void addTo(CommandSpec command, Texts texts) {
    command.addOption(
        OptionSpec.builder(SERVER)
            .type(String.class)
            .paramLabel("URL")
            .description(texts.get("option.server"))
            .build());
    command.addOption(
        OptionSpec.builder(TOKEN_FILE)
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("option.token-file"))
            .build());
  }

  /**
   * The server that was named; empty if the store is to be opened here.
   *
   * @throws CommandException as {@link ServerAddress#of}
   */
  static Optional<ServerAddress> find(ParseResult parsed, Surroundings surroundings) {
    if (!parsed.hasMatchedOption(SERVER)) {
      return Optional.empty();
    }
    var tokenFile = Optional.ofNullable(parsed.<Path>matchedOptionValue(TOKEN_FILE, null));
    String given = parsed.matchedOptionValue(SERVER, "");
    return Optional.of(ServerAddress.of(given, tokenFile, surroundings.environment()));
  }
}
