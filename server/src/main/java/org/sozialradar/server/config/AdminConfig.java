package org.sozialradar.server.config;

import java.util.Map;

/**
 * The port through which data are changed.
 *
 * @param host name or address of the interface to listen on
 * @param port port to listen on; 0 if there is none
 * @param maxUploadMib largest upload, in MiB
 */
public record AdminConfig(String host, int port, int maxUploadMib) {
  static AdminConfig of(Map<Setting, GivenValue> given) {
    var port = given.get(Setting.ADMIN_PORT);
    return new AdminConfig(
        given.get(Setting.ADMIN_HOST).required(),
        port.text().isBlank() ? 0 : port.number(0, 65535),
        given.get(Setting.MAX_UPLOAD_MIB).number(1, 65536));
  }

  /** Whether there is one. */
  public boolean isOn() {
    return port != 0;
  }
}
