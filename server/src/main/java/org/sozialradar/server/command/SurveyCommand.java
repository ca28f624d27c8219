package org.sozialradar.server.command;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.definition.QuestionnaireFile;
import org.sozialradar.ingest.microdata.SurveyStores;
import org.sozialradar.ingest.microdata.SurveyStores.StoredWave;
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
    if (ImportTarget.isMissing(config.store())) {
      say("survey.none");
      return ExitCode.OK;
    }
    try (var stores = SurveyStores.open(config.store(), config.login())) {
      var waves = stores.listWaves();
      waves.forEach(this::print);
      if (waves.isEmpty()) {
        say("survey.none");
      }
    }
    return ExitCode.OK;
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
