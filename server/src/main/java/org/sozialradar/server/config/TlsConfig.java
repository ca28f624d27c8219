package org.sozialradar.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * With which certificate the server encrypts by itself.
 *
 * @param keystore file with certificate and key (PKCS 12 or JKS); empty if it speaks plain HTTP
 * @param password password of the file; never printed
 * @param hsts how long browsers shall ask this host by TLS only; zero if they are not told to
 */
public record TlsConfig(Optional<Path> keystore, String password, Duration hsts) {
  static TlsConfig of(Map<Setting, GivenValue> given) {
    var hsts = Duration.ofDays(given.get(Setting.TLS_HSTS_DAYS).number(0, 3650));
    var keystore = given.get(Setting.TLS_KEYSTORE);
    if (keystore.text().isBlank()) {
      return new TlsConfig(Optional.empty(), "", hsts);
    }
    var file = given.get(Setting.TLS_KEYSTORE_PASSWORD_FILE);
    String password =
        file.text().isBlank()
            ? given.get(Setting.TLS_KEYSTORE_PASSWORD).text()
            : firstLine(file.path());
    return new TlsConfig(Optional.of(keystore.path()), password, hsts);
  }

  private static String firstLine(Path file) {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException unreadable) {
      throw new ConfigException("config.no-password-file", file.toString());
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "TlsConfig[" + keystore + "]";
  }
}
