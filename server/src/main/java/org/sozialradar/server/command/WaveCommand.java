package org.sozialradar.server.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.computation.ComputationReport;
import org.sozialradar.publication.ComputedResults;
import org.sozialradar.publication.WaveDeletion;
import org.sozialradar.publication.WaveDeletion.Resting;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Revision;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code radar survey delete} and {@code publish}: what becomes of a wave that is kept. */
final class WaveCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(WaveCommand.class);
  private static final String WAVE = "--wave";
  private static final String YES = "--yes";

  private final Surroundings surroundings;
  private final Action action;
  private final CommandSpec spec;

  private interface Action {
    int run(WaveCommand command, Place place, Named wave);
  }

  /** Where the wave is: behind a server, or in a store that is opened here. */
  private record Place(Optional<RemoteJob> server, ServerConfig config) {}

  /** A wave as it is named. */
  private record Named(String survey, ReferencePeriod period) {
    /** Its address on a server. */
    String path() {
      String name = URLEncoder.encode(survey, StandardCharsets.UTF_8).replace("+", "%20");
      return "api/admin/surveys/" + name + "/waves/" + period.id();
    }
  }

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
    ServerOptions.addTo(spec, texts);
    SettingOptions.addTo(spec, Setting.OF_THE_STORE_AND_RELEASES, texts);
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
    var server =
        ServerOptions.find(parsed, surroundings).map(one -> new RemoteJob(one, surroundings));
    try {
      return action.run(this, new Place(server, config), wave);
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

  private int publish(Place place, Named wave) {
    var computation = Computation.publication(wave.survey(), wave.period());
    var report =
        place
            .server()
            .map(job -> job.run(wave.path() + "/publication", "", BodyPublishers.noBody()))
            .map(told -> ComputationReport.ofJson(told.toString()))
            .orElseGet(() -> ComputeCommand.run(computation, place.config()));
    return ComputeCommand.tell(surroundings, report, done -> text(done, wave));
  }

  private String text(ComputationReport report, Named wave) {
    var texts = surroundings.texts();
    var lines = new StringJoiner(System.lineSeparator(), "", System.lineSeparator());
    String revision = Long.toString(report.revision());
    lines.add(texts.get("publish.done", wave.survey(), wave.period().id(), revision));
    cells(report)
        .forEach(
            (level, statuses) ->
                statuses.forEach(
                    (status, count) ->
                        lines.add(
                            texts.get("publish.cells", level, status, Integer.toString(count)))));
    return lines.toString();
  }

  /** Number of cells by level and status, of all results together. */
  private static Map<String, Map<String, Integer>> cells(ComputationReport report) {
    var cells = new TreeMap<String, Map<String, Integer>>();
    for (var result : report.results()) {
      for (var level : result.method().path("cells").properties()) {
        var counts = cells.computeIfAbsent(level.getKey(), key -> new TreeMap<>());
        level
            .getValue()
            .properties()
            .forEach(one -> counts.merge(one.getKey(), one.getValue().asInt(), Integer::sum));
      }
    }
    return cells;
  }

  private int delete(Place place, Named wave) {
    boolean really = spec.commandLine().getParseResult().hasMatchedOption(YES);
    if (place.server().isPresent()) {
      deleteThere(place.server().get(), wave, really);
    } else {
      try (var results = ComputeCommand.open(place.config())) {
        deleteHere(results, wave, really, place.config().releases().folder());
      }
    }
    return ExitCode.OK;
  }

  private void deleteThere(RemoteJob server, Named wave, boolean really) {
    var told = server.delete(wave.path() + "?confirm=" + really);
    var resting = new ArrayList<Resting>();
    for (var one : told.path("resting")) {
      var indicators = new TreeSet<String>();
      one.path("indicators").forEach(indicator -> indicators.add(indicator.asText()));
      resting.add(
          new Resting(
              Kind.valueOf(one.path("kind").asText().toUpperCase(Locale.ROOT)),
              one.path("dataset").asText(),
              new ReferencePeriod(one.path("period").asText()),
              indicators));
    }
    print(wave, told.path("respondents").asInt(), told.path("releases").asInt(), resting);
    told.path("frozen").forEach(release -> say("delete.frozen", release.asText()));
    end(really, told.path("revision").asLong());
    if (told.path("filesLeft").asBoolean()) {
      say("delete.files-left");
    }
  }

  private void deleteHere(
      ComputedResults results, Named wave, boolean really, Optional<Path> folder) {
    var deletion = results.deletion(wave.survey(), wave.period());
    var extent = deletion.extent();
    if (extent.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE, "error.unknown-wave", wave.survey(), wave.period().id());
    }
    if (!really) {
      print(wave, extent.respondents(), extent.releases(), extent.resting());
      extent.frozen().forEach(release -> say("delete.frozen", release));
      end(false, 0);
      return;
    }
    var deleted = deletion.delete();
    var gone = deleted.extent();
    print(wave, gone.respondents(), gone.releases(), gone.resting());
    gone.frozen().forEach(release -> say("delete.frozen", release));
    end(true, deleted.revision().map(Revision::number).orElse(0L));
    if (!deletesFiles(deletion, deleted, folder)) {
      throw new CommandException(ExitCode.REJECTED, "delete.files-left");
    }
  }

  private static boolean deletesFiles(
      WaveDeletion deletion, WaveDeletion.Deleted deleted, Optional<Path> folder) {
    if (folder.isEmpty()) {
      return deleted.withdrawn().isEmpty();
    }
    try {
      deletion.deleteFiles(deleted, new ReleaseFolder(folder.get()));
      return true;
    } catch (IOException failure) {
      LOG.error("files of releases cannot be deleted", failure);
      return false;
    }
  }

  private void print(Named wave, int respondents, int releases, List<Resting> resting) {
    say("delete.what", wave.survey(), wave.period().id());
    if (respondents > 0) {
      say("delete.answers", Integer.toString(respondents));
    }
    if (releases > 0) {
      say("delete.releases", Integer.toString(releases));
    }
    for (var one : resting) {
      say(
          "delete." + one.kind().label(),
          one.datasetId(),
          one.period().id(),
          Integer.toString(one.indicators().size()),
          String.join(", ", one.indicators()));
    }
  }

  private void end(boolean really, long revision) {
    if (!really) {
      say("delete.preview");
      return;
    }
    say("delete.done");
    if (revision > 0) {
      say("delete.revision", Long.toString(revision));
    }
    say("delete.elsewhere");
  }

  private void say(String key, Object... arguments) {
    surroundings.out().println(surroundings.texts().get(key, arguments));
  }
}
