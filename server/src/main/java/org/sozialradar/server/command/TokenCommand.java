package org.sozialradar.server.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.Token;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code radar token create}, {@code list} and {@code revoke}; the server need not run. */
final class TokenCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String NAME = "--name";
  private static final String ROLE = "--role";
  private static final String DAYS = "--days";
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 3650;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

  private final Surroundings surroundings;
  private final Action action;
  private final CommandSpec spec;

  private interface Action {
    void run(TokenCommand command, TokenFile tokens, ParseResult parsed);
  }

  private TokenCommand(Surroundings surroundings, String name, Action action) {
    this.surroundings = surroundings;
    this.action = action;
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().abbreviateSynopsis(true);
    SettingOptions.addTo(spec, List.of(Setting.STORE, Setting.TOKEN_STORE), surroundings.texts());
  }

  static CommandSpec spec(Surroundings surroundings) {
    var token = CommandSpec.create().name("token");
    token.usageMessage().abbreviateSynopsis(true);
    token.addSubcommand("create", create(surroundings));
    token.addSubcommand("list", new TokenCommand(surroundings, "list", TokenCommand::list).spec);
    token.addSubcommand("revoke", revoke(surroundings));
    return token;
  }

  private static CommandSpec create(Surroundings surroundings) {
    var texts = surroundings.texts();
    var command = new TokenCommand(surroundings, "create", TokenCommand::create);
    command.spec.addOption(
        OptionSpec.builder(NAME)
            .required(true)
            .type(String.class)
            .paramLabel(texts.get("label.name"))
            .description(texts.get("option.token-name"))
            .build());
    command.spec.addOption(
        OptionSpec.builder(ROLE)
            .required(true)
            .type(String.class)
            .paramLabel("reader|editor|admin")
            .description(texts.get("option.token-role"))
            .build());
    command.spec.addOption(days(texts));
    return command.spec;
  }

  private static OptionSpec days(Texts texts) {
    return OptionSpec.builder(DAYS)
        .type(int.class)
        .paramLabel(texts.get("label.days"))
        .description(texts.get("option.token-days", USUAL_DAYS))
        .build();
  }

  private static CommandSpec revoke(Surroundings surroundings) {
    var command = new TokenCommand(surroundings, "revoke", TokenCommand::revoke);
    command.spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel(surroundings.texts().get("label.token"))
            .description(surroundings.texts().get("parameter.token"))
            .build());
    return command.spec;
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    action.run(this, new TokenFile(config.access().requireTokenFile(), CLOCK), parsed);
    surroundings.out().flush();
    return ExitCode.OK;
  }

  private void create(TokenFile tokens, ParseResult parsed) {
    String name = parsed.matchedOptionValue(NAME, "");
    if (!Token.isName(name)) {
      throw new CommandException(ExitCode.USAGE, "error.token-name", name);
    }
    int days = parsed.<Integer>matchedOptionValue(DAYS, USUAL_DAYS);
    if (days < 1 || days > MOST_DAYS) {
      throw new CommandException(ExitCode.USAGE, "error.token-days", days);
    }
    var issued =
        tokens
            .create(name, role(parsed), Duration.ofDays(days))
            .orElseThrow(
                () -> new CommandException(ExitCode.USAGE, "error.token-name-taken", name));
    // The secret alone goes to the output, so that it can be led into a file.
    surroundings.err().println(text("token.created", name, issued.token().id(), end(issued)));
    surroundings.err().flush();
    surroundings.out().println(issued.secret());
  }

  private static String end(TokenFile.Issued issued) {
    return TIME.format(issued.token().expiresAt());
  }

  private static Role role(ParseResult parsed) {
    String id = parsed.matchedOptionValue(ROLE, "");
    return Role.find(id)
        .orElseThrow(() -> new CommandException(ExitCode.USAGE, "error.token-role", id));
  }

  private void list(TokenFile tokens, ParseResult parsed) {
    var all = tokens.list();
    if (all.isEmpty()) {
      surroundings.out().println(text("token.none"));
    }
    all.forEach(token -> surroundings.out().println(line(token, CLOCK.instant())));
  }

  private String line(Token token, Instant now) {
    String times = TIME.format(token.createdAt()) + "  " + TIME.format(token.expiresAt());
    String line = "%s  %-6s  %s  %s".formatted(token.id(), token.role().id(), times, token.name());
    return token.isExpired(now) ? line + "  " + text("token.expired") : line;
  }

  private void revoke(TokenFile tokens, ParseResult parsed) {
    String named = parsed.matchedPositionalValue(0, "");
    var token =
        tokens
            .revoke(named)
            .orElseThrow(() -> new CommandException(ExitCode.USAGE, "error.unknown-token", named));
    surroundings.out().println(text("token.revoked", token.name(), token.id()));
  }

  private String text(String key, Object... arguments) {
    return surroundings.texts().get(key, arguments);
  }
}
