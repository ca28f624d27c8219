package org.sozialradar.server.command;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.exports.ExportChoice;
import org.sozialradar.server.exports.ExportFormat;
import org.sozialradar.server.exports.ExportJob;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.store.Stores;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code radar export FORMAT}: areas with their published values as a file, chosen as by {@code
 * /api/exports}. A name that ends with {@code .zip} gets the package, others the bare file.
 */
final class ExportDataCommand implements Callable<Integer> {
  private static final String OUT = "--out";
  private static final String STANDARD_OUTPUT = "-";
  private static final LocalizedText STEP = new LocalizedText("Bytes schreiben", "Writing bytes");

  /** Parameters of {@code /api/exports} that are options here, in the order of the help. */
  private static final List<String> PARAMETERS =
      List.of(
          "level",
          "edition",
          "indicators",
          "periods",
          "area",
          "filter",
          "filter-lang",
          "filter-crs",
          "crs",
          "dialect",
          "form");

  private final Surroundings surroundings;
  private final CommandSpec spec;
  private final String format;

  private ExportDataCommand(Surroundings surroundings, String format) {
    this.surroundings = surroundings;
    this.format = format;
    spec = CommandSpec.wrapWithoutInspection(this);
  }

  /** Adds a command for each format. */
  static void addTo(CommandSpec export, Surroundings surroundings) {
    for (var format : ExportFormat.all()) {
      export.addSubcommand(format.id(), new ExportDataCommand(surroundings, format.id()).spec());
    }
  }

  private CommandSpec spec() {
    var texts = surroundings.texts();
    spec.name(format).usageMessage().abbreviateSynopsis(true);
    for (String parameter : PARAMETERS) {
      spec.addOption(option("--" + parameter, "export." + parameter).build());
    }
    spec.addOption(option(OUT, "export.out").required(true).build());
    SettingOptions.addTo(spec, Setting.OF_THE_STORE, texts);
    return spec;
  }

  private OptionSpec.Builder option(String name, String key) {
    var texts = surroundings.texts();
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(texts.get("label." + key))
        .description(texts.get("option." + key));
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    String out = parsed.matchedOptionValue(OUT, STANDARD_OUTPUT);
    boolean toFile = !out.equals(STANDARD_OUTPUT);
    if (toFile) {
      TemporaryFolder.requirePlace(Path.of(out));
    }
    try (var store = Stores.open(config.store(), config.login())) {
      var query =
          new Query(Map.of(), parameters(out), config.publicUrl(), surroundings.language(), "");
      var choice = ExportChoice.of(Snapshots.read(store), query);
      if (toFile) {
        write(choice, Path.of(out));
      } else {
        write(choice, System.out);
        if (System.out.checkError()) { // It throws nothing, not even where the disk is full.
          throw new IOException("the output cannot be written");
        }
      }
    } catch (IOException failure) {
      throw failed(out, failure);
    } catch (UncheckedIOException failure) {
      throw failed(out, failure.getCause());
    }
    return ExitCode.OK;
  }

  private static CommandException failed(String out, IOException failure) {
    return new CommandException(
        ExitCode.REJECTED, "error.export", out, String.valueOf(failure.getMessage()));
  }

  private Map<String, List<String>> parameters(String out) {
    var parsed = spec.commandLine().getParseResult();
    var parameters = new HashMap<String, List<String>>();
    boolean packed = out.toLowerCase(Locale.ROOT).endsWith(".zip");
    parameters.put("form", List.of(packed ? "package" : "file"));
    parameters.put("format", List.of(format));
    for (String name : PARAMETERS) {
      if (parsed.hasMatchedOption("--" + name)) {
        parameters.put(name, List.of(parsed.matchedOptionValue("--" + name, "")));
      }
    }
    return parameters;
  }

  /** Writes a file, whole or not at all. */
  private void write(ExportChoice choice, Path file) throws IOException {
    TemporaryFolder.writeWhole(
        file,
        part -> {
          try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            write(choice, out);
          }
        });
    surroundings
        .err()
        .println(
            surroundings
                .texts()
                .get("export.done", file, Long.toString((Files.size(file) + 1023) / 1024)));
    surroundings.err().flush();
  }

  private void write(ExportChoice choice, OutputStream out) throws IOException {
    SqliteLibrary.useOwnFolder();
    try (var step = ConsoleProgress.of(surroundings).begin(STEP, -1)) {
      TemporaryFolder.with(
          folder -> {
            new ExportJob(choice, folder).write(new Counted(out, step));
            return folder;
          });
    }
  }

  /** Tells how many bytes were written. */
  private static final class Counted extends FilterOutputStream {
    private final Progress.Step step;

    Counted(OutputStream out, Progress.Step step) {
      super(out);
      this.step = step;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      step.advance(1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      step.advance(length);
    }
  }
}
