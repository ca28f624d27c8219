package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class ClientTest {
  private static Client client(String address) throws Exception {
    return new Client(InetAddress.getByName(address));
  }

  @Test
  void isShownByItsNetworkAlone() throws Exception {
    assertThat(client("203.0.113.77").masked()).isEqualTo("203.0.113.0/24");
    assertThat(client("2001:db8:12:3456:789a::1").masked()).isEqualTo("2001:0db8:0012::/48");
    assertThat(client("203.0.113.77").toString()).doesNotContain("77");
  }

  @Test
  void isToldApartByItsAddressOrNetworkOfIpv6() throws Exception {
    assertThat(client("203.0.113.77").key()).isNotEqualTo(client("203.0.113.78").key());
    assertThat(client("2001:db8::1").key()).isEqualTo(client("2001:db8::ffff:2").key());
    assertThat(client("2001:db8::1").key()).isNotEqualTo(client("2001:db8:0:1::1").key());
  }
}
