package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/**
 * Large exports to clients that read slowly, go away, or ask for more than is allowed: each holds
 * up nobody else, leaves nothing behind, and is never whole unless all of it came.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExportTransfersTest {
  private static final String TRACKS =
      "/api/exports?form=file&format=geojson&level=" + LongTracks.LAYER;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path store;
  private TestServer server;

  @BeforeAll
  static void fill() {
    try (var filled = Stores.open(store.toString())) {
      TestCountry.fill(filled);
      LongTracks.addTo(filled);
    }
  }

  private void start(Map<Setting, String> settings) throws InterruptedException {
    server = TestServer.over(Stores.open(store.toString()), settings);
    server.awaitReading();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ChunkedAnswer ask(String path, String... headers) throws IOException {
    return new ChunkedAnswer(server.address("/"), path, headers);
  }

  private static String digest(byte[] bytes) throws Exception {
    var sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
  }

  /** A figure of the server; zero as long as there was none. */
  private double figure(String name) throws Exception {
    var body = new String(server.get("/metrics").body(), StandardCharsets.UTF_8);
    var found = Pattern.compile("(?m)^" + Pattern.quote(name) + " (\\S+)$").matcher(body);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  private double written(String outcome) throws Exception {
    return figure(
        "radar_exports_written_seconds_count{format=\"geojson\",outcome=\"" + outcome + "\"}");
  }

  private void awaitNoneOpen() throws Exception {
    while (figure("radar_exports_open") > 0) {
      Thread.sleep(20);
    }
  }

  /** Nothing but the lock of the folder is left, neither open nor on the disk. */
  private static void assertNothingLeft() throws IOException {
    var open = ExportFiles.open();
    assertThat(open).singleElement().asString().endsWith("/lock");
    try (var files = Files.list(open.get(0).getParent())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("lock");
    }
  }

  @Test
  void whoReadsSlowlyHoldsUpNobodyAndGetsAllOfIt() throws Exception {
    int many = 10;
    start(
        Map.of(
            Setting.MAX_EXPORTS,
            Integer.toString(many),
            Setting.THREADS,
            "8",
            Setting.TRUSTED_PROXIES,
            "127.0.0.1"));
    var whole = server.get(TRACKS).body();
    awaitNoneOpen();
    var slow = new ArrayList<ChunkedAnswer>();
    for (int i = 0; i < many; i++) {
      slow.add(ask(TRACKS, "X-Forwarded-For: 10.0.0." + i));
    }
    while (written("whole") < many + 1) {
      Thread.sleep(20); // They are written to their ends, although nobody takes them.
    }
    assertThat(figure("radar_exports_open")).isEqualTo(many);
    assertThat(server.get("/api/areas?q=g").statusCode()).isEqualTo(200);
    assertThat(server.get("/tiles/3/2023/municipality/8/137/85.mvt").statusCode()).isEqualTo(200);
    for (var one : slow) {
      try (one) {
        assertThat(one.readStatus()).isEqualTo(200);
        assertThat(one.readFields()).containsEntry("trailer", "Repr-Digest");
        assertThat(digest(one.readBody())).isEqualTo(digest(whole));
        assertThat(one.readFields()).containsEntry("repr-digest", digest(whole));
      }
    }
    awaitNoneOpen();
    assertNothingLeft();
  }

  @Test
  void whereTooManyAreFetchedTheNextIsToldWhenToComeBack() throws Exception {
    start(Map.of(Setting.MAX_EXPORTS, "1"));
    String tag = server.get(TRACKS).headers().firstValue("ETag").orElseThrow();
    awaitNoneOpen();
    try (var slow = ask(TRACKS)) {
      assertThat(slow.readStatus()).isEqualTo(200);
      for (var language : List.of("de", "en")) {
        var refused = server.get(TRACKS, "Accept-Language", language);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
        var problem = JSON.readTree(refused.body());
        assertThat(problem.get("type").asText()).isEqualTo("/problems/exports-busy");
        assertThat(problem.get("detail").asText()).isNotBlank();
      }
      // Nothing is made for these.
      assertThat(server.send("HEAD", TRACKS).statusCode()).isEqualTo(200);
      assertThat(server.get(TRACKS, "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(server.get("/api/exports").statusCode()).isEqualTo(200);
    }
    awaitNoneOpen();
    assertThat(server.get(TRACKS).statusCode()).isEqualTo(200);
  }

  /** Some leave when all is written already; the work of those who leave before then ends. */
  @Test
  void forWhoeverGoesAwayNothingIsWrittenOn() throws Exception {
    start(Map.of(Setting.MAX_EXPORTS, "1"));
    while (written("left") == 0) {
      try (var gone = ask(TRACKS)) {
        assertThat(gone.readStatus()).isEqualTo(200);
        gone.vanish();
      }
      awaitNoneOpen();
      assertNothingLeft();
    }
    assertThat(server.get(TRACKS).statusCode()).isEqualTo(200);
    assertThat(written("failed")).as("it is no failure of the server").isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "geojson, file, identity",
    "geojson, file, gzip",
    "geojson, package, identity",
    "gpkg, file, identity",
    "fgb, package, identity"
  })
  void whatCannotBeMadeToItsEndNeverLooksWhole(String format, String form, String encoding)
      throws Exception {
    start(Map.of(Setting.MAX_EXPORT_MIB, "1"));
    String path =
        "/api/exports?level=%s&format=%s&form=%s".formatted(LongTracks.LAYER, format, form);
    try (var broken = ask(path, "Accept-Encoding: " + encoding)) {
      assertThat(broken.readStatus()).isEqualTo(200);
      broken.readFields();
      assertThatThrownBy(broken::readBody).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> server.get(path, "Accept-Encoding", encoding))
        .isInstanceOf(IOException.class);
    awaitNoneOpen();
    assertNothingLeft();
  }

  /** There the end of the connection would be the end of the body. */
  @Test
  void clientsOfHttp10GetNothingOfWhatCannotBeMade() throws Exception {
    start(Map.of(Setting.MAX_EXPORT_MIB, "1"));
    var address = server.address("/");
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      var request = "GET " + TRACKS + " HTTP/1.0\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).doesNotContain(" 200 ").doesNotContain("FeatureCollection");
    }
    awaitNoneOpen();
    assertNothingLeft();
  }

  @Test
  void theChecksumIsThatOfTheBytesThatAreSent() throws Exception {
    start(Map.of());
    var plain = server.get(TRACKS).body();
    try (var answer = ask(TRACKS, "Accept-Encoding: gzip")) {
      assertThat(answer.readStatus()).isEqualTo(200);
      assertThat(answer.readFields()).containsEntry("content-encoding", "gzip");
      byte[] sent = answer.readBody();
      assertThat(answer.readFields()).containsEntry("repr-digest", digest(sent));
      var unzipped = new GZIPInputStream(new ByteArrayInputStream(sent)).readAllBytes();
      assertThat(digest(unzipped)).isEqualTo(digest(plain));
    }
  }
}
