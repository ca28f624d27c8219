package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.config.Setting;

/** Releases over HTTP: made once, handed out unchanged, withdrawn for good. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReleasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "api/admin/releases";
  private static final String GPKG = "/api/releases/2026.1/municipality-gpkg.zip";
  private static final String REASONS =
      "?reasonDe=Die%20Werte%20waren%20falsch.&reasonEn=The%20values%20were%20wrong.";

  @TempDir Path folder;
  private AdminCalls calls;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    calls = AdminCalls.start(folder);
    server = calls.server();
    server.awaitReading();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonNode create(String body) throws Exception {
    var token = calls.token(Role.EDITOR);
    return calls.await(token, calls.post(token, ADMIN, "application/json", body));
  }

  private JsonNode createFirst() throws Exception {
    var job =
        create(
            """
            {"id":"2026.1","title":{"de":"Werte <b>2026</b>","en":"Values 2026"},
             "notes":"Erste Zeile\\nZweite & letzte"}\
            """);
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    return job.get("report");
  }

  private HttpResponse<String> refused(String body) throws Exception {
    return calls.post(calls.token(Role.EDITOR), ADMIN, "application/json", body);
  }

  private HttpResponse<String> withdraw(Role role, String idAndQuery) throws Exception {
    return calls.send(
        calls.token(role), ADMIN + "/" + idAndQuery, HttpRequest.newBuilder().DELETE());
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(server.get(path).body());
  }

  private String text(String path, String... headers) throws Exception {
    return new String(server.get(path, headers).body(), StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private Path releases() {
    return folder.resolve("store").resolve("releases");
  }

  private Path onDisk(String name) throws IOException {
    try (var all = Files.walk(releases())) {
      return all.filter(path -> path.getFileName().toString().equals(name)).findAny().orElseThrow();
    }
  }

  @Test
  void whatIsFrozenIsHandedOutWithItsChecksumsWhateverChangesAfter() throws Exception {
    assertThat(get("/api/releases").get("releases")).isEmpty();
    var report = createFirst();
    var one = get("/api/releases/2026.1");
    assertThat(get("/api/releases").get("releases").get(0)).isEqualTo(one);
    assertThat(one.get("files")).isEqualTo(report.get("files"));
    assertThat(one.get("revision").asLong()).isEqualTo(calls.served());
    assertThat(one.get("withdrawn").asBoolean()).isFalse();
    assertThat(one.get("example").asBoolean()).isTrue();
    assertThat(one.at("/citation/en").asText()).contains("Values 2026", "2026.1", "/api/releases");
    assertThat(one.get("files"))
        .extracting(file -> file.get("name").asText())
        .contains("municipality-gpkg.zip", "municipality-csv-long.zip", "CITATION.cff")
        .doesNotHaveDuplicates();
    for (var file : one.get("files")) {
      var answer = server.get(file.get("href").asText());
      assertThat(answer.statusCode()).isEqualTo(200);
      String sum = file.get("sha256").asText();
      assertThat(sha256(answer.body())).isEqualTo(sum);
      assertThat(answer.body()).hasSize(file.get("bytes").asInt());
      assertThat(answer.headers().firstValue("Repr-Digest"))
          .hasValue(
              "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sum)) + ":");
      assertThat(answer.headers().firstValue("Content-Type"))
          .hasValue(file.get("mediaType").asText());
      assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
    }
    byte[] before = server.get(GPKG).body();
    calls.compute(calls.token(Role.EDITOR), "api/admin/indices", AdminCalls.INDEX);
    server.store().prune(1);
    assertThat(server.get(GPKG).body()).isEqualTo(before);
    assertThat(get("/api/releases/2026.1")).isEqualTo(one);
  }

  @Test
  void aFileIsAskedAboutAndTakenInParts() throws Exception {
    createFirst();
    var whole = server.get(GPKG);
    String tag = whole.headers().firstValue("ETag").orElseThrow();
    assertThat(server.get(GPKG, "If-None-Match", tag).statusCode()).isEqualTo(304);
    var part = server.get(GPKG, "Range", "bytes=0-3", "If-Range", tag);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(java.util.Arrays.copyOf(whole.body(), 4));
    var head = server.send("HEAD", GPKG);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
    assertThat(whole.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"sozialradar-2026.1-municipality-gpkg.zip\"");
  }

  @Test
  void itsPackagesAreWholeAndHoldNoSuppressedValue() throws Exception {
    createFirst();
    var files = new TreeMap<String, byte[]>();
    try (var zip =
        new ZipInputStream(
            new ByteArrayInputStream(
                server.get("/api/releases/2026.1/municipality-csv-long.zip").body()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    assertThat(files).containsKeys("README.md", "CITATION.cff", "datapackage.json", "SHA256SUMS");
    for (var line : new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines().toList()) {
      var parts = line.split("  ", 2);
      assertThat(sha256(files.get(parts[1]))).as(parts[1]).isEqualTo(parts[0]);
    }
    for (var name : List.of("municipality-gpkg.zip", "municipality-csv-long.zip")) {
      var body = server.get("/api/releases/2026.1/" + name).body();
      assertThat(body).as(name).isNotEmpty();
      SuppressedCellsTest.check(name, "/api/exports", body);
    }
  }

  @Test
  void theCitationFileFollowsItsFormat() throws Exception {
    createFirst();
    var answer = server.get("/api/releases/2026.1/CITATION.cff");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"CITATION.cff\"");
    var cff = CitationRules.check(answer.body());
    assertThat(cff.get("title").asText()).isEqualTo("Werte <b>2026</b> / Values 2026");
    assertThat(cff.get("version").asText()).isEqualTo("2026.1");
    assertThat(cff.get("references")).isNotEmpty();
  }

  @Test
  void gdalReadsEveryFormatOfARelease() throws Exception {
    Gdal.require();
    var formats = List.of("geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long");
    var job =
        create(
            "{\"id\":\"2026.1\",\"levels\":[\"municipality\"],\"formats\":%s}"
                .formatted(JSON.writeValueAsString(formats)));
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    for (var format : formats) {
      var zip = server.get("/api/releases/2026.1/municipality-%s.zip".formatted(format));
      var files = ExportsTest.unpack(zip.body());
      CitationRules.check(files.get("CITATION.cff"));
      for (var file : files.entrySet()) {
        if (!file.getKey().matches(".*municipality.*[.](geojsonl?|gpkg|fgb|csv)")) {
          continue;
        }
        var place = Files.write(folder.resolve(file.getKey()), file.getValue());
        assertThat(Gdal.run("ogrinfo", "-so", "-al", place.toString()))
            .as(file.getKey())
            .containsPattern("Feature Count: [1-9]")
            .doesNotContain("Warning", "ERROR");
      }
    }
  }

  @Test
  void peopleReadPagesInTheirLanguage() throws Exception {
    assertThat(text("/api/releases", "Accept", "text/html", "Accept-Language", "de"))
        .contains("Bisher wurde keine Ausgabe freigegeben.");
    createFirst();
    String german = text("/api/releases/2026.1", "Accept", "text/html", "Accept-Language", "de");
    assertThat(german)
        .contains("lang=\"de\"", "Ausgabe 2026.1: Werte &lt;b&gt;2026&lt;/b&gt;")
        .contains("<p>Zweite &amp; letzte</p>", "erfundene Beispieldaten")
        .contains("href=\"" + GPKG + "\"")
        .doesNotContain("<b>");
    assertThat(text("/api/releases", "Accept", "text/html", "Accept-Language", "en"))
        .contains("href=\"/api/releases/2026.1\"", "2026.1: Values 2026");
    assertThat(server.get("/api/releases").headers().allValues("Vary")).contains("Accept");
    assertThat(server.get("/api/releases", "Accept", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void aWithdrawnOneTellsWhyInBothLanguagesAndStaysKnown() throws Exception {
    createFirst();
    var withdrawn = withdraw(Role.ADMIN, "2026.1" + REASONS);
    assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    for (var path : new String[] {GPKG, "/api/releases/2026.1/CITATION.cff"}) {
      var german = server.get(path, "Accept-Language", "de");
      assertThat(german.statusCode()).isEqualTo(410);
      assertThat(new String(german.body(), StandardCharsets.UTF_8))
          .contains("/problems/release-withdrawn", "Grund: Die Werte waren falsch.");
      assertThat(text(path, "Accept-Language", "en")).contains("Reason: The values were wrong.");
    }
    var one = get("/api/releases/2026.1");
    assertThat(one.get("withdrawn").asBoolean()).isTrue();
    assertThat(one.at("/withdrawal/reason/de").asText()).isEqualTo("Die Werte waren falsch.");
    assertThat(one.get("files")).isNotEmpty();
    assertThat(text("/api/releases/2026.1", "Accept", "text/html", "Accept-Language", "en"))
        .contains("was withdrawn on", "The values were wrong.")
        .doesNotContain("href=\"" + GPKG);
    assertThat(refused("{\"id\":\"2026.1\"}").statusCode()).isEqualTo(409);
    withdraw(Role.ADMIN, "2026.1?reasonDe=Anders.&reasonEn=Other.");
    assertThat(get("/api/releases/2026.1").at("/withdrawal/reason/en").asText())
        .isEqualTo("The values were wrong.");
  }

  @Test
  void whatCannotBeIsRefusedInWords() throws Exception {
    createFirst();
    assertThat(refused("{\"id\":\"2026.1\"}").body())
        .contains("/problems/release-exists", "“2026.1”");
    assertThat(refused("{\"id\":\"../2026\"}").body()).contains("/problems/bad-field", "2026.1");
    assertThat(refused("{\"title\":{\"de\":\"a\",\"en\":\"b\"}}").body())
        .contains("/problems/missing-field");
    assertThat(refused("{\"id\":\"2026.2\",\"title\":{\"de\":\"a\"}}").body())
        .contains("/problems/missing-field");
    assertThat(refused("{\"id\":\"2026.2\",\"titel\":1}").body())
        .contains("/problems/unknown-field");
    String longTitle = "x".repeat(201);
    assertThat(
            refused(
                    "{\"id\":\"2026.2\",\"title\":{\"de\":\"%1$s\",\"en\":\"%1$s\"}}"
                        .formatted(longTitle))
                .body())
        .contains("/problems/bad-field", "1–200");
    assertThat(refused("{\"id\":\"2026.2\",\"levels\":[\"village\"]}").body())
        .contains("/problems/bad-field", "levels", "municipality");
    assertThat(refused("{\"id\":\"2026.2\",\"formats\":[\"gpkg\",\"shp\"]}").body())
        .contains("/problems/bad-field", "formats", "gpkg");
    assertThat(server.get("/api/releases/2026.2").statusCode()).isEqualTo(404);
    try (var left = Files.list(releases())) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void onlyWhoMayMakesAndWithdrawsOne() throws Exception {
    createFirst();
    var reader = calls.token(Role.READER);
    assertThat(calls.post(reader, ADMIN, "application/json", "{}").statusCode()).isEqualTo(403);
    assertThat(withdraw(Role.EDITOR, "2026.1" + REASONS).statusCode()).isEqualTo(403);
    assertThat(withdraw(Role.ADMIN, "2026.1").body()).contains("/problems/missing-parameter");
    assertThat(withdraw(Role.ADMIN, "2026.1?reasonDe=a&reasonEn=" + "b".repeat(301)).body())
        .contains("/problems/bad-parameter");
    assertThat(withdraw(Role.ADMIN, "2026.9" + REASONS).body())
        .contains("/problems/unknown-release");
    assertThat(server.send("DELETE", "/api/releases/2026.1").statusCode()).isEqualTo(405);
    assertThat(server.get(GPKG).statusCode()).isEqualTo(200);
    assertThat(calls.get(calls.token(Role.EDITOR), ADMIN + "/2026.1").body())
        .contains("\"id\":\"2026.1\"");
  }

  @Test
  void nothingElseIsHandedOut() throws Exception {
    createFirst();
    assertThat(text("/api/releases/2026.1/other.zip", "Accept-Language", "en"))
        .contains("/problems/unknown-release-file", "municipality-gpkg.zip");
    assertThat(text("/api/releases/2025.1", "Accept-Language", "de"))
        .contains("/problems/unknown-release", "nie freigegeben");
    for (var path :
        new String[] {
          "/api/releases/2026.1/..%2f..%2f..%2ftokens.json",
          "/api/releases/..%2f..%2ftokens.json",
          "/api/releases/2026.1/%2e%2e",
          "/api/releases/%2e%2e/tokens.json"
        }) {
      assertThat(server.get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void bytesThatDoNotFitAreNeverHandedOut() throws Exception {
    createFirst();
    byte[] right = server.get(GPKG).body();
    var file = onDisk("municipality-gpkg.zip");
    assertThat(file.toFile().setWritable(true)).isTrue();
    byte[] wrong = right.clone();
    wrong[right.length / 2] ^= 1;
    try (var log = new LoggedLines("org.sozialradar.server.releases", Level.ERROR)) {
      Files.write(file, wrong);
      Files.setLastModifiedTime(
          file, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));
      var refused = server.get(GPKG, "Accept-Language", "de");
      assertThat(refused.statusCode()).isEqualTo(500);
      assertThat(new String(refused.body(), StandardCharsets.UTF_8))
          .contains("/problems/release-damaged", "Prüfsumme")
          .doesNotContain(folder.toString());
      assertThat(log.await(1).get(0).getFormattedMessage())
          .contains("municipality-gpkg.zip", "2026.1", "SHA-256");
    }
    Files.delete(file);
    assertThat(server.get(GPKG).statusCode()).isEqualTo(500);
    Files.write(file, right);
    assertThat(server.get(GPKG).body()).isEqualTo(right);
    assertThat(server.get("/api/releases/2026.1").statusCode()).isEqualTo(200);
  }

  @Test
  void aDeletedWaveTakesReleasesThatHoldItOutOfAllServers() throws Exception {
    createFirst();
    var codebook =
        create("{\"id\":\"2026.2\",\"levels\":[\"municipality\"],\"formats\":[\"codebook\"]}");
    assertThat(codebook.get("state").asText()).isEqualTo("done");
    var copy = folder.resolve("copy");
    copy(releases(), copy);
    var settings = Map.of(Setting.POLL_SECONDS, "1", Setting.RELEASES_FOLDER, copy.toString());
    try (var other = TestServer.over(server.store(), settings)) {
      other.awaitReading();
      assertThat(other.get(GPKG).statusCode()).isEqualTo(200);
      var preview = withdrawWave("");
      assertThat(JSON.readTree(preview.body()).get("frozen").toString()).contains("2026.1");
      assertThat(server.get(GPKG).statusCode()).isEqualTo(200);
      var job = calls.await(calls.token(Role.ADMIN), withdrawWave("?confirm=true"));
      assertThat(job.at("/report/filesLeft").asBoolean()).as(job.toString()).isFalse();
      for (var any : new TestServer[] {server, other}) {
        var gone = any.get(GPKG, "Accept-Language", "en");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(new String(gone.body(), StandardCharsets.UTF_8))
            .contains("A survey that values in it rest on was deleted.")
            .doesNotContain("town");
      }
      // A codebook rests on the wave as well, as it describes what came of it.
      var ofCodebook = JSON.readTree(server.get("/api/releases/2026.2").body());
      assertThat(ofCodebook.get("withdrawn").asBoolean()).isTrue();
      assertNoFiles(releases());
      awaitNoFiles(copy);
    }
  }

  private HttpResponse<String> withdrawWave(String query) throws Exception {
    return calls.send(
        calls.token(Role.ADMIN),
        "api/admin/surveys/town/waves/2022" + query,
        HttpRequest.newBuilder().DELETE());
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var all = Files.walk(from)) {
      for (var path : all.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static long files(Path place) throws IOException {
    try (var all = Files.walk(place)) {
      return all.filter(path -> path.toString().contains("2026.1-")).count();
    }
  }

  private static void assertNoFiles(Path place) throws IOException {
    assertThat(files(place)).isZero();
  }

  private static void awaitNoFiles(Path place) throws Exception {
    while (files(place) > 0) {
      Thread.sleep(20);
    }
  }
}
