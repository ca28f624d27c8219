package org.sozialradar.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.sozialradar.server.command.CommandException;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.config.ServerConfig;
import org.sozialradar.server.config.TlsConfig;
import org.sozialradar.server.http.Pace;
import org.sozialradar.server.http.PacedConnector;

/** Makes what listens: with TLS where a key store is named, else plain. */
final class Connectors {
  private static final Duration MARGIN = Duration.ofSeconds(30);

  private Connectors() {}

  /**
   * A connector.
   *
   * @param selectors threads that wait for connections
   * @param longestRequest the longest time that passes between two bytes of a connection that is in
   *     order
   * @throws CommandException if the key store cannot be used
   */
  static ServerConnector make(
      Server server,
      ServerConfig config,
      int selectors,
      boolean encrypted,
      Duration longestRequest) {
    var limits = config.connections();
    var pace = new Pace(limits.most(), limits.idle(), limits.minBytesPerSecond());
    var made = new PacedConnector(server, selectors, pace, protocols(config, encrypted));
    // The pace ends what idles; this is only for what it might miss.
    made.setIdleTimeout(limits.idle().plus(longestRequest).plus(MARGIN).toMillis());
    return made;
  }

  private static List<ConnectionFactory> protocols(ServerConfig config, boolean encrypted) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(config.maxHeaderBytes());
    http.setUseInputDirectByteBuffers(false); // Of its own for each connection.
    var plain = new HttpConnectionFactory(http);
    if (!encrypted) {
      return List.of(plain);
    }
    http.addCustomizer(secure(config.tls()));
    return List.of(
        new SslConnectionFactory(certificates(config.tls()), plain.getProtocol()), plain);
  }

  private static SecureRequestCustomizer secure(TlsConfig config) {
    // The name that a client asks for is not compared: a proxy or test may know the server by
    // another.
    var secure = new SecureRequestCustomizer(false);
    if (!config.hsts().isZero()) {
      secure.setStsMaxAge(config.hsts().toSeconds());
    }
    return secure;
  }

  private static SslContextFactory.Server certificates(TlsConfig config) {
    var file = config.keystore().orElseThrow().toFile();
    try {
      var factory = new SslContextFactory.Server();
      factory.setKeyStore(KeyStore.getInstance(file, config.password().toCharArray()));
      factory.setKeyStorePassword(config.password());
      return factory;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
      throw new CommandException(ExitCode.USAGE, "error.tls-keystore", file);
    }
  }

  /** Whether the public port is encrypted. */
  static boolean isPublicEncrypted(ServerConfig config) {
    return config.tls().keystore().isPresent();
  }

  /** Whether the admin port is encrypted: not where only this machine reaches it. */
  static boolean isAdminEncrypted(ServerConfig config) {
    return isPublicEncrypted(config) && !isLoopback(config.admin().host());
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false; // The port will not open; why is said then.
    }
  }

  /** The address of something that listens. */
  static URI address(String name, int port, boolean encrypted) {
    String host = name.contains(":") ? "[" + name + "]" : name;
    return URI.create((encrypted ? "https://" : "http://") + host + ":" + port + "/");
  }
}
