package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.StoreLogin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code radar import layer} and {@code radar import grid}, and {@code radar check …}, which does
 * all but storing: a data package of one file, whose manifest is made of the options.
 */
final class FileImportCommand implements Callable<Integer> {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final String REPORT = "--report";

  /** What is imported. */
  enum Kind {
    /** A context layer. */
    LAYER {
      @Override
      List<ManifestOptions.Option> options() {
        return LayerManifest.OPTIONS;
      }

      @Override
      String manifest(Path file, ParseResult parsed) throws IOException {
        return LayerManifest.of(file, parsed);
      }
    },
    /** A population grid. */
    GRID {
      @Override
      List<ManifestOptions.Option> options() {
        return GridManifest.OPTIONS;
      }

      @Override
      String manifest(Path file, ParseResult parsed) throws IOException {
        return GridManifest.of(file, parsed);
      }
    };

    private String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    abstract List<ManifestOptions.Option> options();

    abstract String manifest(Path file, ParseResult parsed) throws IOException;
  }

  private final Surroundings surroundings;
  private final Kind kind;
  private final boolean dryRun;
  private final CommandSpec spec;

  private FileImportCommand(Surroundings surroundings, Kind kind, boolean dryRun) {
    this.surroundings = surroundings;
    this.kind = kind;
    this.dryRun = dryRun;
    spec = CommandSpec.wrapWithoutInspection(this).name(kind.id());
    spec.usageMessage().abbreviateSynopsis(true);
    declare();
  }

  /** The command under {@code import}. */
  static CommandSpec importing(Surroundings surroundings, Kind kind) {
    var command = new FileImportCommand(surroundings, kind, false);
    ServerOptions.addTo(command.spec, surroundings.texts());
    return command.spec;
  }

  /** The command under {@code check}. */
  static CommandSpec checking(Surroundings surroundings, Kind kind) {
    return new FileImportCommand(surroundings, kind, true).spec;
  }

  private void declare() {
    var texts = surroundings.texts();
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("parameter." + kind.id()))
            .build());
    for (var option : kind.options()) {
      spec.addOption(option.spec(texts));
    }
    spec.addOption(
        OptionSpec.builder(REPORT)
            .type(Path.class)
            .paramLabel(texts.get("label.file"))
            .description(texts.get("option.report"))
            .build());
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    var report =
        Optional.ofNullable(parsed.<Path>matchedOptionValue(REPORT, null)).map(ReportFile::new);
    Path file = parsed.matchedPositionalValue(0, Path.of(""));
    SurveyImportCommand.requireFile(file);
    var result = TemporaryFolder.with(folder -> run(file, folder, parsed, config));
    report.ifPresent(one -> one.write(result.toJson()));
    surroundings.out().print(result.toText(surroundings.language().locale()));
    surroundings.out().flush();
    return result.isRejected() ? ExitCode.REJECTED : ExitCode.OK;
  }

  private ImportReport run(Path file, Path folder, ParseResult parsed, ServerConfig config)
      throws IOException {
    var manifest = folder.resolve("datapackage.json");
    Files.writeString(manifest, kind.manifest(file, parsed));
    var beside = file.toAbsolutePath().getParent();
    var request = new ImportRequest(List.of(manifest), List.of(beside), List.of(), dryRun);
    var server =
        dryRun ? Optional.<ServerAddress>empty() : ServerOptions.find(parsed, surroundings);
    if (server.isPresent()) {
      return new RemoteImport(server.get(), surroundings).run(request, CLOCK);
    }
    boolean nothingYet = dryRun && ImportTarget.isMissing(config.store());
    return nothingYet
        ? run(request, folder.resolve("store").toString(), StoreLogin.NONE)
        : run(request, config.store(), config.login());
  }

  private ImportReport run(ImportRequest request, String address, StoreLogin login) {
    try (var target = ImportTarget.open(address, login)) {
      return Importer.installed(ImportLimits.STANDARD, CLOCK)
          .run(request, target.store(), ConsoleProgress.of(surroundings));
    }
  }
}
