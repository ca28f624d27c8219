package org.sozialradar.server.config;

import java.util.List;

/**
 * A configuration that cannot be used. Its text is found by {@link #key()} in the texts of the
 * command line.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<String> arguments;

  ConfigException(String key, String... arguments) {
    super(key + " " + List.of(arguments));
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Key of the text, such as {@code config.unknown-key}. */
  public String key() {
    return key;
  }

  /** What fills the places of the text. */
  public List<String> arguments() {
    return arguments;
  }
}
