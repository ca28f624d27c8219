package org.sozialradar.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files go out whole or in part, never through the memory, and their absence is said in words. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FileContentTest {
  /** Far more than the bound of what waits in memory for clients. */
  private static final long LARGE = 300L << 20;

  private static final long MOST_IN_MEMORY = 4L * FileContent.PIECE;

  @TempDir Path directory;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Server server = new Server();
  private int port;

  @BeforeEach
  void start() throws Exception {
    Files.writeString(directory.resolve("small"), "0123456789");
    Files.writeString(directory.resolve("empty"), "");
    try (var large = new RandomAccessFile(directory.resolve("large").toFile(), "rw")) {
      large.setLength(LARGE);
      large.seek(LARGE - 3);
      large.write("end".getBytes(StandardCharsets.US_ASCII));
    }
    Resource resource = () -> List.of(Route.of("/{name}", query -> file(query.path("name"))));
    var connector = new ServerConnector(server);
    server.addConnector(connector);
    var workers = new QueuedThreadPool(4);
    server.addBean(workers);
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new Routing("").servlet(List.of(resource))), "/*");
    var entrance =
        new Entrance(
            Gate.OPEN,
            new Clients(List.of()),
            new RateLimit(0, Set.of(), System::nanoTime),
            new CrossOrigin(List.of()),
            new Insiders(Set.of(), List.of()));
    server.setHandler(
        new FrontHandler(
            new Limits(4096, 8192, 64, false, Set.of(), Duration.ofMinutes(5)),
            Set.of(),
            SecurityHeaders.allowing(List.of(), List.of(), List.of()),
            entrance,
            (request, response, callback) -> false,
            context,
            workers,
            MOST_IN_MEMORY));
    server.start();
    port = connector.getLocalPort();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Answer file(String name) {
    var path = directory.resolve(name);
    long length = path.toFile().length();
    return new FileContent(
        path, length, "tag", Content.type("application/zip"), CachePolicy.REVALIDATE, List.of());
  }

  private HttpRequest.Builder request(String name) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/%s".formatted(port, name)));
  }

  private HttpResponse<String> get(String name, String... headers) throws Exception {
    var request = request(name);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void theWholeFileGoesOutWithItsLengthAndTag() throws Exception {
    var whole = get("small");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo("0123456789");
    assertThat(header(whole, "Content-Length")).isEqualTo("10");
    assertThat(header(whole, "ETag")).isEqualTo("\"tag\"");
    assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(whole, "Content-Type")).isEqualTo("application/zip");
    assertThat(header(whole, "Cache-Control")).isEqualTo("public, no-cache");
    assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(get("empty").body()).isEmpty();
  }

  @Test
  void headTellsTheSameWithoutTheBytes() throws Exception {
    var head =
        client.send(
            request("large").method("HEAD", HttpRequest.BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Length")).isEqualTo(Long.toString(LARGE));
    assertThat(head.body()).isEmpty();
    assertThat(get("small").body()).as("the connection is still good").hasSize(10);
  }

  @Test
  void whoHasItIsSentNothing() throws Exception {
    var same = get("small", "If-None-Match", "\"tag\"");
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(get("small", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, 0-3",
    "bytes=4-, 456789, 4-9",
    "bytes=-2, 89, 8-9",
    "bytes=-99, 0123456789, 0-9",
    "bytes=9-99, 9, 9-9",
    "bytes=0-0, 0, 0-0"
  })
  void aPartGoesOutByItself(String range, String body, String part) throws Exception {
    var answer = get("small", "Range", range);
    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + part + "/10");
    assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(body.length()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=0-1,3-4", "lines=0-1", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes"})
  void whatIsNoSinglePartIsAnsweredWhole(String range) throws Exception {
    assertThat(get("small", "Range", range).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0"})
  void aPartOutsideIsRefusedWithTheLength(String range) throws Exception {
    var refused = get("small", "Range", range, "Accept-Language", "de");
    assertThat(refused.statusCode()).isEqualTo(416);
    assertThat(header(refused, "Content-Range")).isEqualTo("bytes */10");
    assertThat(refused.body()).contains("Die Datei hat 10 Bytes.");
  }

  @Test
  void aPartOfAnotherVersionIsAnsweredWhole() throws Exception {
    assertThat(get("small", "Range", "bytes=0-3", "If-Range", "\"old\"").statusCode())
        .isEqualTo(200);
    assertThat(get("small", "Range", "bytes=0-3", "If-Range", "\"tag\"").statusCode())
        .isEqualTo(206);
  }

  @Test
  void whatIsGoneMeanwhileIsAProblem() throws Exception {
    var gone = get("missing", "Accept-Language", "en");
    assertThat(gone.statusCode()).isEqualTo(500);
    assertThat(gone.body()).contains("\"requestId\"").doesNotContain(directory.toString());
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("small"));
    assertThat(get("link").statusCode()).isEqualTo(500);
  }

  @Test
  void theEndOfALargeFileIsReachedAtOnce() throws Exception {
    assertThat(get("large", "Range", "bytes=-3").body()).isEqualTo("end");
  }

  @Test
  void manySlowClientsHoldOnlyAPieceEach() throws Exception {
    long before = usedAfterCollection();
    try (var one = ask();
        var two = ask();
        var three = ask()) {
      for (var slow : List.of(one, two, three)) {
        assertThat(slow.getInputStream().readNBytes(12)).asString().contains("200");
      }
      assertThat(get("small").statusCode()).isEqualTo(200);
      assertThat(usedAfterCollection() - before).isLessThan(64L << 20);
      var rest = one.getInputStream();
      long bytes = rest.transferTo(java.io.OutputStream.nullOutputStream());
      assertThat(bytes).isGreaterThan(LARGE);
    }
  }

  private static long usedAfterCollection() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private Socket ask() throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request = "GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }
}
