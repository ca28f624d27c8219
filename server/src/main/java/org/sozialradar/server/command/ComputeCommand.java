package org.sozialradar.server.command;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.computation.ComputationReport;
import org.sozialradar.ingest.definition.DefinitionBytes;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code radar estimate} and {@code radar index}: compute what a file describes, and publish it.
 */
final class ComputeCommand implements Callable<Integer> {
  static final Clock CLOCK = Clock.systemUTC();
  private static final String REPORT = "--report";

  private final Surroundings surroundings;
  private final Asked asked;
  private final CommandSpec spec;

  /**
   * What is asked for.
   *
   * @param name name of the command
   * @param path where a server takes it
   * @param reading reads the file
   * @param text what there is to say of results
   */
  private record Asked(
      String name,
      String path,
      Computation.Reading reading,
      Function<ComputationReport, String> text) {}

  private ComputeCommand(Surroundings surroundings, Asked asked) {
    this.surroundings = surroundings;
    this.asked = asked;
    var texts = surroundings.texts();
    spec = CommandSpec.wrapWithoutInspection(this).name(asked.name());
    spec.usageMessage().abbreviateSynopsis(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("parameter." + asked.name()))
            .build());
    spec.addOption(
        OptionSpec.builder(REPORT)
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("option.report"))
            .build());
    ServerOptions.addTo(spec, texts);
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
  }

  /** {@code estimate}. */
  static CommandSpec estimate(Surroundings surroundings) {
    Function<ComputationReport, String> text = report -> new ModelReport(surroundings).of(report);
    var asked = new Asked("estimate", "api/admin/estimates", Computation::model, text);
    return new ComputeCommand(surroundings, asked).spec;
  }

  /** {@code index}. */
  static CommandSpec index(Surroundings surroundings) {
    Function<ComputationReport, String> text = report -> new IndexReport(surroundings).of(report);
    var asked = new Asked("index", "api/admin/indices", Computation::index, text);
    return new ComputeCommand(surroundings, asked).spec;
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    SurveyImportCommand.requireFile(file);
    var place =
        Optional.ofNullable(parsed.<Path>matchedOptionValue(REPORT, null)).map(ReportFile::new);
    var server = ServerOptions.find(parsed, surroundings);
    var report = report(file, server, config);
    place.ifPresent(one -> one.write(report.toJson()));
    return tell(surroundings, report, asked.text());
  }

  private ComputationReport report(Path file, Optional<ServerAddress> server, ServerConfig config) {
    try {
      byte[] yaml = DefinitionBytes.of(file);
      if (server.isPresent()) {
        var body = BodyPublishers.ofByteArray(yaml);
        var job = new RemoteJob(server.get(), surroundings);
        return ComputationReport.ofJson(job.run(asked.path(), "application/yaml", body).toString());
      }
      return run(asked.reading().read(yaml, file.getFileName().toString()), config);
    } catch (InputRejectedException e) {
      return ComputationReport.ofRejected(file.toString(), e.issue(), CLOCK.instant());
    }
  }

  /**
   * Computes and stores here.
   *
   * @throws CommandException if there is no such store: none is made
   */
  static ComputationReport run(Computation computation, ServerConfig config) {
    try (var results = open(config)) {
      return computation.run(results, false, CLOCK);
    }
  }

  /**
   * Opens what results are computed from.
   *
   * @throws CommandException if there is no such store: none is made
   */
  static ComputedResults open(ServerConfig config) {
    if (ImportTarget.isMissing(config.store())) {
      throw new CommandException(ExitCode.USAGE, "error.no-such-store", config.store());
    }
    return ComputedResults.open(config.store(), config.login(), config.surveys().rule(), CLOCK);
  }

  /** Tells what came of it, or why nothing was stored, as an import does. */
  static int tell(
      Surroundings surroundings,
      ComputationReport report,
      Function<ComputationReport, String> text) {
    var out = surroundings.out();
    if (report.isRejected()) {
      var issue = report.issues().get(0);
      var rejected = ImportReport.ofRejected(report.subject(), issue, report.finishedAt());
      out.print(rejected.toText(surroundings.language().locale()));
    } else {
      out.print(text.apply(report));
    }
    out.flush();
    return report.isRejected() ? ExitCode.REJECTED : ExitCode.OK;
  }
}
