package org.sozialradar.server.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting by its name in the three places that it may stand in: {@code --tile-cache-mib} on the
 * command line, {@code RADAR_TILE_CACHE_MIB} in the environment, {@code tile-cache-mib} in the
 * file. What it means stands in the help texts of the command.
 */
public enum Setting {
  STORE("var/radar"),
  STORE_USER(""),
  /** Stands in the environment or the file, never on the command line. */
  STORE_PASSWORD(""),
  HOST("127.0.0.1"),
  PORT("7070"),
  PUBLIC_URL(""),
  TITLE_DE("Sozialradar"),
  TITLE_EN("Sozialradar"),
  PUBLISHER(""),
  CONTACT(""),
  CONTRIBUTOR_ID(""),
  BACKGROUND_TILES(""),
  BACKGROUND_ATTRIBUTION(""),
  IMPRINT(""),
  PRIVACY(""),
  ACCESSIBILITY(""),
  ADMIN_HOST("127.0.0.1"),
  ADMIN_PORT("0"),
  MAX_UPLOAD_MIB("512"),
  WRITER_USER(""),
  /** Stands in the environment or the file, never on the command line. */
  WRITER_PASSWORD(""),
  SURVEY_MIN_RESPONDENTS("10"),
  SURVEY_BOUND_PERCENT("10"),
  CORS_ORIGINS(""),
  EMBED_ORIGINS(""),
  TRUSTED_PROXIES(""),
  METRICS_NETWORKS("127.0.0.0/8,::1"),
  COSTLY_PER_MINUTE("600"),
  TLS_KEYSTORE(""),
  /** Stands in the environment or the file, never on the command line. */
  TLS_KEYSTORE_PASSWORD(""),
  TLS_KEYSTORE_PASSWORD_FILE(""),
  TLS_HSTS_DAYS("365"),
  READ_ACCESS("public"),
  TOKEN_STORE(""),
  RELEASES_FOLDER(""),
  REQUEST_LOG("errors"),
  LOG_FORMAT("text"),
  TILE_CACHE_MIB("64"),
  ANSWER_CACHE_MIB("32"),
  THREADS("64"),
  MAX_CONCURRENT_REQUESTS("256"),
  MAX_ADDRESS_LENGTH("16384"),
  MAX_HEADER_BYTES("24576"),
  MAX_CONNECTIONS("4000"),
  IDLE_SECONDS("30"),
  REQUEST_SECONDS("30"),
  MIN_BYTES_PER_SECOND("500"),
  MAX_TILE_COLUMNS("8"),
  POLL_SECONDS("10"),
  DRAIN_SECONDS("5"),
  KEEP_REPLACED_MINUTES("10"),
  MAX_REPLACED_REVISIONS("4"),
  MAX_EXPORTS("8"),
  MAX_EXPORT_MIB("2048"),
  EXPORT_MINUTES("60");

  /**
   * Variables of the environment that are no settings of the server but belong to the scripts, the
   * command line and the tests.
   */
  static final List<String> OTHER_VARIABLES =
      List.of(
          "RADAR_CONFIG",
          "RADAR_LANG",
          "RADAR_HEAP",
          "RADAR_JAVA_OPTS",
          "RADAR_SHARED_DATA",
          "RADAR_TOKEN");

  /** The settings that say which store is meant. */
  public static final List<Setting> OF_THE_STORE = List.of(STORE, STORE_USER, STORE_PASSWORD);

  /** The same, and where files of releases are kept. */
  public static final List<Setting> OF_THE_STORE_AND_RELEASES =
      List.of(STORE, STORE_USER, STORE_PASSWORD, RELEASES_FOLDER);

  private final String defaultValue;

  Setting(String defaultValue) {
    this.defaultValue = defaultValue;
  }

  public String defaultValue() {
    return defaultValue;
  }

  /** Whether nobody may read it. */
  public boolean isSecret() {
    return this == STORE_PASSWORD || this == WRITER_PASSWORD || this == TLS_KEYSTORE_PASSWORD;
  }

  /** Name in the file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name on the command line. */
  public String flag() {
    return "--" + key();
  }

  /** Name in the environment. */
  public String variable() {
    return "RADAR_" + name();
  }

  static Optional<Setting> findKey(String key) {
    return List.of(values()).stream().filter(setting -> setting.key().equals(key)).findAny();
  }

  static Optional<Setting> findVariable(String variable) {
    return List.of(values()).stream()
        .filter(setting -> setting.variable().equals(variable))
        .findAny();
  }
}
