package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.ingest.microdata.SurveyStores.StoredWave;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code radar survey list} and {@code radar questionnaire check}. */
final class SurveyCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

  private final Surroundings surroundings;
  private final Action action;
  private final CommandSpec spec;

  private interface Action {
    int run(SurveyCommand command, ParseResult parsed);
  }

  private SurveyCommand(Surroundings surroundings, String name, Action action) {
    this.surroundings = surroundings;
    this.action = action;
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().abbreviateSynopsis(true);
  }

  /** {@code survey} with its commands. */
  static CommandSpec survey(Surroundings surroundings) {
    var list = new SurveyCommand(surroundings, "list", SurveyCommand::list);
    ServerOptions.addTo(list.spec, surroundings.texts());
    SettingOptions.addTo(list.spec, Setting.OF_THE_STORE, surroundings.texts());
    return group("survey")
        .addSubcommand("list", list.spec)
        .addSubcommand("publish", WaveCommand.publish(surroundings))
        .addSubcommand("delete", WaveCommand.delete(surroundings));
  }

  /** {@code questionnaire} with its commands. */
  static CommandSpec questionnaire(Surroundings surroundings) {
    var check = new SurveyCommand(surroundings, "check", SurveyCommand::check);
    check.spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(Path.class)
            .paramLabel(surroundings.texts().get("label.file"))
            .description(surroundings.texts().get("option.questionnaire"))
            .build());
    return group("questionnaire").addSubcommand("check", check.spec);
  }

  private static CommandSpec group(String name) {
    var group = CommandSpec.create().name(name);
    group.usageMessage().abbreviateSynopsis(true);
    return group;
  }

  @Override
  public Integer call() {
    try {
      return action.run(this, spec.commandLine().getParseResult());
    } finally {
      surroundings.out().flush();
    }
  }

  private int list(ParseResult parsed) {
    var config = SettingOptions.read(parsed, surroundings.environment());
    var waves =
        ServerOptions.find(parsed, surroundings).map(this::there).orElseGet(() -> here(config));
    waves.forEach(this::print);
    if (waves.isEmpty()) {
      say("survey.none");
    }
    return ExitCode.OK;
  }

  private static List<StoredWave> here(ServerConfig config) {
    if (ImportTarget.isMissing(config.store())) {
      return List.of();
    }
    try (var stores = SurveyStores.open(config.store(), config.login())) {
      return stores.listWaves();
    }
  }

  private List<StoredWave> there(ServerAddress server) {
    var told = new RemoteJob(server, surroundings).get("api/admin/surveys");
    var waves = new ArrayList<StoredWave>();
    told.path("waves").forEach(one -> waves.add(wave(one, "importedAt", false)));
    told.path("deleted").forEach(one -> waves.add(wave(one, "deletedAt", true)));
    return waves;
  }

  private static StoredWave wave(JsonNode told, String time, boolean deleted) {
    return new StoredWave(
        told.path("survey").asText(),
        told.path("wave").asText(),
        Instant.parse(told.path(time).asText()),
        told.path("respondents").asInt(),
        deleted);
  }

  private void print(StoredWave wave) {
    say(
        wave.deleted() ? "survey.deleted" : "survey.wave",
        wave.survey(),
        wave.period(),
        TIME.format(wave.at()),
        Integer.toString(wave.respondents()));
  }

  private int check(ParseResult parsed) {
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    SurveyImportCommand.requireFile(file);
    try {
      var questionnaire = QuestionnaireFile.read(file).questionnaire();
      say(
          "questionnaire.right",
          questionnaire.id(),
          Integer.toString(questionnaire.items().size()),
          Integer.toString(questionnaire.scales().size()),
          Integer.toString(questionnaire.proportions().size()));
      return ExitCode.OK;
    } catch (InputRejectedException e) {
      return SurveyImportCommand.refuse(e, surroundings);
    }
  }

  private void say(String key, Object... arguments) {
    surroundings.out().println(surroundings.texts().get(key, arguments));
  }
}
