package org.sozialradar.server.command;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.server.config.ConfigSources;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.Setting;
import org.sozialradar.server.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Options that are settings of the configuration. All commands read the whole configuration, so
 * that a wrong key never passes.
 */
final class SettingOptions {
  private static final String CONFIG = "--config";

  private SettingOptions() {}

  /** Adds an option for each of the settings, and {@code --config}. */
  static void addTo(CommandSpec command, List<Setting> settings, Texts texts) {
    for (var setting : settings) {
      if (setting.isSecret()) {
        continue; // Other users of the machine see the arguments of a process.
      }
      command.addOption(
          OptionSpec.builder(setting.flag())
              .paramLabel(texts.get("setting." + setting.key() + ".value"))
              .type(String.class)
              .description(describe(setting, texts))
              .build());
    }
    command.addOption(
        OptionSpec.builder(CONFIG)
            .paramLabel(texts.get("label.file"))
            .type(Path.class)
            .description(escape(texts.get("option.config")))
            .build());
  }

  private static String describe(Setting setting, Texts texts) {
    String meaning = texts.get("setting." + setting.key());
    String standard =
        setting.defaultValue().isEmpty()
            ? ""
            : " " + texts.get("option.default", setting.defaultValue());
    return escape(meaning + standard);
  }

  /** Descriptions are formats of {@link String#format}. */
  private static String escape(String text) {
    return text.replace("%", "%%");
  }

  /** The configuration that options, environment and file give together. */
  static ServerConfig read(ParseResult parsed, Map<String, String> environment) {
    var flags = new EnumMap<Setting, String>(Setting.class);
    for (var setting : Setting.values()) {
      if (parsed.hasMatchedOption(setting.flag())) {
        flags.put(setting, parsed.matchedOptionValue(setting.flag(), ""));
      }
    }
    Path named = parsed.matchedOptionValue(CONFIG, null);
    var file =
        Optional.ofNullable(named)
            .or(() -> Optional.ofNullable(environment.get("RADAR_CONFIG")).map(Path::of));
    return ConfigSources.read(flags, environment, file);
  }
}
