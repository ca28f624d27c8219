package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Stores;

/** The log of the program itself. */
class LogProcessTest {
  private static final List<String> UNREADABLE =
      List.of(
          "GET / HTTP/1.1\r\nHost: a b:99999999\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: secret-one\r\nHost: secret-two\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: [bad\r\n\r\n",
          "GET / HTTP/1.1\r\n\r\n",
          "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET /\u0001 HTTP/1.1\r\nHost: x\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: foo\r\n\r\n",
          "\u0016\u0003\u0001\u0002xx\r\n\r\n");

  @TempDir Path folder;

  @Test
  void anUnreadableRequestIsOneQuietLineOfJson() throws Exception {
    String place = folder.resolve("store").toString();
    try (var store = Stores.open(place)) {
      TestCountry.fill(store);
    }
    try (var server =
        RadarProcess.start("serve", "--store", place, "--port", "0", "--log-format", "json")) {
      var address = server.awaitAddress();
      var ids = new ArrayList<String>();
      for (var request : UNREADABLE) {
        try (var raw = new RawConnection(address)) {
          raw.send(request);
          var refused = raw.read(false);
          assertThat(refused.status()).as(request).isEqualTo(400);
          ids.add(refused.field("x-request-id"));
        }
      }
      for (var id : ids) {
        server.awaitLine(Pattern.compile("\"requestId\":\"" + id + '"'));
      }
      var lines =
          server.said().lines().filter(line -> line.contains("org.sozialradar.requests")).toList();
      assertThat(lines).hasSize(UNREADABLE.size());
      for (var line : lines) {
        var event = new ObjectMapper().readTree(line);
        assertThat(event.get("status").asInt()).isEqualTo(400);
        assertThat(event.get("problem").asText()).isEqualTo("bad-request");
      }
      assertThat(server.said()).doesNotContain("\tat ", "Exception", "WARN", "secret");
    }
  }
}
