package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/**
 * Clients that send or read slowly, or not at all, are cut off sooner or later, and hold up nobody
 * meanwhile. The limit for these tests only keeps a hanging one from holding up all.
 */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES)
class SlowClientTest {
  private static final int MANY = 300;
  private static final String NORMAL = "/api/areas?q=g";

  @TempDir Path folder;

  private final List<Socket> sockets = new ArrayList<>();
  private TestServer server;

  private void start(Map<Setting, String> settings) {
    server = TestServer.overTestCountry(folder, settings);
  }

  @AfterEach
  void stop() throws IOException {
    for (var socket : sockets) {
      socket.close();
    }
    server.close();
  }

  private Socket connect(URI address, int receiveBuffer) throws IOException {
    var socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
    sockets.add(socket);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: radar.example\r\n\r\n";
  }

  /** Sends bytes, each after a while, until the server has hung up. */
  private static void trickleUntilCutOff(Socket socket, String text) throws Exception {
    socket.setSoTimeout(100);
    for (int i = 0; !isHungUp(socket); i++) {
      try {
        send(socket, text.substring(i % text.length(), i % text.length() + 1));
      } catch (SocketException hungUp) {
        return;
      }
    }
  }

  private static boolean isHungUp(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException open) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  private void assertNormalRequestsAreAnswered() throws Exception {
    for (var path : List.of(NORMAL, "/health/ready", "/tiles/3/2023/municipality/8/137/85.mvt")) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("qtp"))
        .count();
  }

  @Test
  void headersThatNeverEndHoldNoThreadAndAreCutOffAlthoughBytesTrickleIn() throws Exception {
    start(Map.of(Setting.IDLE_SECONDS, "2", Setting.THREADS, "8"));
    assertNormalRequestsAreAnswered();
    for (int i = 0; i < MANY; i++) {
      send(connect(server.address("/"), 0), "GET / HTTP/1.1\r\nHost: radar.example\r\nX-" + i);
      if (i % 50 == 0) {
        assertNormalRequestsAreAnswered();
      }
    }
    assertThat(threads()).as("threads of all servers in this process").isLessThan(MANY / 2);
    var last = sockets.get(MANY - 1);
    trickleUntilCutOff(last, "abcdefgh: x\r\nX-");
    for (var socket : sockets) {
      trickleUntilCutOff(socket, "x");
    }
    assertNormalRequestsAreAnswered();
  }

  @Test
  void connectionsThatIdleAreEnded() throws Exception {
    start(Map.of(Setting.IDLE_SECONDS, "1"));
    var never = connect(server.address("/"), 0);
    var answered = connect(server.address("/"), 0);
    send(answered, request("/health/live"));
    for (var socket : List.of(never, answered)) {
      socket.setSoTimeout(100);
      while (!isHungUp(socket)) {
        Thread.onSpinWait();
      }
    }
    assertNormalRequestsAreAnswered();
  }

  @Test
  void whereTooManyAreConnectedThoseGoThatWaitLongest() throws Exception {
    start(Map.of(Setting.MAX_CONNECTIONS, "100", Setting.IDLE_SECONDS, "3600"));
    for (int i = 0; i < MANY; i++) {
      send(connect(server.address("/"), 0), "GET /");
    }
    assertNormalRequestsAreAnswered();
    try (var one = new RawConnection(server.address("/"))) {
      one.send(request(NORMAL));
      assertThat(one.read(false).status()).isEqualTo(200);
    }
    for (var socket : sockets.subList(0, MANY / 2)) {
      trickleUntilCutOff(socket, "x");
    }
  }

  @Test
  void whoReadsNothingHoldsNoThreadAndIsCutOff() throws Exception {
    start(Map.of(Setting.MIN_BYTES_PER_SECOND, "1000", Setting.THREADS, "8"));
    // The page's script is larger than what the system keeps for a client that reads nothing.
    var path = "/assets/" + PageFiles.largestAsset();
    assertThat(server.get(path).body().length).isGreaterThan(500_000);
    for (int i = 0; i < 40; i++) {
      var socket = connect(server.address("/"), 2048);
      for (int j = 0; j < 40; j++) {
        send(socket, request(path)); // One after another, so that its window is full some time.
      }
    }
    assertNormalRequestsAreAnswered();
    var cutOff = Stream.of(sockets.get(0), sockets.get(39)).toList();
    for (var socket : cutOff) {
      awaitCutOffUnread(socket);
    }
    assertNormalRequestsAreAnswered();
  }

  /** Writing fails when the server has hung up; reading would let it go on. */
  private static void awaitCutOffUnread(Socket socket) throws InterruptedException {
    try {
      while (true) {
        socket.sendUrgentData('x');
        Thread.sleep(50);
      }
    } catch (IOException hungUp) {
      assertThat(hungUp).isNotNull();
    }
  }

  @Test
  void anUploadThatTricklesInIsCutOffAndLeavesTheAdminPortFree() throws Exception {
    var file = folder.resolve("tokens.json");
    var secret =
        new TokenFile(file, Clock.systemUTC())
            .create("x", Role.EDITOR, Duration.ofDays(1))
            .orElseThrow()
            .secret();
    start(
        Map.of(
            Setting.ADMIN_PORT,
            TestServer.freePort(),
            Setting.TOKEN_STORE,
            file.toString(),
            Setting.MIN_BYTES_PER_SECOND,
            "1000"));
    var admin = server.server().adminAddress().orElseThrow();
    String head =
        "POST /api/admin/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
            + secret
            + "\r\nContent-Type: application/zip\r\nContent-Length: 1000000\r\n\r\nPK";
    var slow = new ArrayList<Socket>();
    for (int i = 0; i < 8; i++) {
      var socket = connect(admin, 0);
      send(socket, head);
      slow.add(socket);
    }
    for (var socket : slow) {
      trickleUntilCutOff(socket, "x");
    }
    // Who read the cut-off bodies notices a moment after the clients.
    int status = askForJob(admin, secret);
    while (status == 503) {
      status = askForJob(admin, secret);
    }
    assertThat(status).isEqualTo(404);
    assertNormalRequestsAreAnswered();
  }

  private static int askForJob(URI admin, String secret) throws IOException {
    try (var connection = new RawConnection(admin)) {
      connection.send(
          "GET /api/admin/imports/x HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
              + secret
              + "\r\n\r\n");
      return connection.read(false).status();
    }
  }

  @Test
  void aHeaderOf24KilobytesIsEnough() throws Exception {
    start(Map.of());
    assertThat(server.get("/health/live", "X-Long", "a".repeat(23_500)).statusCode())
        .isEqualTo(200);
    var refused = server.get("/health/live", "X-Long", "a".repeat(25_000), "Accept-Language", "en");
    assertThat(refused.statusCode()).isEqualTo(431);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8))
        .contains("/problems/headers-too-large");
  }
}
