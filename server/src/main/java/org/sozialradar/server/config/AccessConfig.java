package org.sozialradar.server.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who may do what.
 *
 * @param reading who may read
 * @param tokenFile file that keeps the tokens; empty if none is named and the store is no folder
 *     beside which it could stand
 */
public record AccessConfig(ReadAccess reading, Optional<Path> tokenFile) {
  private static final String TOKEN_FILE = "tokens.json";
  private static final String H2 = "jdbc:h2:";

  /** Who may read. */
  public enum ReadAccess {
    /** Everybody who reaches the server. */
    PUBLIC,
    /** Who shows a token. */
    TOKEN
  }

  public AccessConfig {
    if (reading == ReadAccess.TOKEN && tokenFile.isEmpty()) {
      throw new ConfigException("config.no-token-file");
    }
  }

  /**
   * The file that keeps the tokens.
   *
   * @throws ConfigException if it is not said where they are kept
   */
  public Path requireTokenFile() {
    return tokenFile.orElseThrow(() -> new ConfigException("config.no-token-file"));
  }

  static AccessConfig of(Map<Setting, GivenValue> given) {
    return new AccessConfig(
        given.get(Setting.READ_ACCESS).oneOf(ReadAccess.class),
        tokenFile(given.get(Setting.TOKEN_STORE), given.get(Setting.STORE).required()));
  }

  private static Optional<Path> tokenFile(GivenValue named, String store) {
    return named.text().isBlank() ? besideStore(store, TOKEN_FILE) : Optional.of(named.path());
  }

  /**
   * A file or folder that stands beside the database of an embedded store.
   *
   * @param store address of the store
   * @param name name of the file or folder
   * @return empty for a database server
   */
  static Optional<Path> besideStore(String store, String name) {
    if (store.startsWith(H2)) {
      String file = store.substring(H2.length()).replaceFirst("^file:", "");
      return Optional.of(given(Setting.STORE, file + "." + name).path());
    }
    return store.startsWith("jdbc:")
        ? Optional.empty()
        : Optional.of(given(Setting.STORE, store).path().resolve(name));
  }

  private static GivenValue given(Setting setting, String text) {
    return new GivenValue(setting, text, setting.key());
  }
}
