package org.sozialradar.server.command;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Revision;
import org.sozialradar.store.Stores;
import org.sozialradar.store.UnknownRevisionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Commands about the store itself: {@code radar migrate}, {@code revisions}, {@code restore} and
 * {@code prune}.
 */
final class StoreCommand implements Callable<Integer> {
  private static final String KEEP = "--keep";
  private static final String YES = "--yes";
  private static final int KEPT_REVISIONS = 10;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private final Surroundings surroundings;
  private final Action action;
  private final CommandSpec spec;

  private interface Action {
    void run(StoreCommand command, ServerConfig config, ParseResult parsed);
  }

  private StoreCommand(Surroundings surroundings, String name, Action action) {
    this.surroundings = surroundings;
    this.action = action;
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().abbreviateSynopsis(true);
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, surroundings.texts());
  }

  static CommandSpec migrate(Surroundings surroundings) {
    return new StoreCommand(surroundings, "migrate", StoreCommand::migrate).spec;
  }

  static CommandSpec revisions(Surroundings surroundings) {
    return new StoreCommand(surroundings, "revisions", onStore(StoreCommand::list)).spec;
  }

  static CommandSpec restore(Surroundings surroundings) {
    var command = new StoreCommand(surroundings, "restore", onStore(StoreCommand::restore));
    command.spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(long.class)
            .paramLabel(surroundings.texts().get("label.revision"))
            .description(surroundings.texts().get("parameter.revision"))
            .build());
    return command.spec;
  }

  static CommandSpec prune(Surroundings surroundings) {
    var command = new StoreCommand(surroundings, "prune", onStore(StoreCommand::prune));
    command.spec.addOption(
        OptionSpec.builder(KEEP)
            .type(int.class)
            .paramLabel("N")
            .description(surroundings.texts().get("option.keep", KEPT_REVISIONS))
            .build());
    command.spec.addOption(
        OptionSpec.builder(YES)
            .type(boolean.class)
            .description(surroundings.texts().get("option.yes"))
            .build());
    return command.spec;
  }

  private interface StoreAction {
    void run(StoreCommand command, GeodataStore store, ParseResult parsed);
  }

  private static Action onStore(StoreAction action) {
    return (command, config, parsed) -> {
      try (var store = Stores.open(config.store(), config.login())) {
        action.run(command, store, parsed);
      }
    };
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    action.run(this, SettingOptions.read(parsed, surroundings.environment()), parsed);
    surroundings.out().flush();
    return ExitCode.OK;
  }

  private void migrate(ServerConfig config, ParseResult parsed) {
    int version = Stores.migrate(config.store(), config.login());
    say("migrate.done", Integer.toString(version));
  }

  private void list(GeodataStore store, ParseResult parsed) {
    var revisions = store.listRevisions();
    if (revisions.isEmpty()) {
      say("revisions.none");
    }
    print(revisions);
  }

  private void print(List<Revision> revisions) {
    for (var revision : revisions) {
      var line = new StringBuilder();
      line.append("%6d  %s  ".formatted(revision.number(), TIME.format(revision.createdAt())));
      line.append(revision.datasetId());
      if (revision.restoredFrom() > 0) {
        line.append("  ")
            .append(
                surroundings
                    .texts()
                    .get("revisions.restored", Long.toString(revision.restoredFrom())));
      }
      surroundings.out().println(line);
    }
  }

  private void restore(GeodataStore store, ParseResult parsed) {
    long number = parsed.<Long>matchedPositionalValue(0, 0L);
    try {
      var revision = store.restore(number);
      say("restore.done", Long.toString(revision.number()), Long.toString(number));
    } catch (UnknownRevisionException unknown) {
      throw new CommandException(ExitCode.USAGE, "error.unknown-revision", number);
    }
  }

  private void prune(GeodataStore store, ParseResult parsed) {
    int keep = parsed.<Integer>matchedOptionValue(KEEP, KEPT_REVISIONS);
    if (keep < 1) {
      throw new CommandException(ExitCode.USAGE, "error.keep", keep);
    }
    boolean really = parsed.hasMatchedOption(YES);
    var pruned = really ? store.prune(keep) : store.listPrunable(keep);
    print(pruned);
    if (pruned.isEmpty()) {
      say("prune.none", Integer.toString(keep));
    } else {
      say(really ? "prune.done" : "prune.preview", Integer.toString(pruned.size()));
    }
  }

  private void say(String key, Object... arguments) {
    surroundings.out().println(surroundings.texts().get(key, arguments));
  }
}
