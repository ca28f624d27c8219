package org.sozialradar.server.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.definition.DefinitionFault;
import org.sozialradar.ingest.definition.IndexFile;
import org.sozialradar.ingest.definition.ModelFile;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.publication.ComputedResults.Stored;
import org.sozialradar.publication.PublicationException;
import org.sozialradar.publication.SurveySource;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code radar estimate} and {@code radar index}: compute what a file describes, and publish it.
 */
final class ComputeCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();

  private final Surroundings surroundings;
  private final Computation computation;
  private final CommandSpec spec;

  /** Computes what a file describes. */
  private interface Computation {
    /** Reads the file, and says how to compute what it describes and to report on it. */
    Prepared prepare(Path file, Surroundings surroundings);
  }

  /** What a file describes, ready to be computed. */
  private interface Prepared {
    /** Computes it, stores it, and tells what was found. */
    String run(ComputedResults results);
  }

  private ComputeCommand(Surroundings surroundings, String name, Computation computation) {
    this.surroundings = surroundings;
    this.computation = computation;
    var texts = surroundings.texts();
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().abbreviateSynopsis(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("parameter." + name))
            .build());
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
  }

  /** {@code estimate}. */
  static CommandSpec estimate(Surroundings surroundings) {
    return new ComputeCommand(surroundings, "estimate", ComputeCommand::model).spec;
  }

  private static Prepared model(Path file, Surroundings surroundings) {
    var model = ModelFile.read(file);
    return results -> {
      Stored stored = results.estimate(model, ComputeCommand::source);
      return new ModelReport(surroundings).of(stored);
    };
  }

  /** {@code index}. */
  static CommandSpec index(Surroundings surroundings) {
    return new ComputeCommand(surroundings, "index", ComputeCommand::index).spec;
  }

  private static Prepared index(Path file, Surroundings surroundings) {
    var index = IndexFile.read(file);
    return results -> new IndexReport(surroundings).of(results.compute(index));
  }

  /** What is to be said of the results of a questionnaire that is kept with a wave. */
  static SurveySource source(String yaml) {
    return QuestionnaireFile.read(yaml.getBytes(StandardCharsets.UTF_8), "questionnaire.yaml")
        .source();
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    if (!Files.isRegularFile(file)) {
      throw new CommandException(ExitCode.USAGE, "error.no-such-file", file);
    }
    try {
      surroundings.out().print(run(file, config));
      return ExitCode.OK;
    } catch (InputRejectedException e) {
      return reject(surroundings, file.toString(), e.issue());
    } catch (PublicationException e) {
      return reject(surroundings, file.toString(), DefinitionFault.of(e, file));
    } finally {
      surroundings.out().flush();
    }
  }

  private String run(Path file, ServerConfig config) {
    var prepared = computation.prepare(file, surroundings);
    try (var results = open(config)) {
      return prepared.run(results);
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

  /** Tells why nothing was stored, as an import does. */
  static int reject(Surroundings surroundings, String input, ImportIssue issue) {
    var report = ImportReport.ofRejected(input, issue, CLOCK.instant());
    surroundings.out().print(report.toText(surroundings.language().locale()));
    return ExitCode.REJECTED;
  }
}
