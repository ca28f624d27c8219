package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.publication.Releases;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseDescription;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.ReleaseView;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.http.Json;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code radar release create}, {@code list}, {@code show} and {@code withdraw}. */
final class ReleaseCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final LocalizedText STEP = new LocalizedText("Dateien schreiben", "Writing files");
  private static final String TITLE_DE = "--title-de";
  private static final String TITLE_EN = "--title-en";
  private static final String NOTES = "--notes";
  private static final String LEVEL = "--level";
  private static final String FORMAT = "--format";
  private static final String REASON_DE = "--reason-de";
  private static final String REASON_EN = "--reason-en";
  private static final String PATH = "api/admin/releases";

  private final Surroundings surroundings;
  private final Action action;
  private final CommandSpec spec;

  private interface Action {
    void run(ReleaseCommand command, Place place, ParseResult parsed);
  }

  /** Where releases are: behind a server, or in a store that is opened here. */
  private record Place(Optional<RemoteJob> server, ServerConfig config) {
    /** What a server tells, or what is found here. */
    JsonNode ask(Function<RemoteJob, JsonNode> there, Here here) {
      return server.map(there).orElseGet(() -> here(here));
    }

    private JsonNode here(Here work) {
      if (ImportTarget.isMissing(config.store())) {
        throw new CommandException(ExitCode.USAGE, "error.no-such-store", config.store());
      }
      try (var store = Stores.open(config.store(), config.login())) {
        return Json.MAPPER.valueToTree(work.on(store));
      }
    }
  }

  /** Work on a store. */
  @FunctionalInterface
  private interface Here {
    Object on(GeodataStore store);
  }

  private ReleaseCommand(Surroundings surroundings, String name, Action action) {
    this.surroundings = surroundings;
    this.action = action;
    spec = CommandSpec.wrapWithoutInspection(this).name(name);
    spec.usageMessage().abbreviateSynopsis(true);
  }

  /** {@code release}. */
  static CommandSpec spec(Surroundings surroundings) {
    var release = CommandSpec.create().name("release");
    release.usageMessage().abbreviateSynopsis(true);
    release.addSubcommand("create", create(surroundings));
    var list = new ReleaseCommand(surroundings, "list", ReleaseCommand::list);
    release.addSubcommand("list", list.withPlace());
    var show = new ReleaseCommand(surroundings, "show", ReleaseCommand::show);
    release.addSubcommand("show", show.withId().withPlace());
    release.addSubcommand("withdraw", withdraw(surroundings));
    return release;
  }

  private static CommandSpec create(Surroundings surroundings) {
    var command = new ReleaseCommand(surroundings, "create", ReleaseCommand::create);
    command.withId();
    command.option(TITLE_DE, "label.text", "option.release-title-de").add();
    command.option(TITLE_EN, "label.text", "option.release-title-en").add();
    command.option(NOTES, "label.file", "option.release-notes").of(Path.class).add();
    command.option(LEVEL, "label.release-level", "option.release-level").listed().add();
    command.option(FORMAT, "label.release-format", "option.release-format").listed().add();
    return command.withPlace();
  }

  private static CommandSpec withdraw(Surroundings surroundings) {
    var command = new ReleaseCommand(surroundings, "withdraw", ReleaseCommand::withdraw);
    command.withId();
    command.option(REASON_DE, "label.text", "option.reason-de").required().add();
    command.option(REASON_EN, "label.text", "option.reason-en").required().add();
    return command.withPlace();
  }

  /** An option on its way into the command. */
  private final class Option {
    private final OptionSpec.Builder builder;

    Option(OptionSpec.Builder builder) {
      this.builder = builder;
    }

    Option of(Class<?> type) {
      builder.type(type);
      return this;
    }

    Option listed() {
      builder.type(List.class).auxiliaryTypes(String.class).splitRegex(",");
      return this;
    }

    Option required() {
      builder.required(true);
      return this;
    }

    void add() {
      spec.addOption(builder.build());
    }
  }

  private Option option(String name, String label, String meaning) {
    var texts = surroundings.texts();
    return new Option(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(texts.get(label))
            .description(texts.get(meaning)));
  }

  private ReleaseCommand withId() {
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(String.class)
            .paramLabel("ID")
            .description(surroundings.texts().get("parameter.release"))
            .build());
    return this;
  }

  private CommandSpec withPlace() {
    ServerOptions.addTo(spec, surroundings.texts());
    SettingOptions.addTo(spec, Setting.OF_THE_STORE_AND_RELEASES, surroundings.texts());
    return spec;
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    var server =
        ServerOptions.find(parsed, surroundings).map(one -> new RemoteJob(one, surroundings));
    try {
      action.run(this, new Place(server, config), parsed);
    } finally {
      surroundings.out().flush();
    }
    return ExitCode.OK;
  }

  private static String id(ParseResult parsed) {
    return parsed.matchedPositionalValue(0, "");
  }

  private void create(Place place, ParseResult parsed) {
    var asked = asked(parsed);
    var told =
        place.ask(
            server ->
                server.run(
                    PATH, "application/json", BodyPublishers.ofString(json(asked).toString())),
            store -> ReleaseView.of(freeze(store, asked, place.config()), ""));
    print(told);
    say("release.created", asked.id());
  }

  private Release freeze(GeodataStore store, Releases.Asked asked, ServerConfig config) {
    var folder =
        config
            .releases()
            .folder()
            .orElseThrow(() -> new CommandException(ExitCode.USAGE, "error.release-folder"));
    var releases = new Releases(store, new ReleaseFolder(folder), CLOCK);
    var contents = surroundings.contents().at(config.publicUrl()).in(surroundings.language().tag());
    try (var step = ConsoleProgress.of(surroundings).begin(STEP, -1)) {
      return releases.freeze(asked, contents, () -> step.advance(1));
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.REJECTED, "error.release-files", folder, String.valueOf(failure.getMessage()));
    }
  }

  private static Releases.Asked asked(ParseResult parsed) {
    String id = id(parsed);
    String usual = "Sozialradar " + id;
    String german = parsed.matchedOptionValue(TITLE_DE, usual);
    String english = parsed.matchedOptionValue(TITLE_EN, usual);
    if (german.isBlank() || english.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "error.release-title");
    }
    return new Releases.Asked(
        id,
        new LocalizedText(german, english),
        notes(Optional.ofNullable(parsed.<Path>matchedOptionValue(NOTES, null))),
        parsed.matchedOptionValue(LEVEL, List.of()),
        parsed.matchedOptionValue(FORMAT, List.of()));
  }

  private static String notes(Optional<Path> file) {
    if (file.isEmpty()) {
      return "";
    }
    try {
      if (Files.size(file.get()) > 4L * ReleaseDescription.MOST_NOTES) {
        throw new CommandException(ExitCode.USAGE, "error.release-notes-long", file.get());
      }
      return Files.readString(file.get()).replace("\r\n", "\n");
    } catch (IOException unreadable) {
      throw new CommandException(ExitCode.USAGE, "error.release-notes", file.get());
    }
  }

  private static ObjectNode json(Releases.Asked asked) {
    var json = Json.MAPPER.createObjectNode().put("id", asked.id());
    json.putObject("title").put("de", asked.title().de()).put("en", asked.title().en());
    if (!asked.notes().isBlank()) {
      json.put("notes", asked.notes());
    }
    addAll(asked.levels(), json.putArray("levels"));
    addAll(asked.formats(), json.putArray("formats"));
    return json;
  }

  private static void addAll(List<String> texts, ArrayNode array) {
    texts.forEach(array::add);
  }

  private void list(Place place, ParseResult parsed) {
    var told =
        place.ask(
            server -> server.get(PATH).path("releases"),
            store -> store.releases().list().stream().map(one -> ReleaseView.of(one, "")).toList());
    if (told.isEmpty()) {
      say("release.none");
    }
    for (var release : told) {
      String key =
          release.path("withdrawn").asBoolean() ? "release.line-withdrawn" : "release.line";
      say(
          key,
          release.path("id").asText(),
          release.path("createdAt").asText(),
          release.path("revision").asText(),
          text(release.path("title")));
    }
  }

  private void show(Place place, ParseResult parsed) {
    String id = id(parsed);
    print(
        place.ask(
            server -> server.get(PATH + "/" + encode(id)),
            store -> ReleaseView.of(find(store, id), "")));
  }

  private static Release find(GeodataStore store, String id) {
    return store
        .releases()
        .find(id)
        .orElseThrow(() -> new CommandException(ExitCode.USAGE, "error.unknown-release", id));
  }

  private void withdraw(Place place, ParseResult parsed) {
    String id = id(parsed);
    String german = parsed.matchedOptionValue(REASON_DE, "");
    String english = parsed.matchedOptionValue(REASON_EN, "");
    if (german.isBlank() || english.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "error.release-reason");
    }
    String path =
        "%s/%s?reasonDe=%s&reasonEn=%s"
            .formatted(PATH, encode(id), encode(german), encode(english));
    var reason = new LocalizedText(german, english);
    place.ask(
        server -> server.delete(path),
        store -> ReleaseView.of(Releases.withdraw(store, id, reason, CLOCK), ""));
    say("release.withdrawn", id);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private void print(JsonNode release) {
    say(
        "release.head",
        release.path("id").asText(),
        text(release.path("title")),
        release.path("createdAt").asText(),
        release.path("revision").asText());
    if (release.path("withdrawn").asBoolean()) {
      var withdrawal = release.path("withdrawal");
      say("release.reason", withdrawal.path("at").asText(), text(withdrawal.path("reason")));
    }
    for (var file : release.path("files")) {
      say(
          "release.file",
          file.path("sha256").asText(),
          file.path("name").asText(),
          file.path("bytes").asText());
    }
    var sources = new ArrayList<String>();
    release.path("sources").forEach(source -> sources.add(source.path("id").asText()));
    say("release.sources", String.join(", ", sources));
  }

  private String text(JsonNode localized) {
    return localized.path(surroundings.language().tag()).asText();
  }

  private void say(String key, Object... arguments) {
    surroundings.out().println(surroundings.texts().get(key, arguments));
  }
}
