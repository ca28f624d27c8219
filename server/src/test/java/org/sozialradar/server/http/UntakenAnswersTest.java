package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that their clients do not take fill only so much memory, and give it back. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UntakenAnswersTest {
  /** More than the system keeps for a client that reads nothing. */
  private static final int LARGE = 32 << 20;

  private static final int MOST = 1 << 20;

  private final Server server = new Server();
  private int port;

  /** Answers with many bytes, or with one at {@code /small}. */
  private static final class Bytes extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      boolean small = request.getHttpURI().getPath().equals("/small");
      response.write(true, ByteBuffer.allocate(small ? 1 : LARGE), callback);
      return true;
    }
  }

  @BeforeEach
  void start() throws Exception {
    var connector = new ServerConnector(server);
    server.addConnector(connector);
    var workers = new QueuedThreadPool(4);
    server.addBean(workers);
    var entrance =
        new Entrance(
            Gate.OPEN,
            new Clients(List.of()),
            new RateLimit(0, Set.of(), System::nanoTime),
            new CrossOrigin(List.of()),
            new Insiders(Set.of(), List.of()));
    server.setHandler(
        new FrontHandler(
            new Limits(4096, 8192, 16, false, Set.of(), Duration.ofMinutes(5)),
            Set.of(),
            SecurityHeaders.allowing(List.of(), List.of(), List.of()),
            entrance,
            (request, response, callback) -> false,
            new Bytes(),
            workers,
            MOST));
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket ask(String path) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static int status(InputStream in) throws IOException {
    var line = new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
    return Integer.parseInt(line.substring(line.length() - 3));
  }

  private int statusOf(String path) throws IOException {
    try (var socket = ask(path)) {
      return status(socket.getInputStream());
    }
  }

  @Test
  void furtherOnesAreRefusedUntilItIsTaken() throws IOException {
    try (var slow = ask("/large")) {
      var in = slow.getInputStream();
      assertThat(status(in)).as("alone, it may be larger than the bound").isEqualTo(200);
      assertThat(statusOf("/large")).isEqualTo(503);
      assertThat(statusOf("/small")).isEqualTo(503);
      assertThat(in.readAllBytes()).hasSizeGreaterThan(LARGE);
    }
    awaitRoom();
  }

  @Test
  void whoHangsUpGivesBackTheRoom() throws IOException {
    try (var gone = ask("/large")) {
      assertThat(status(gone.getInputStream())).isEqualTo(200);
    }
    awaitRoom();
  }

  /** The server learns a moment later that the last byte is taken, or that nobody is there. */
  private void awaitRoom() throws IOException {
    int status = statusOf("/small");
    while (status == 503) {
      status = statusOf("/small");
    }
    assertThat(status).isEqualTo(200);
  }
}
