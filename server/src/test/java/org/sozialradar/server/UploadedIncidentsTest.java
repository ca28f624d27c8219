package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.server.config.Setting;

/** Areas of incidents that come as files, over the {@link TestCountry}. */
class UploadedIncidentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PATH = "/api/incidents";
  private static TestServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private Set<String> before;

  @BeforeAll
  static void start(@TempDir Path folder) {
    server = TestServer.overTestCountry(folder, Map.of(Setting.COSTLY_PER_MINUTE, "0"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void lookAtTemporaryFolders() throws IOException {
    before = uploads();
  }

  /** Whatever was answered, nothing stays on the disk. */
  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(uploads()).isEqualTo(before);
  }

  private static Set<String> uploads() throws IOException {
    String own = "radar-upload-" + ProcessHandle.current().pid() + "-";
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(own))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static byte[] fixture(String name) throws IOException {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("geodata"))) {
      folder = folder.getParent();
    }
    return Files.readAllBytes(folder.resolve("geodata/src/test/resources").resolve(name));
  }

  private HttpResponse<byte[]> send(String question, String name, byte[] file) throws Exception {
    var body = new ByteArrayOutputStream();
    write(body, "--cut", "Content-Disposition: form-data; name=\"question\"", "", question);
    write(
        body,
        "--cut",
        "Content-Disposition: form-data; name=\"area\"; filename=\"" + name + "\"",
        "Content-Type: application/octet-stream",
        "");
    body.write(file);
    write(body, "", "--cut--");
    return post(body.toByteArray());
  }

  private static void write(ByteArrayOutputStream body, String... lines) throws IOException {
    for (var line : lines) {
      body.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  private HttpResponse<byte[]> post(byte[] body) throws Exception {
    var request =
        HttpRequest.newBuilder(server.address(PATH))
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .header("Accept-Language", "en")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode answer(String question, String name, byte[] file) throws Exception {
    var answer = send(question, name, file);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private void refused(String type, String said, String question, String name, byte[] file)
      throws Exception {
    var answer = send(question, name, file);
    var problem = JSON.readTree(answer.body());
    assertThat(problem.get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(problem.get("detail").asText()).contains(said);
    assertThat(answer.statusCode()).isBetween(400, 415);
  }

  private static byte[] feature(String type, String coordinates) {
    return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"%s\",\"coordinates\":%s}}"
        .formatted(type, coordinates)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Three areas of 200.5 km² in UTM zone 33, as GDAL writes them. */
  @ParameterizedTest
  @ValueSource(strings = {"areas.fgb", "areas.gpkg", "areas_utf8.zip", "areas_latin1.zip"})
  void polygonsOfEveryBinaryFormatAreAnswered(String name) throws Exception {
    var answer = answer("{\"area\":{}}", name, fixture("boundaries/" + name));
    assertThat(answer.at("/area/source").asText()).isEqualTo("uploaded");
    assertThat(answer.at("/area/km2").asDouble()).isCloseTo(200.5, within(0.3));
  }

  @ParameterizedTest
  @CsvSource({
    "points.kml",
    "points.geojson",
    "lines.kml",
    "lines.geojson",
    "lines.zip",
    "points.fgb"
  })
  void pointsAndLinesNeedABuffer(String name) throws Exception {
    var file = fixture("layers/" + name);
    refused("buffer-needed", "buffer", "{}", name, file);
    var answer = answer("{\"area\":{\"buffer\":500}}", name, file);
    assertThat(answer.at("/area/km2").asDouble()).isPositive();
  }

  /** The same as a drawn shape: half of Chemnitz with 250 000, all of Aue with 20 500. */
  @Test
  void aFileIsAnsweredAsADrawnShapeIs() throws Exception {
    String ring = "[[[12.9,50.7],[13.2,50.7],[13.2,51.1],[12.9,51.1],[12.9,50.7]]]";
    var uploaded = answer("{\"groups\":[\"population\"]}", "a.json", feature("Polygon", ring));
    var drawn =
        JSON.readTree(
            server
                .ask(
                    PATH,
                    "{\"area\":{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + ring
                        + "}},\"groups\":[\"population\"]}")
                .body());
    assertThat(uploaded.get("people")).isEqualTo(drawn.get("people"));
    assertThat(uploaded.get("areas")).isEqualTo(drawn.get("areas"));
    assertThat(uploaded.get("groups")).isEqualTo(drawn.get("groups"));
  }

  @Test
  void aKmlPolygonAndALayerOfSeveralAreAnswered() throws Exception {
    var kml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>x</name><Polygon><outerBoundaryIs><LinearRing>
        <coordinates>12.9,50.8,0 13.0,50.8,0 13.0,50.9,0 12.9,50.9,0 12.9,50.8,0</coordinates>
        </LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>
        """;
    var answer = answer("{}", "a.kml", kml.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.at("/areas/0/code").asText()).isEqualTo(TestCountry.CHEMNITZ);
    var several = fixture("layers/layers.gpkg");
    refused("area-file", "several layers", "{}", "layers.gpkg", several);
    answer("{\"area\":{\"layer\":\"lines\",\"buffer\":100}}", "layers.gpkg", several);
  }

  @Test
  void theCoordinateSystemMayBeGiven() throws Exception {
    var file =
        feature(
            "Polygon", "[[[355000,5640000],[356000,5640000],[356000,5641000],[355000,5640000]]]");
    refused("area-file", "EPSG:4326", "{}", "a.json", file);
    refused("area-file", "EPSG:99", "{\"area\":{\"crs\":\"EPSG:99\"}}", "a.json", file);
    var answer = answer("{\"area\":{\"crs\":\"EPSG:25833\"}}", "a.json", file);
    assertThat(answer.at("/area/km2").asDouble()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void shapesThatCannotBeUsedAreRefusedWithTheirReason() throws Exception {
    refused(
        "area-crosses",
        "longitude 12.5",
        "{}",
        "bow.json",
        feature("Polygon", "[[[12,51],[13,52],[13,51],[12,52],[12,51]]]"));
    var ring =
        IntStream.rangeClosed(0, 200_000)
            .mapToObj(i -> "[12." + i % 9 + ",51]")
            .collect(Collectors.joining(",", "[[", ",[12.0,51]]]"));
    refused("area-file", "more vertices than allowed", "{}", "a.json", feature("Polygon", ring));
    refused("area-file", "format", "{}", "a.txt", "what?".getBytes(StandardCharsets.UTF_8));
    refused(
        "area-file",
        "no feature",
        "{}",
        "a.json",
        "{\"type\":\"FeatureCollection\",\"features\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void hostileFilesAreRefused() throws Exception {
    refused("area-file", "unpack", "{}", "a.zip", zip("a.shp", 70 << 20));
    refused("area-file", "leads out", "{}", "a.zip", zip("../a.shp", 1));
    refused("upload-name", "leads out", "{}", "../../a.json", feature("Point", "[12,51]"));
    refused("upload-name", "too long", "{}", "x".repeat(300), feature("Point", "[12,51]"));
    refused(
        "area-file",
        "GeoPackage",
        "{}",
        "a.gpkg",
        java.util.Arrays.copyOf(fixture("boundaries/areas.fgb"), 500));
  }

  private static byte[] zip(String name, int zeros) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(new byte[zeros]);
    }
    return out.toByteArray();
  }

  @Test
  void formsHaveAQuestionAndOneFile() throws Exception {
    var file = feature("Point", "[12.9,50.9]");
    refused("unknown-field", "geometry", "{\"area\":{\"geometry\":{}}}", "a.json", file);
    refused("unknown-field", "x", "{\"x\":1}", "a.json", file);
    refused("body-unreadable", "", "{", "a.json", file);
    var alone = new ByteArrayOutputStream();
    write(alone, "--cut", "Content-Disposition: form-data; name=\"question\"", "", "{}", "--cut--");
    var answer = post(alone.toByteArray());
    assertThat(JSON.readTree(answer.body()).get("type").asText())
        .isEqualTo("/problems/upload-fields");
    var two = new ByteArrayOutputStream();
    for (var name : new String[] {"a", "b"}) {
      write(
          two,
          "--cut",
          "Content-Disposition: form-data; name=\"area\"; filename=\"" + name + "\"",
          "",
          "x");
    }
    write(two, "--cut", "Content-Disposition: form-data; name=\"question\"", "", "{}", "--cut--");
    assertThat(JSON.readTree(post(two.toByteArray()).body()).get("type").asText())
        .isEqualTo("/problems/upload-fields");
  }

  @Test
  void aFormTooLargeIsRefused() throws Exception {
    try (var raw = new RawConnection(server.address("/"))) {
      raw.send(
          "POST "
              + PATH
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=cut\r\n"
              + "Content-Length: 17000000\r\n\r\n");
      assertThat(raw.read(false).status()).isEqualTo(413);
    }
    // A question alone has a smaller limit.
    try (var raw = new RawConnection(server.address("/"))) {
      raw.send(
          "POST "
              + PATH
              + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
              + "Content-Length: 3000000\r\n\r\n");
      assertThat(raw.read(false).status()).isEqualTo(413);
    }
  }
}
