package org.sozialradar.server.command;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.server.access.Secret;

/**
 * The admin port of a server, and the token for it.
 *
 * @param uri address, with a slash at the end
 * @param token token that the server issued; never printed
 */
record ServerAddress(URI uri, String token) {
  private static final String VARIABLE = "RADAR_TOKEN";
  private static final List<String> THIS_MACHINE = List.of("127.0.0.1", "[::1]", "localhost");
  private static final int LARGEST_FILE = 4096;

  /**
   * An address as it was given.
   *
   * @throws CommandException if it is no address, would send the token in the clear over a network,
   *     or there is no token
   */
  static ServerAddress of(String address, Optional<Path> file, Map<String, String> environment) {
    var uri = uri(address);
    String token = file.map(ServerAddress::read).orElse(environment.getOrDefault(VARIABLE, ""));
    if (token.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "error.no-token");
    }
    if (Secret.find(token.strip()).isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "error.token-form");
    }
    return new ServerAddress(uri, token.strip());
  }

  private static URI uri(String address) {
    try {
      var uri = new URI(address.endsWith("/") ? address : address + "/");
      if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
        throw new CommandException(ExitCode.USAGE, "error.server-address", address);
      }
      if (uri.getScheme().equals("http") && !THIS_MACHINE.contains(uri.getHost())) {
        throw new CommandException(ExitCode.USAGE, "error.server-in-the-clear", address);
      }
      return uri;
    } catch (URISyntaxException malformed) {
      throw new CommandException(ExitCode.USAGE, "error.server-address", address);
    }
  }

  private static String read(Path file) {
    try {
      return Files.size(file) > LARGEST_FILE ? "-" : Files.readString(file);
    } catch (IOException unreadable) {
      throw new CommandException(ExitCode.USAGE, "error.token-file", file);
    }
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "ServerAddress[" + uri + "]";
  }
}
