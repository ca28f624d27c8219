package org.sozialradar.server.command;

import java.time.DateTimeException;
import java.util.concurrent.Callable;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.definition.DefinitionFault;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.publication.PublicationException;
import org.sozialradar.publication.WaveDeletion;
import org.sozialradar.server.config.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code radar survey delete} and {@code publish}: what becomes of a wave that is kept. */
final class WaveCommand implements Callable<Integer> {
  private static final String WAVE = "--wave";
  private static final String YES = "--yes";

  private final Surroundings surroundings;
  private final Action action;
  private final CommandSpec spec;

  private interface Action {
    void run(WaveCommand command, ComputedResults results, Named wave);
  }

  /** A wave as it is named. */
  private record Named(String survey, ReferencePeriod period) {}

  private WaveCommand(Surroundings surroundings, String name, Action action) {
    this.surroundings = surroundings;
    this.action = action;
    var texts = surroundings.texts();
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().abbreviateSynopsis(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel(texts.get("label.survey"))
            .description(texts.get("parameter.survey"))
            .build());
    spec.addOption(
        OptionSpec.builder(WAVE)
            .type(String.class)
            .required(true)
            .paramLabel(texts.get("label.wave"))
            .description(texts.get("option.wave"))
            .build());
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
  }

  /** {@code survey delete}. */
  static CommandSpec delete(Surroundings surroundings) {
    var command = new WaveCommand(surroundings, "delete", WaveCommand::delete);
    command.spec.addOption(
        OptionSpec.builder(YES)
            .type(boolean.class)
            .description(surroundings.texts().get("option.yes"))
            .build());
    return command.spec;
  }

  /** {@code survey publish}. */
  static CommandSpec publish(Surroundings surroundings) {
    return new WaveCommand(surroundings, "publish", WaveCommand::publish).spec;
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    String survey = parsed.matchedPositionalValue(0, "");
    var wave = new Named(survey, period(parsed.matchedOptionValue(WAVE, "")));
    try (var results = ComputeCommand.open(config)) {
      action.run(this, results, wave);
      return ExitCode.OK;
    } catch (PublicationException e) {
      return ComputeCommand.reject(surroundings, survey, DefinitionFault.of(e));
    } finally {
      surroundings.out().flush();
    }
  }

  private static ReferencePeriod period(String text) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CommandException(ExitCode.USAGE, "error.wave", text);
    }
  }

  private void publish(ComputedResults results, Named wave) {
    var published = results.publish(wave.survey(), wave.period(), ComputeCommand::source);
    say(
        "publish.done",
        wave.survey(),
        wave.period().id(),
        Long.toString(published.revision().number()));
    published
        .summary()
        .cells()
        .forEach(
            (level, statuses) ->
                statuses.forEach(
                    (status, count) ->
                        say("publish.cells", level, status.label(), Integer.toString(count))));
  }

  private void delete(ComputedResults results, Named wave) {
    var deletion = results.deletion(wave.survey(), wave.period());
    if (deletion.extent().isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "error.unknown-wave", wave.survey(), wave.period().id());
    }
    if (!spec.commandLine().getParseResult().hasMatchedOption(YES)) {
      print(deletion.extent(), wave);
      say("delete.preview");
      return;
    }
    var deleted = deletion.delete();
    print(deleted.extent(), wave);
    say("delete.done");
    deleted
        .revision()
        .ifPresent(revision -> say("delete.revision", Long.toString(revision.number())));
    say("delete.elsewhere");
  }

  private void print(WaveDeletion.Extent extent, Named wave) {
    say("delete.what", wave.survey(), wave.period().id());
    if (extent.answers().isPresent()) {
      say("delete.answers", Integer.toString(extent.respondents()));
    }
    if (extent.releases() > 0) {
      say("delete.releases", Integer.toString(extent.releases()));
    }
    for (var one : extent.resting()) {
      say(
          "delete." + one.kind().label(),
          one.datasetId(),
          one.period().id(),
          Integer.toString(one.indicators().size()),
          String.join(", ", one.indicators()));
    }
  }

  private void say(String key, Object... arguments) {
    surroundings.out().println(surroundings.texts().get(key, arguments));
  }
}
