package org.sozialradar.server.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads settings from where they may stand. The command line goes before the environment, the
 * environment before the file, the file before the defaults.
 */
public final class ConfigSources {
  private static final String PREFIX = "RADAR_";

  private ConfigSources() {}

  /**
   * The configuration that the three places give together.
   *
   * @param flags settings of the command line
   * @param environment variables of the process; those without {@code RADAR_} do not matter
   * @param file file of properties in UTF-8, if one is named
   * @throws ConfigException if a key or variable is unknown, the file cannot be read or a value is
   *     not valid
   */
  public static ServerConfig read(
      Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
    var given = new EnumMap<Setting, GivenValue>(Setting.class);
    for (var setting : Setting.values()) {
      given.put(setting, new GivenValue(setting, setting.defaultValue(), setting.key()));
    }
    file.ifPresent(path -> given.putAll(ofFile(path)));
    given.putAll(ofEnvironment(environment));
    flags.forEach(
        (setting, text) -> given.put(setting, new GivenValue(setting, text, setting.flag())));
    return ServerConfig.of(given);
  }

  private static Map<Setting, GivenValue> ofEnvironment(Map<String, String> environment) {
    var given = new EnumMap<Setting, GivenValue>(Setting.class);
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              if (!variable.startsWith(PREFIX) || Setting.OTHER_VARIABLES.contains(variable)) {
                return;
              }
              var setting =
                  Setting.findVariable(variable)
                      .orElseThrow(() -> new ConfigException("config.unknown-variable", variable));
              given.put(setting, new GivenValue(setting, text, variable));
            });
    return given;
  }

  private static Map<Setting, GivenValue> ofFile(Path file) {
    var given = new EnumMap<Setting, GivenValue>(Setting.class);
    properties(file)
        .forEach(
            (name, text) -> {
              String key = name.toString();
              var setting =
                  Setting.findKey(key)
                      .orElseThrow(
                          () -> new ConfigException("config.unknown-key", key, file.toString()));
              given.put(setting, new GivenValue(setting, text.toString(), file + ": " + key));
            });
    return given;
  }

  private static Properties properties(Path file) {
    var properties = new UniqueProperties(file);
    try {
      properties.load(new StringReader(Files.readString(file)));
      return properties;
    } catch (NoSuchFileException missing) {
      throw new ConfigException("config.no-file", file.toString());
    } catch (MalformedInputException notUtf8) {
      throw new ConfigException("config.not-utf8", file.toString());
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new ConfigException(
          "config.unreadable-file", file.toString(), String.valueOf(unreadable.getMessage()));
    }
  }

  /** Properties in which no key may stand twice. */
  private static final class UniqueProperties extends Properties {
    private static final long serialVersionUID = 1L;
    private final String file;

    UniqueProperties(Path file) {
      this.file = file.toString();
    }

    @Override
    public synchronized Object put(Object key, Object value) {
      if (containsKey(key)) {
        throw new ConfigException("config.repeated-key", key.toString(), file);
      }
      return super.put(key, value);
    }
  }
}
