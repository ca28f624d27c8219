package org.sozialradar.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.text.Texts;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code radar import} and {@code radar check}, which does all but storing. */
final class ImportCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String DATA = "--data";
  private static final String REPORT = "--report";
  private static final String SAMPLE = "--sample";

  private final Surroundings surroundings;
  private final boolean dryRun;
  private final CommandSpec spec;

  private ImportCommand(Surroundings surroundings, boolean dryRun) {
    this.surroundings = surroundings;
    this.dryRun = dryRun;
    spec = CommandSpec.wrapWithoutInspection(this);
  }

  /** {@code import}. */
  static CommandSpec importing(Surroundings surroundings) {
    var command = new ImportCommand(surroundings, false);
    command.declare("import");
    command.spec.addOption(
        OptionSpec.builder(SAMPLE)
            .type(boolean.class)
            .description(surroundings.texts().get("option.sample"))
            .build());
    ServerOptions.addTo(command.spec, surroundings.texts());
    return command.spec;
  }

  /** {@code check}. */
  static CommandSpec checking(Surroundings surroundings) {
    var command = new ImportCommand(surroundings, true);
    command.declare("check");
    return command.spec;
  }

  private void declare(String name) {
    var texts = surroundings.texts();
    spec.name(name).usageMessage().abbreviateSynopsis(true);
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("parameter.files"))
            .build());
    spec.addOption(
        path(texts, DATA, "label.folder", "option.data")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .build());
    spec.addOption(path(texts, REPORT, "label.file", "option.report").type(Path.class).build());
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
  }

  private static OptionSpec.Builder path(Texts texts, String name, String label, String meaning) {
    return OptionSpec.builder(name).paramLabel(texts.get(label)).description(texts.get(meaning));
  }

  /** An address of the web, of which a path makes one slash of two; no drive of one letter. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/");

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    var report =
        Optional.ofNullable(parsed.<Path>matchedOptionValue(REPORT, null)).map(ReportFile::new);
    List<Path> files = parsed.matchedPositionalValue(0, List.of());
    requireInput(files, parsed.hasMatchedOption(SAMPLE));
    var result =
        ServerOptions.find(parsed, surroundings)
            .map(server -> send(files, server))
            .orElseGet(() -> run(files, config));
    report.ifPresent(file -> file.write(result.toJson()));
    surroundings.out().print(result.toText(surroundings.language().locale()));
    surroundings.out().flush();
    return result.isRejected() ? ExitCode.REJECTED : ExitCode.OK;
  }

  private static void requireInput(List<Path> files, boolean sample) {
    if (files.isEmpty() != sample) {
      throw new CommandException(
          ExitCode.USAGE, sample ? "error.sample-and-files" : "error.no-files");
    }
    for (var file : files) {
      if (ADDRESS.matcher(file.toString()).lookingAt()) {
        throw new CommandException(ExitCode.USAGE, "error.address-as-file", file);
      }
      if (!Files.exists(file)) {
        throw new CommandException(ExitCode.USAGE, "error.no-such-file", file);
      }
    }
  }

  private ImportReport run(List<Path> files, ServerConfig config) {
    if (dryRun && ImportTarget.isMissing(config.store())) {
      // Nothing was imported yet: a check needs no store, and makes none.
      return TemporaryFolder.with(
          folder -> open(files, folder.resolve("store").toString(), StoreLogin.NONE));
    }
    return open(files, config.store(), config.login());
  }

  private ImportReport open(List<Path> files, String address, StoreLogin login) {
    if (files.isEmpty()) {
      return runSample(address, login);
    }
    try (var target = ImportTarget.open(address, login)) {
      return run(files, target.store());
    }
  }

  private ImportReport send(List<Path> files, ServerAddress server) {
    if (files.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "error.sample-and-server");
    }
    return new RemoteImport(server, surroundings).run(request(files), CLOCK);
  }

  private ImportRequest request(List<Path> files) {
    List<Path> folders = spec.commandLine().getParseResult().matchedOptionValue(DATA, List.of());
    return new ImportRequest(files, folders, ManifestFolders.find(), dryRun);
  }

  private ImportReport run(List<Path> files, GeodataStore store) {
    var request = request(files);
    var progress = ConsoleProgress.of(surroundings);
    return Importer.installed(ImportLimits.STANDARD, CLOCK).run(request, store, progress);
  }

  private ImportReport runSample(String address, StoreLogin login) {
    var nothing = new ImportReport(false, CLOCK.instant(), 0, List.of());
    ImportReport report;
    try (var target = ImportTarget.open(address, login)) {
      boolean there = BundledSample.isIn(target.store().listDatasets());
      if (there && SampleSurvey.isIn(target.store())) {
        surroundings.out().println(surroundings.texts().get("import.sample-is-there"));
        return nothing;
      }
      report = there ? nothing : runPackages(target.store());
    }
    if (!report.isRejected()) {
      new SampleSurvey(address, login, surroundings, CLOCK).load();
    }
    return report;
  }

  private ImportReport runPackages(GeodataStore store) {
    return TemporaryFolder.with(folder -> run(BundledSample.copyTo(folder), store));
  }
}
