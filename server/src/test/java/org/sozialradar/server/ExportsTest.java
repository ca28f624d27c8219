package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports through a real server: what leaves is what the values' own address says. */
class ExportsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOWNS = "/api/exports?level=municipality&edition=2023";
  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = TestServer.overTestCountry(folder);
    server.awaitReading();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return server.get(path, headers);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  static Map<String, byte[]> unpack(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void withoutFormatItSaysWhatThereIs() throws Exception {
    var offer = JSON.readTree(get("/api/exports").body());
    assertThat(offer.findValuesAsText("id")).contains("gpkg", "csv-long", "municipality", "trust");
    assertThat(offer.get("defaultEdition").asText()).isEqualTo("2023");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | application/json | application/json",
        "'' | */* | application/json",
        "'' | text/html, */*;q=0.8 | application/json",
        "'' | application/geo+json | application/geo+json",
        "?lang=en | */* | application/json",
        "?format= | */* | application/json",
        "?lang=de&format=&level=+&edition= | */* | application/json",
        "?format=&level=municipality | */* | application/zip",
        "?level=municipality | application/zip;q=0, */* | application/geo+json",
        "?level=municipality | */* | application/zip",
        "?level=municipality | application/zip | application/zip",
        "?level=municipality | text/csv | text/csv; charset=utf-8; header=present",
        "?level=municipality | image/png, application/geopackage+sqlite3;q=0.1 |"
            + " application/geopackage+sqlite3",
        "?level=municipality&form=file | */* | application/geo+json",
        "?level=municipality&format=csv&form=file | application/geo+json | text/csv; charset=utf-8;"
            + " header=present"
      })
  void withoutFormatTheClientGetsWhatItLikesBest(String query, String accept, String type)
      throws Exception {
    var answer = get("/api/exports" + query, "Accept", accept);
    assertThat(answer.statusCode()).as(text(answer.body())).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo(type);
    boolean depends = !query.contains("format=csv");
    assertThat(answer.headers().allValues("Vary").contains("Accept")).isEqualTo(depends);
  }

  @Test
  void theDescriptionKnowsNoOtherLanguagesThanFiles() throws Exception {
    assertThat(get("/api/exports?lang=fr").statusCode()).isEqualTo(400);
    assertThat(get("/api/exports?lang=").body()).isEqualTo(get("/api/exports").body());
  }

  @ParameterizedTest
  @CsvSource({
    "'', image/png",
    "'?level=municipality', application/json",
    "'?level=municipality&form=package', text/csv",
    "'?level=municipality&form=file', application/zip"
  })
  void whatCannotBeServedIsRefused(String query, String accept) throws Exception {
    for (var language : List.of("de", "en")) {
      var answer = get("/api/exports" + query, "Accept", accept, "Accept-Language", language);
      assertThat(answer.statusCode()).isEqualTo(406);
      assertThat(text(answer.body())).contains("/problems/not-acceptable");
    }
  }

  /** Else a memory on the way gives one visitor the file in another's language. */
  @Test
  void answersSayThatTheyDependOnTheLanguage() throws Exception {
    String path = TOWNS + "&format=gpkg";
    var answer = get(path);
    assertThat(answer.headers().allValues("Vary")).contains("Accept-Language");
    var again = get(path, "If-None-Match", header(answer, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.headers().allValues("Vary")).contains("Accept-Language");
    assertThat(get(path + "&lang=de").headers().allValues("Vary"))
        .doesNotContain("Accept-Language");
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "geojsonseq", "gpkg", "fgb", "csv", "csv-long", "codebook"})
  void everyFormatLeavesAsPackageAndAsFile(String format) throws Exception {
    var packed = get(TOWNS + "&format=" + format);
    assertThat(packed.statusCode()).isEqualTo(200);
    assertThat(header(packed, "Content-Type")).isEqualTo("application/zip");
    assertThat(header(packed, "Content-Disposition")).contains("example-municipality-2023");
    assertThat(header(packed, "Link")).contains("rel=\"license\"").contains("describedby");
    var files = unpack(packed.body());
    assertThat(files).containsKeys("README.md", "CITATION.cff", "datapackage.json", "SHA256SUMS");
    CitationRules.check(files.get("CITATION.cff"));
    var bare = get(TOWNS + "&form=file&format=" + format);
    assertThat(bare.statusCode()).isEqualTo(200);
    String name = header(bare, "Content-Disposition").replaceAll(".*filename=\"(.*)\"", "$1");
    assertThat(files.get(name)).as(name).isEqualTo(bare.body());
  }

  /** Each indicator in each period, on each level: the long table against the values' address. */
  @ParameterizedTest
  @ValueSource(strings = {"municipality", "district", "state"})
  void theLongTableSaysWhatTheValuesSay(String level) throws Exception {
    var answer =
        get("/api/exports?edition=2023&format=csv-long&form=file&periods=all&level=" + level);
    var lines = text(answer.body()).lines().skip(1).toList();
    assertThat(lines).isNotEmpty();
    var known = new HashMap<String, JsonNode>();
    for (var line : lines) {
      var cells = line.split(",", -1);
      int at = line.contains("\"Land, ") ? 1 : 0;
      assertThat(at).isZero();
      String address =
          "/api/revisions/3/indicators/%s/values?level=%s&period=%s&edition=2023"
              .formatted(cells[4], level, cells[6]);
      var values = known.get(address);
      if (values == null) {
        values = JSON.readTree(get(address).body());
        known.put(address, values);
      }
      int row = -1;
      for (int i = 0; i < values.get("codes").size(); i++) {
        row = values.get("codes").get(i).asText().equals(cells[0]) ? i : row;
      }
      assertThat(cells[7]).as(line).isEqualTo(number(values.get("values"), row));
      assertThat(cells[8]).as(line).isEqualTo(number(values.get("lower"), row));
      assertThat(cells[9]).as(line).isEqualTo(number(values.get("upper"), row));
      String status = values.get("status").asText().substring(row, row + 1);
      assertThat(cells[10]).as(line).isEqualTo(values.get("statuses").get(status).asText());
      String letters = values.get("respondents").asText("");
      String respondents =
          values.get("respondents").isNull()
              ? ""
              : values.get("respondentClasses").get(letters.substring(row, row + 1)).asText();
      assertThat(cells[11]).as(line).isEqualTo(respondents);
    }
  }

  private static String number(JsonNode column, int row) {
    return column.isNull() || column.get(row).isNull()
        ? ""
        : column.get(row).decimalValue().stripTrailingZeros().toPlainString();
  }

  @Test
  void itIsRevalidatedAndNotMadeAgain() throws Exception {
    String address = TOWNS + "&format=csv&form=file";
    var first = get(address);
    String tag = header(first, "ETag");
    assertThat(tag).startsWith("W/\"");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, no-cache");
    assertThat(get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(header(get(TOWNS + "&format=csv-long&form=file"), "ETag")).isNotEqualTo(tag);
  }

  @Test
  void headSaysWhatGetWouldSay() throws Exception {
    String address = TOWNS + "&format=geojson";
    var head = server.send("HEAD", address);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("Content-Length")).isEmpty();
    var got = get(address);
    for (var name : new String[] {"Content-Type", "ETag", "Content-Disposition", "Link"}) {
      assertThat(header(head, name)).as(name).isEqualTo(header(got, name));
    }
  }

  @Test
  void textIsCompressedForWhoeverTakesIt() throws Exception {
    String address = TOWNS + "&format=csv&form=file";
    var zipped = get(address, "Accept-Encoding", "gzip");
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    var plain = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
    assertThat(plain).isEqualTo(get(address).body());
    assertThat(header(get(TOWNS + "&format=csv", "Accept-Encoding", "gzip"), "Content-Encoding"))
        .isEmpty();
  }

  @Test
  void aChecksumFollowsTheBody() throws Exception {
    String address = TOWNS + "&format=csv&form=file";
    String raw = raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(raw).contains("Trailer: Repr-Digest");
    var digest = MessageDigest.getInstance("SHA-256").digest(get(address).body());
    assertThat(raw)
        .contains("\r\nRepr-Digest: sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
  }

  /** There a body that ends early would look whole. */
  @Test
  void clientsOfHttp10GetTheLengthFirst() throws Exception {
    String address = TOWNS + "&format=csv&form=file";
    int length = get(address).body().length;
    String raw = raw("GET " + address + " HTTP/1.0\r\nHost: x\r\n\r\n");
    assertThat(raw).contains("Content-Length: " + length).contains("Repr-Digest: sha-256=:");
    assertThat(raw.substring(raw.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8))
        .hasSize(length);
  }

  private static String raw(String request) throws IOException {
    var address = server.address("/");
    try (var socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      return text(in.readAllBytes());
    }
  }

  @Test
  void excelGetsSemicolonsAndCommas() throws Exception {
    var body = text(get(TOWNS + "&format=csv&form=file&dialect=excel-de").body());
    assertThat(body).startsWith("\uFEFFcode;name;").contains(";3,41;2023;reported;3,3;3,52;250+;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format=shapefile|format|geojson",
        "format=csv&indicators=nothing|indicators|population",
        "format=csv&edition=1900|edition|2023",
        "format=csv&level=planet|level|district",
        "format=csv&indicators=population&periods=1999|periods|2021",
        "format=csv&periods=then|periods|2021",
        "format=csv&area=99999|area|/api/areas",
        "format=geojson&crs=EPSG:25833|crs|CRS84",
        "format=gpkg&crs=EPSG:1|crs|EPSG:25833",
        "format=csv&crs=CRS84|crs|csv",
        "format=geojson&dialect=excel-de|dialect|csv",
        "format=csv&dialect=excel-fr|dialect|excel-de",
        "format=csv&form=tar|form|package",
        "level=municipality&form=tar|form|package",
        "format=csv&lang=fr|lang|de",
        "format=csv&filter=nothing=3|filter|population"
      })
  void whatCannotBeExportedIsExplained(String query, String parameter, String hint)
      throws Exception {
    for (var language : new String[] {"de", "en"}) {
      var answer = get("/api/exports?" + query, "Accept-Language", language);
      var problem = JSON.readTree(answer.body());
      assertThat(answer.statusCode()).as(query + problem).isEqualTo(400);
      assertThat(header(answer, "Content-Language")).isEqualTo(language);
      assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
      assertThat(problem.get("detail").asText()).contains(hint);
    }
  }

  @Test
  void aMalformedFilterIsRefusedWithItsPlace() throws Exception {
    String filter = URLEncoder.encode("population > AND", StandardCharsets.UTF_8);
    var answer = get(TOWNS + "&format=csv&filter=" + filter);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains("14");
  }

  @Test
  void contextLayersLeaveToo() throws Exception {
    var layers = JSON.readTree(get("/api/exports").body()).get("layers");
    for (var layer : layers) {
      var files =
          unpack(get("/api/exports?format=geojson&level=" + layer.get("id").asText()).body());
      assertThat(files.keySet()).anyMatch(name -> name.endsWith(".geojson"));
    }
  }
}
