package org.sozialradar.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code radar export pyramid}: a layer of tiles as one file for a web server without a store. */
final class ExportCommand implements Callable<Integer> {
  private static final String LAYER = "--layer";
  private static final String EDITION = "--edition";
  private static final String COLUMNS = "--columns";
  private static final String OUT = "--out";

  private static final String USUAL_LAYER = "municipality";

  private final Surroundings surroundings;
  private final CommandSpec spec;

  private ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    spec = CommandSpec.wrapWithoutInspection(this);
  }

  /** {@code pyramid}. */
  static CommandSpec pyramid(Surroundings surroundings) {
    var command = new ExportCommand(surroundings);
    var texts = surroundings.texts();
    command.spec.name("pyramid").usageMessage().abbreviateSynopsis(true);
    command.spec.addOption(
        command.option(LAYER, "label.layer", "option.layer").defaultValue(USUAL_LAYER).build());
    command.spec.addOption(command.option(EDITION, "label.edition", "option.edition").build());
    command.spec.addOption(
        command
            .option(COLUMNS, "label.columns", "option.columns")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .build());
    command.spec.addOption(
        command.option(OUT, "label.file", "option.out").type(Path.class).required(true).build());
    SettingOptions.addTo(command.spec, Setting.OF_THE_STORE, texts);
    return command.spec;
  }

  private OptionSpec.Builder option(String name, String label, String meaning) {
    var texts = surroundings.texts();
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(texts.get(label))
        .description(texts.get(meaning));
  }

  @Override
  public Integer call() {
    var parsed = spec.commandLine().getParseResult();
    var config = SettingOptions.read(parsed, surroundings.environment());
    Path file = parsed.matchedOptionValue(OUT, null);
    TemporaryFolder.requirePlace(file);
    var layer =
        new Archiving.Layer(
            parsed.matchedOptionValue(LAYER, USUAL_LAYER),
            parsed.matchedOptionValue(EDITION, ""),
            parsed.matchedOptionValue(COLUMNS, List.of()));
    try (var store = Stores.open(config.store(), config.login())) {
      var progress = ConsoleProgress.of(surroundings);
      TemporaryFolder.writeWhole(
          file, whole -> surroundings.archiving().write(store, layer, whole, progress));
      var text =
          surroundings.texts().get("export.done", file, Long.toString(Files.size(file) / 1024));
      surroundings.out().println(text);
      surroundings.out().flush();
    } catch (IOException failure) {
      throw new CommandException(
          ExitCode.REJECTED, "error.export", file, String.valueOf(failure.getMessage()));
    }
    return ExitCode.OK;
  }
}
