package org.sozialradar.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Whom a request comes from, as far as that must be told apart for limits. Held in memory only.
 *
 * @param address address of the client
 */
public record Client(InetAddress address) {
  /** One household or office has a whole network of IPv6 addresses, of 64 bits at least. */
  private static final int NETWORK_BYTES = 8;

  private static final int SHOWN_BYTES_6 = 6;

  /** What tells clients apart: the address, of IPv6 the network. */
  public String key() {
    return digits(address instanceof Inet6Address ? NETWORK_BYTES : 4);
  }

  /** A network that the client is in, coarse enough to name nobody. */
  public String masked() {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      return digits(SHOWN_BYTES_6).replaceAll("(....)(?=.)", "$1:") + "::/48";
    }
    return "%d.%d.%d.0/24".formatted(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255);
  }

  private String digits(int bytes) {
    return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
  }

  /** Without the full address. */
  @Override
  public String toString() {
    return "Client[" + masked() + "]";
  }
}
