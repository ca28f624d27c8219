package org.sozialradar.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * With which certificate the server encrypts by itself.
 *
 * @param keystore file with certificate and key (PKCS 12 or JKS); empty if it speaks plain HTTP
 * @param password password of the file; never printed
 */
public record TlsConfig(Optional<Path> keystore, String password) {
  static TlsConfig of(Map<Setting, GivenValue> given) {
    var keystore = given.get(Setting.TLS_KEYSTORE);
    if (keystore.text().isBlank()) {
      return new TlsConfig(Optional.empty(), "");
    }
    var file = given.get(Setting.TLS_KEYSTORE_PASSWORD_FILE);
    String password =
        file.text().isBlank()
            ? given.get(Setting.TLS_KEYSTORE_PASSWORD).text()
            : firstLine(file.path());
    return new TlsConfig(Optional.of(keystore.path()), password);
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
