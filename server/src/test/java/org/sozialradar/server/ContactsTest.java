package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/** An office records whom to ask about an area, and the portraits of the area show it. */
class ContactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CONTACT =
      """
      {"area":"14626110","office":"Präventionsrat","address":"Rathaus\\nMarkt 1",
       "link":"https://www.example.org/rat"}
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
                address.resolve("/api/admin/contacts" + (id.isEmpty() ? "" : "/" + id)))
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

  private JsonNode of(String area) throws Exception {
    return JSON.readTree(server.get("/api/areas/" + area + "/portrait").body()).get("contacts");
  }

  private static ObjectNode contact() throws Exception {
    return (ObjectNode) JSON.readTree(CONTACT);
  }

  @Test
  void aContactIsSavedChangedSeenAndDeleted() throws Exception {
    assertThat(of("14626110")).isEmpty();
    save("rat", CONTACT);
    var one = of("14626110").get(0);
    assertThat(one.get("office").asText()).isEqualTo("Präventionsrat");
    assertThat(one.get("address").asText()).isEqualTo("Rathaus\nMarkt 1");
    assertThat(one.get("areaName").asText()).isEqualTo("Görlitz");
    save("rat", contact().putNull("link").putNull("address").toString());
    assertThat(of("14626110")).hasSize(1);
    assertThat(of("14626110").get(0).get("link").isNull()).isTrue();
    assertThat(of("14626110").get(0).get("address").isNull()).isTrue();
    assertThat(JSON.readTree(admin("GET", "", "", Role.EDITOR).body()).get("contacts"))
        .isEqualTo(of("14626110"));
    assertThat(admin("DELETE", "rat", "", Role.EDITOR).statusCode()).isEqualTo(403);
    assertThat(admin("DELETE", "rat", "", Role.ADMIN).statusCode()).isEqualTo(200);
    assertThat(of("14626110")).isEmpty();
    assertThat(admin("DELETE", "rat", "", Role.ADMIN).body()).contains("/problems/unknown-contact");
  }

  /** The district's office is to be asked about its towns, a town's not about the district. */
  @Test
  void contactsAreThoseOfAnAreaThenThoseOfWhatHoldsIt() throws Exception {
    save("district", contact().put("area", "14626").put("office", "Amt des Kreises").toString());
    save("town", CONTACT);
    assertThat(of("14626110").findValuesAsText("id")).containsExactly("town", "district");
    assertThat(of("14626").findValuesAsText("id")).containsExactly("district");
    assertThat(of("14626600").findValuesAsText("id")).containsExactly("district");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "office|\"\"|bad-field",
        "office|null|missing-field",
        "office|\"a\\nb\"|bad-field",
        "area|\"99999999\"|unknown-area",
        "link|\"javascript:alert(1)\"|bad-field",
        "link|\"//example.org\"|bad-field",
        "link|\"https://me:secret@example.org\"|bad-field",
        "link|\"www.example.org\"|bad-field",
        "address|7|bad-field",
        "person|\"Erika\"|unknown-field",
      })
  void whatDoesNotFitIsRefused(String field, String value, String problem) throws Exception {
    var body = contact().set(field, JSON.readTree(value)).toString();
    assertThat(admin("PUT", "rat", body, Role.EDITOR).body()).contains("/problems/" + problem);
    assertThat(of("14626110")).isEmpty();
  }

  @Test
  void longTextsStrangeIdsAndReadersAreRefused() throws Exception {
    var longer = contact().put("address", "x".repeat(501)).toString();
    assertThat(admin("PUT", "rat", longer, Role.EDITOR).body()).contains("/problems/bad-field");
    assertThat(admin("PUT", "-x", CONTACT, Role.EDITOR).body()).contains("/problems/bad-parameter");
    assertThat(admin("PUT", "rat", CONTACT, Role.READER).statusCode()).isEqualTo(403);
  }
}
