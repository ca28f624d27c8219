package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.records.SavedRecord;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/** An office records measures, and all see them with their area. */
class MeasuresTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MEASURE =
      """
      {"title":"Nachbarschaftstreff","area":"14626110","lon":13.3,"lat":50.9,"from":"2023-05-01",
       "office":"Amt für Soziales","problem":"Wenige kennen sich.","cause":"Es fehlt ein Ort.",
       "goal":"Mehr Begegnung.","measure":"Ein Raum, zweimal\\ndie Woche offen.",
       "evaluation":"Befragung 2025.","indicators":["cohesion"]}
      """;

  @TempDir private Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private TokenFile tokens;
  private TestServer server;
  private int calls;

  @BeforeEach
  void start() throws Exception {
    var file = folder.resolve("tokens.json");
    tokens = new TokenFile(file, Clock.systemUTC());
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.ADMIN_PORT,
                TestServer.freePort(),
                Setting.COSTLY_PER_MINUTE,
                "0",
                Setting.TOKEN_STORE,
                file.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> admin(String method, String id, String body, Role role)
      throws Exception {
    var token = tokens.create("t" + calls++, role, Duration.ofDays(1)).orElseThrow().secret();
    var address = server.server().adminAddress().orElseThrow();
    return client.send(
        HttpRequest.newBuilder(
                address.resolve("/api/admin/measures" + (id.isEmpty() ? "" : "/" + id)))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private void save(String id, String body) throws Exception {
    var saved = admin("PUT", id, body, Role.EDITOR);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
  }

  private JsonNode get(String path) throws Exception {
    return JSON.readTree(server.get(path).body());
  }

  private static ObjectNode measure() throws Exception {
    return (ObjectNode) JSON.readTree(MEASURE);
  }

  @Test
  void aMeasureIsSavedChangedSeenAndDeleted() throws Exception {
    assertThat(get("/api/measures").get("measures")).isEmpty();
    save("treff", MEASURE);
    var one = get("/api/measures").at("/measures/0");
    assertThat(one.get("id").asText()).isEqualTo("treff");
    assertThat(one.get("areaName").asText()).isEqualTo("Görlitz");
    assertThat(one.get("measure").asText()).contains("\n");
    assertThat(one.get("to").isNull()).isTrue();
    save("treff", measure().put("to", "2024-04-30").toString());
    assertThat(get("/api/measures").get("measures")).hasSize(1);
    assertThat(get("/api/measures").at("/measures/0/to").asText()).isEqualTo("2024-04-30");
    assertThat(get("/api/social-space/14626110").at("/measures/0/title").asText())
        .isEqualTo("Nachbarschaftstreff");
    assertThat(JSON.readTree(admin("GET", "", "", Role.EDITOR).body()))
        .isEqualTo(get("/api/measures"));
    assertThat(admin("DELETE", "treff", "", Role.EDITOR).statusCode()).isEqualTo(403);
    assertThat(admin("DELETE", "treff", "", Role.ADMIN).statusCode()).isEqualTo(200);
    assertThat(get("/api/measures").get("measures")).isEmpty();
    assertThat(get("/api/social-space/14626110").get("measures")).isEmpty();
    assertThat(admin("DELETE", "treff", "", Role.ADMIN).body())
        .contains("/problems/unknown-measure");
  }

  /** Those of a district show in its towns, and those of a town in its district. */
  @Test
  void measuresAreThoseOfAnAreaWhatItHoldsAndWhatHoldsIt() throws Exception {
    save("town", MEASURE);
    var district = measure().put("area", "14626").put("from", "2022-01-01");
    district.remove(java.util.List.of("lon", "lat"));
    save("district", district.toString());
    save("other", measure().put("area", "14521035").put("lon", 13.1).toString());
    assertThat(get("/api/measures").findValuesAsText("id"))
        .containsExactly("district", "other", "town");
    for (var area : new String[] {"14626110", "14626"}) {
      assertThat(get("/api/measures?area=" + area).findValuesAsText("id"))
          .containsExactly("district", "town");
    }
    assertThat(get("/api/measures?area=14626600").findValuesAsText("id"))
        .containsExactly("district");
    assertThat(server.get("/api/measures?area=99").statusCode()).isEqualTo(404);
  }

  @Test
  void asCsvTheyAreSafeForSpreadsheets() throws Exception {
    save("treff", measure().put("office", "=1+1").toString());
    var answer = server.get("/api/measures?format=csv");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    var lines = new String(answer.body(), StandardCharsets.UTF_8).split("\r\n", -1);
    assertThat(lines[0]).startsWith("id,title,area,areaName,level,lon,lat,from,to,office,problem");
    assertThat(lines[1])
        .startsWith(
            "treff,Nachbarschaftstreff,14626110,Görlitz,municipality,13.3,50.9,2023-05-01,,'=1+1")
        .contains("\"Ein Raum, zweimal\ndie Woche offen.\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title|\"\"|bad-field",
        "title|null|missing-field",
        "goal|null|missing-field",
        "goal|7|bad-field",
        "area|\"99999999\"|unknown-area",
        "area|\"a b\"|unknown-area",
        "indicators|[\"nothing\"]|unknown-indicator",
        "from|\"May 2023\"|bad-field",
        "from|\"1023-05-01\"|bad-field",
        "to|\"2023-04-30\"|bad-field",
        "lon|null|missing-field",
        "lon|50.9|field-out-of-range",
        "person|\"Erika\"|unknown-field",
      })
  void whatDoesNotFitIsRefused(String field, String value, String problem) throws Exception {
    var body = measure().set(field, JSON.readTree(value)).toString();
    assertThat(admin("PUT", "treff", body, Role.EDITOR).body()).contains("/problems/" + problem);
    assertThat(get("/api/measures").get("measures")).isEmpty();
  }

  @Test
  void longTextsStrangeIdsAndReadersAreRefused() throws Exception {
    var longer = measure().put("problem", "x".repeat(2001)).toString();
    assertThat(admin("PUT", "treff", longer, Role.EDITOR).body()).contains("/problems/bad-field");
    assertThat(admin("PUT", "-x", MEASURE, Role.EDITOR).body()).contains("/problems/bad-parameter");
    assertThat(admin("PUT", "treff", MEASURE, Role.READER).statusCode()).isEqualTo(403);
    assertThat(server.send("PUT", "/api/measures").statusCode()).isEqualTo(405);
  }

  /** Shorter texts would not help where there are too many. */
  @Test
  void theirNumberIsCheckedBeforeTheirLength() throws Exception {
    String filler = "{\"x\":\"" + "x".repeat(2_100) + "\"}";
    for (int i = 0; i < 1000; i++) {
      String id = "m" + i;
      server.store().records().put(new SavedRecord("measure", id, id, Instant.EPOCH, filler));
    }
    assertThat(admin("PUT", "treff", MEASURE, Role.EDITOR).body())
        .contains("/problems/too-many-records");
  }

  /** Whoever asks of an area has all measures read. */
  @Test
  void allMeasuresTogetherHaveABoundedLength() throws Exception {
    save("treff", MEASURE);
    String filler = "{\"x\":\"" + "x".repeat(999_000) + "\"}";
    for (String id : new String[] {"a", "b"}) {
      server.store().records().put(new SavedRecord("measure", id, id, Instant.EPOCH, filler));
    }
    save("treff", MEASURE);
    var longer = measure().put("problem", "x".repeat(2000)).toString();
    assertThat(admin("PUT", "treff", longer, Role.EDITOR).body())
        .contains("/problems/records-too-long");
  }
}
