package org.sozialradar.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.InetAddressSet;

/**
 * Tells whom a request comes from. What {@code X-Forwarded-For} says is believed as far as trusted
 * proxies wrote it: anybody can send that header. Safe for use by many threads.
 */
public final class Clients {
  /** A literal address, so that no name is ever looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private static final int LONGEST_CHAIN = 50;

  private final InetAddressSet trusted = new InetAddressSet();

  /**
   * Whom to believe.
   *
   * @param proxies addresses and networks (CIDR) of proxies
   */
  public Clients(List<String> proxies) {
    trusted.addAll(proxies);
  }

  /** The client that a request comes from. */
  public Client of(Request request) {
    return of(other(request), trusted.isEmpty() ? List.of() : chain(request));
  }

  /** Whether a trusted proxy passes the request on. */
  boolean isProxy(Request request) {
    return !trusted.isEmpty() && trusted.test(other(request));
  }

  /**
   * The client that a chain of proxies names.
   *
   * @param nearest who is at the other end of the connection
   * @param chain what the header says, the client first
   */
  Client of(InetAddress nearest, List<String> chain) {
    var address = nearest;
    for (int i = chain.size() - 1; i >= 0 && trusted.test(address); i--) {
      var before = parse(chain.get(i));
      if (before.isEmpty()) {
        break;
      }
      address = before.get();
    }
    return new Client(address);
  }

  /** Who is at the other end of the connection. */
  private static InetAddress other(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress far
            && far.getAddress() != null
        ? far.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  /** The last entries of the header; each proxy adds one at the end. */
  private static List<String> chain(Request request) {
    var chain = new ArrayList<String>();
    for (var value : request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR)) {
      chain.addAll(List.of(value.split(",", -1)));
    }
    return chain.subList(Math.max(0, chain.size() - LONGEST_CHAIN), chain.size());
  }

  private static Optional<InetAddress> parse(String entry) {
    String text = entry.strip().replaceFirst("^\\[(.*)](:\\d+)?$", "$1");
    String address = text.replaceFirst("^([\\d.]+):\\d+$", "$1");
    if (!ADDRESS.matcher(address).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }
}
