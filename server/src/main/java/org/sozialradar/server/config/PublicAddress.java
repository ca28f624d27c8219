package org.sozialradar.server.config;

import java.util.Set;

/** What holds for the address under which clients reach the server. */
final class PublicAddress {
  /** First names in the paths of the server's own addresses. */
  private static final Set<String> OWN =
      Set.of(
          "api",
          "assets",
          "docs",
          "embed",
          "favicon.svg",
          "health",
          "licences.txt",
          "metrics",
          "ogc",
          "problems",
          "styles",
          "tiles");

  private PublicAddress() {}

  /**
   * Refuses an address with a path that begins like one of the server's own: what is asked below it
   * could be either.
   *
   * @param address without a slash at the end, empty if it is not known
   * @throws ConfigException if its path begins so
   */
  static void check(String address) {
    var parts = address.split("/", -1); // The scheme, nothing, the host, and then the path.
    if (parts.length > 3 && OWN.contains(parts[3])) {
      throw new ConfigException("config.public-url-taken", address, parts[3]);
    }
  }
}
