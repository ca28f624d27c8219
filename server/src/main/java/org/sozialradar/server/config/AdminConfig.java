package org.sozialradar.server.config;

import java.util.Map;
import org.sozialradar.store.StoreLogin;

/**
 * The port through which data are changed.
 *
 * @param host name or address of the interface to listen on
 * @param port port to listen on; 0 if there is none
 * @param maxUploadMib largest upload, in MiB
 * @param writer user and password of the store for jobs; without a user they use the login of the
 *     server
 */
public record AdminConfig(String host, int port, int maxUploadMib, StoreLogin writer) {
  static AdminConfig of(Map<Setting, GivenValue> given) {
    var port = given.get(Setting.ADMIN_PORT);
    return new AdminConfig(
        given.get(Setting.ADMIN_HOST).required(),
        port.text().isBlank() ? 0 : port.number(0, 65535),
        given.get(Setting.MAX_UPLOAD_MIB).number(1, 65536),
        new StoreLogin(
            given.get(Setting.WRITER_USER).text().strip(),
            given.get(Setting.WRITER_PASSWORD).text().strip()));
  }

  /** Whether there is one. */
  public boolean isOn() {
    return port != 0;
  }
}
