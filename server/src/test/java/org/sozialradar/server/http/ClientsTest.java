package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsTest {
  private static final List<String> PROXIES = List.of("10.0.0.0/8", "192.0.2.1", "2001:db8::/32");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.0.0.1     | 203.0.113.7                         | 203.0.113.7
          10.0.0.1     | 198.51.100.1,203.0.113.7            | 203.0.113.7
          10.0.0.1     | 198.51.100.1,203.0.113.7,10.1.1.1   | 203.0.113.7
          192.0.2.1    | 203.0.113.7                         | 203.0.113.7
          192.0.2.2    | 203.0.113.7                         | 192.0.2.2
          203.0.113.7  | 198.51.100.1                        | 203.0.113.7
          2001:db8::1  | 2001:db9::5                         | 2001:db9::5
          10.0.0.1     | [2001:db9::5]:443                   | 2001:db9::5
          10.0.0.1     | 203.0.113.7:51234                   | 203.0.113.7
          10.0.0.1     | unknown                             | 10.0.0.1
          10.0.0.1     | 999.1.1.1                           | 10.0.0.1
          10.0.0.1     | radar.example.org                   | 10.0.0.1
          10.0.0.1     | 203.0.113.7,unknown                 | 10.0.0.1
          10.0.0.1     | ''                                  | 10.0.0.1
          10.0.0.1     | 10.0.0.2                            | 10.0.0.2
          """)
  void onlyWhatTrustedProxiesSayIsBelieved(String nearest, String chain, String expected)
      throws Exception {
    var client =
        new Clients(PROXIES).of(InetAddress.getByName(nearest), List.of(chain.split(",", -1)));
    assertThat(client.address()).isEqualTo(InetAddress.getByName(expected));
  }

  @Test
  void withoutProxiesNobodyIsBelieved() throws Exception {
    var near = InetAddress.getLoopbackAddress();
    assertThat(new Clients(List.of()).of(near, List.of("203.0.113.7")).address()).isEqualTo(near);
  }
}
