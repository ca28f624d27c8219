package org.sozialradar.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * The settings file of the distribution and the page of settings follow from {@link Setting} and
 * its texts. After a change there, {@code mvn -Dweb.skip -pl server -am test
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtest=SettingsReferenceTest -Dradar.golden=refresh}
 * writes them anew.
 */
class SettingsReferenceTest {
  private static final Path FILE = Path.of("src", "main", "dist", "conf", "radar.properties");
  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  private static final String FILE_HEAD =
      """
      # Settings of Sozialradar (UTF-8). Each line below shows a default; take the # away to change it.
      # Einstellungen von Sozialradar (UTF-8). Jede Zeile unten zeigt eine Vorgabe; ohne # gilt der eigene Wert.
      """;

  private static final String PAGE_HEAD =
      """
      # Settings

      Each stands on the command line of `radar serve` (`--tile-cache-mib 128`), in the environment (`RADAR_TILE_CACHE_MIB=128`) or in a file (`tile-cache-mib=128`, named by `--config`
      or `RADAR_CONFIG`). The command line goes before the environment, the environment before the file. An unknown name or a wrong value ends the start. A test compares this page with the program.

      | setting | default | values | meaning |
      |---|---|---|---|
      """;

  @TempDir Path folder;

  @Test
  void theFileOfTheDistributionNamesEverySettingWithItsDefault() throws IOException {
    assertSame(FILE, file());
  }

  @Test
  void thePageNamesEverySetting() throws IOException {
    assertSame(PAGE, page());
  }

  @Test
  void theFileCanBeReadAndMeansTheDefaults() throws IOException {
    var lines = Files.readString(FILE).lines().toList();
    var settings = lines.stream().filter(line -> line.matches("#[a-z0-9-]+=.*")).toList();
    assertThat(settings).hasSize(Setting.values().length);
    var taken = settings.stream().map(line -> line.substring(1)).toList();
    var read = Files.write(folder.resolve("radar.properties"), taken);
    assertThat(ConfigSources.read(Map.of(), Map.of(), Optional.of(read)))
        .isEqualTo(ConfigSources.read(Map.of(), Map.of(), Optional.of(FILE)))
        .isEqualTo(ConfigSources.read(Map.of(), Map.of(), Optional.empty()));
  }

  private static void assertSame(Path file, String expected) throws IOException {
    if ("refresh".equals(System.getProperty("radar.golden"))) {
      Files.writeString(file, expected);
    }
    assertThat(file)
        .as("written anew by this test with -Dradar.golden=refresh")
        .content()
        .isEqualTo(expected);
  }

  private static String file() {
    var text = new StringBuilder(FILE_HEAD);
    for (var setting : Setting.values()) {
      String values = values(setting).isEmpty() ? "" : " [" + values(setting) + "]";
      text.append("\n# ").append(meaning(setting, Language.ENGLISH)).append(values);
      text.append("\n# ").append(meaning(setting, Language.GERMAN));
      text.append("\n#").append(setting.key()).append('=').append(setting.defaultValue());
      text.append('\n');
    }
    return text.toString();
  }

  private static String page() {
    var text = new StringBuilder(PAGE_HEAD);
    for (var setting : Setting.values()) {
      String standard = setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`";
      var cells =
          List.of(
              "`" + setting.key() + "`",
              standard,
              values(setting),
              meaning(setting, Language.ENGLISH));
      text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    return text.toString();
  }

  private static String meaning(Setting setting, Language language) {
    return Texts.of(RadarCommandLine.class, "command", language).get("setting." + setting.key());
  }

  /** What the program itself says when it is given something else; empty if it takes any text. */
  private static String values(Setting setting) {
    try {
      ConfigSources.read(Map.of(setting, "?"), Map.of(), Optional.empty());
      return "";
    } catch (ConfigException refused) {
      var arguments = refused.arguments();
      return switch (refused.key()) {
        case "config.not-in-range" -> arguments.get(2) + " to " + arguments.get(3);
        case "config.not-a-choice" -> arguments.get(2);
        default -> "";
      };
    }
  }
}
