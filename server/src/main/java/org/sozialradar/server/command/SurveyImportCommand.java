package org.sozialradar.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssueLines;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.PublishAfterImport;
import org.sozialradar.ingest.microdata.SurveyReport;
import org.sozialradar.ingest.microdata.SurveyRequest;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.survey.RakingLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code radar import survey} and {@code radar check survey}, which does all but storing. */
final class SurveyImportCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String QUESTIONNAIRE = "--questionnaire";
  private static final String WAVE = "--wave";
  private static final String CALIBRATE = "--calibrate";
  private static final String MAX_WEIGHT = "--max-weight";
  private static final String REPORT = "--report";
  private static final String AFTER_DELETION = "--after-deletion";

  private final Surroundings surroundings;
  private final boolean dryRun;
  private final CommandSpec spec;

  private SurveyImportCommand(Surroundings surroundings, boolean dryRun) {
    this.surroundings = surroundings;
    this.dryRun = dryRun;
    spec = CommandSpec.wrapWithoutInspection(this).name("survey");
    spec.usageMessage().abbreviateSynopsis(true);
    declare();
  }

  /** {@code import survey}. */
  static CommandSpec importing(Surroundings surroundings) {
    return new SurveyImportCommand(surroundings, false).spec;
  }

  /** {@code check survey}. */
  static CommandSpec checking(Surroundings surroundings) {
    return new SurveyImportCommand(surroundings, true).spec;
  }

  private void declare() {
    var texts = surroundings.texts();
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("parameter.answers"))
            .build());
    spec.addOption(option(QUESTIONNAIRE, "label.file").type(Path.class).required(true).build());
    spec.addOption(option(WAVE, "label.wave").type(String.class).required(true).build());
    spec.addOption(
        option(CALIBRATE, "label.file").type(List.class).auxiliaryTypes(Path.class).build());
    spec.addOption(option(MAX_WEIGHT, "label.number").type(Double.class).build());
    spec.addOption(option(REPORT, "label.file").type(Path.class).build());
    spec.addOption(
        OptionSpec.builder(AFTER_DELETION)
            .type(boolean.class)
            .description(texts.get("option.after-deletion"))
            .build());
    ServerOptions.addTo(spec, texts);
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
  }

  private OptionSpec.Builder option(String name, String label) {
    var texts = surroundings.texts();
    return OptionSpec.builder(name)
        .paramLabel(texts.get(label))
        .description(texts.get("option." + name.substring(2)));
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    var report =
        Optional.ofNullable(parsed.<Path>matchedOptionValue(REPORT, null)).map(ReportFile::new);
    try {
      var request = request(parsed);
      var result =
          ServerOptions.find(parsed, surroundings)
              .map(server -> send(request, parsed, server))
              .orElseGet(() -> run(request, config));
      report.ifPresent(file -> file.write(result.toJson()));
      surroundings.out().print(result.toText(surroundings.language().locale()));
      return result.isRejected() ? ExitCode.REJECTED : ExitCode.OK;
    } catch (InputRejectedException questionnaire) {
      return refuse(questionnaire, surroundings);
    } finally {
      surroundings.out().flush();
    }
  }

  /** Says what is wrong with a questionnaire. */
  static int refuse(InputRejectedException e, Surroundings surroundings) {
    var counts = Map.of(e.issue().code(), 1L);
    surroundings
        .out()
        .print(IssueLines.of(counts, List.of(e.issue()), surroundings.language().locale()));
    return ExitCode.REJECTED;
  }

  private SurveyRequest request(ParseResult parsed) {
    Path answers = parsed.matchedPositionalValue(0, Path.of(""));
    Path questionnaire = parsed.matchedOptionValue(QUESTIONNAIRE, Path.of(""));
    List<Path> margins = parsed.matchedOptionValue(CALIBRATE, List.of());
    Stream.concat(Stream.of(answers, questionnaire), margins.stream())
        .forEach(SurveyImportCommand::requireFile);
    return new SurveyRequest(
        answers,
        QuestionnaireFile.read(questionnaire),
        wave(parsed.matchedOptionValue(WAVE, "")),
        margins,
        limits(parsed),
        List.of(questionnaire.toAbsolutePath().resolveSibling("")),
        parsed.hasMatchedOption(AFTER_DELETION),
        dryRun);
  }

  private static RakingLimits limits(ParseResult parsed) {
    double highest = parsed.matchedOptionValue(MAX_WEIGHT, RakingLimits.DEFAULT.highest());
    try {
      return RakingLimits.upTo(highest);
    } catch (IllegalArgumentException outside) {
      throw new CommandException(ExitCode.USAGE, "error.max-weight", RakingLimits.LARGEST);
    }
  }

  private SurveyReport send(SurveyRequest request, ParseResult parsed, ServerAddress server) {
    return new RemoteSurvey(server, surroundings)
        .run(request, parsed.matchedOptionValue(QUESTIONNAIRE, Path.of("")));
  }

  static void requireFile(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "error.no-such-file", file);
    }
  }

  private static ReferencePeriod wave(String text) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new CommandException(ExitCode.USAGE, "error.wave", text);
    }
  }

  private SurveyReport run(SurveyRequest request, ServerConfig config) {
    if (ImportTarget.isMissing(config.store())) {
      // Without areas nothing can be stored: the answer needs no store, and makes none.
      return TemporaryFolder.with(
          folder -> run(request, folder.resolve("store").toString(), StoreLogin.NONE, config));
    }
    return run(request, config.store(), config.login(), config);
  }

  private SurveyReport run(
      SurveyRequest request, String address, StoreLogin login, ServerConfig config) {
    try (var stores = SurveyStores.open(address, login)) {
      return stores
          .importer(
              ImportLimits.STANDARD, CLOCK, new PublishAfterImport(config.surveys().rule(), CLOCK))
          .run(request, ConsoleProgress.of(surroundings));
    }
  }
}
