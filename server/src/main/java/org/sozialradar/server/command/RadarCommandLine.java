package org.sozialradar.server.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.sozialradar.publication.Releases;
import org.sozialradar.release.ReleaseException;
import org.sozialradar.server.command.FileImportCommand.Kind;
import org.sozialradar.server.config.ConfigException;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Problems;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;
import org.sozialradar.store.StoreAddressException;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreInUseException;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line: parses, runs, and turns failures into messages and exit codes. */
public final class RadarCommandLine {
  private final Language language;
  private final Texts texts;
  private final RadarCommand radar = new RadarCommand();
  private final CommandLine line;

  private RadarCommandLine(Surroundings surroundings) {
    language = surroundings.language();
    texts = surroundings.texts();
    line = new CommandLine(radar);
    line.addSubcommand(
        "check",
        ImportCommand.checking(surroundings)
            .addSubcommand("survey", SurveyImportCommand.checking(surroundings))
            .addSubcommand("layer", FileImportCommand.checking(surroundings, Kind.LAYER))
            .addSubcommand("grid", FileImportCommand.checking(surroundings, Kind.GRID)));
    line.addSubcommand(
        "import",
        ImportCommand.importing(surroundings)
            .addSubcommand("survey", SurveyImportCommand.importing(surroundings))
            .addSubcommand("layer", FileImportCommand.importing(surroundings, Kind.LAYER))
            .addSubcommand("grid", FileImportCommand.importing(surroundings, Kind.GRID)));
    line.addSubcommand("survey", SurveyCommand.survey(surroundings));
    line.addSubcommand("questionnaire", SurveyCommand.questionnaire(surroundings));
    line.addSubcommand("estimate", ComputeCommand.estimate(surroundings));
    line.addSubcommand("index", ComputeCommand.index(surroundings));
    line.addSubcommand("serve", ServeCommand.spec(surroundings));
    var export = CommandSpec.create().name("export");
    export.usageMessage().abbreviateSynopsis(true);
    ExportDataCommand.addTo(export, surroundings);
    export.addSubcommand("pyramid", ExportCommand.pyramid(surroundings));
    line.addSubcommand("export", export);
    line.addSubcommand("release", ReleaseCommand.spec(surroundings));
    line.addSubcommand("token", TokenCommand.spec(surroundings));
    line.addSubcommand("migrate", StoreCommand.migrate(surroundings));
    line.addSubcommand("revisions", StoreCommand.revisions(surroundings));
    line.addSubcommand("restore", StoreCommand.restore(surroundings));
    line.addSubcommand("prune", StoreCommand.prune(surroundings));
    line.setResourceBundle(texts.bundle());
    withSubcommands(line).forEach(one -> one.setResourceBundle(texts.bundle()));
    line.getCommandSpec().version("Sozialradar " + surroundings.version());
    line.setParameterExceptionHandler(this::refuse);
    line.setExecutionExceptionHandler((failure, command, parsed) -> fail(failure, command));
    line.setExitCodeExceptionMapper(RadarCommandLine::exitCode);
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(RadarCommandLine::withSubcommands));
  }

  /**
   * Runs one command.
   *
   * @param arguments arguments of the process
   * @param environment variables of the process
   * @param version version of the product
   * @param serving starts what serves
   * @param archiving writes layers as archives
   * @param contents writes the files of releases
   * @param out for results
   * @param err for messages and progress
   * @return exit code, one of {@link ExitCode}
   */
  public static int run(
      List<String> arguments,
      Map<String, String> environment,
      String version,
      Serving serving,
      Archiving archiving,
      Releases.Contents contents,
      PrintWriter out,
      PrintWriter err) {
    var language = language(arguments, environment);
    var texts = Texts.of(RadarCommandLine.class, "command", language);
    var surroundings =
        new Surroundings(
            environment, language, texts, version, serving, archiving, contents, out, err);
    return new RadarCommandLine(surroundings)
        .line
        .setOut(out)
        .setErr(err)
        .execute(arguments.toArray(String[]::new));
  }

  /**
   * {@code --lang}, else {@code RADAR_LANG}, else German where the system speaks German, else
   * English.
   */
  private static Language language(List<String> arguments, Map<String, String> environment) {
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).startsWith("--lang=")) {
        return named(arguments.get(i).substring("--lang=".length()));
      }
      if (arguments.get(i).equals("--lang") && i + 1 < arguments.size()) {
        return named(arguments.get(i + 1));
      }
    }
    return named(environment.getOrDefault("RADAR_LANG", Locale.getDefault().getLanguage()));
  }

  private static Language named(String tag) {
    return Language.find(tag).orElse(Language.ENGLISH);
  }

  private int refuse(ParameterException failure, String[] arguments) {
    var err = failure.getCommandLine().getErr();
    err.println(message(failure));
    err.println(
        texts.get("error.help-hint", failure.getCommandLine().getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private String message(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return texts.get("error.unknown-argument", String.join(" ", unmatched.getUnmatched()));
    }
    if (failure instanceof MissingParameterException missing) {
      var names = missing.getMissing().stream().map(ArgSpec::paramLabel);
      return texts.get("error.missing-argument", String.join(", ", names.toList()));
    }
    String message = failure.getMessage();
    return message.isEmpty() ? texts.get("error.no-command") : message;
  }

  private int fail(Exception failure, CommandLine command) {
    command.getErr().println(message(failure));
    if (radar.debug()) {
      failure.printStackTrace(command.getErr());
    } else if (exitCode(failure) == ExitCode.REJECTED && !(failure instanceof CommandException)) {
      command.getErr().println(texts.get("error.debug-hint"));
    }
    command.getErr().flush();
    return exitCode(failure);
  }

  private String message(Exception failure) {
    if (failure instanceof CommandException known) {
      return texts.get(known.key(), known.arguments().toArray());
    }
    if (failure instanceof ConfigException config) {
      return texts.get(config.key(), config.arguments().toArray());
    }
    if (failure instanceof StoreInUseException inUse) {
      return texts.get("error.store-in-use", inUse.getMessage(), Long.toString(inUse.processId()));
    }
    if (failure instanceof StoreAddressException address) {
      return texts.get("error.store-address", String.valueOf(address.getMessage()));
    }
    if (failure instanceof StoreException store) {
      return texts.get("error.store", String.valueOf(store.getMessage()));
    }
    if (failure instanceof ProblemException || failure instanceof ReleaseException) {
      return Problems.detail(Problems.of(failure), language);
    }
    LoggerFactory.getLogger(RadarCommandLine.class).debug("a command failed", failure);
    return texts.get(
        "error.bug", failure.getClass().getSimpleName(), String.valueOf(failure.getMessage()));
  }

  private static int exitCode(Throwable failure) {
    if (failure instanceof CommandException known) {
      return known.exitCode();
    }
    if (failure instanceof ConfigException
        || failure instanceof StoreAddressException
        || failure instanceof ProblemException
        || failure instanceof ReleaseException) {
      return ExitCode.USAGE;
    }
    return failure instanceof StoreInUseException ? ExitCode.STORE_IN_USE : ExitCode.REJECTED;
  }
}
