package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.GeodataStore;

/** Calls of the admin port of a server over the {@link SuppressedCountry}. */
final class AdminCalls {
  static final String MODEL =
      """
      model: 1
      id: storm
      title: {de: Sturm, en: Storm}
      description: {de: Vorhersage., en: Prediction.}
      survey: town
      wave: 2022
      outcomes: [support]
      covariates:
        - {indicator: community}
      seed: 42
      """;
  static final String INDEX =
      """
      index: 1
      id: ties
      title: {de: Bindungen, en: Ties}
      description: {de: Text., en: Text.}
      theme: {id: support, name: {de: Hilfe, en: Support}}
      level: municipality
      edition: "2022"
      period: 2022
      source: {publisher: Amt, licence: {id: CC0, title: CC0}, attribution: Amt}
      dimensions:
        people:
          title: {de: Leute, en: People}
          weights: {crisis_support: 0.7, community: 0.3}
          indicators:
            - {indicator: crisis_support, direction: raises}
            - {indicator: community, direction: raises}
      """;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Characters of a body that some limit may refuse. */
  private static final int LONG = 1_000_000;

  private final TestServer server;
  private final TokenFile tokens;
  private final Map<Role, String> secrets = new EnumMap<>(Role.class);
  private HttpClient client = HttpClient.newHttpClient();

  private AdminCalls(TestServer server, TokenFile tokens) {
    this.server = server;
    this.tokens = tokens;
  }

  /** Starts a server with an admin port; its store is in the folder, open. */
  static AdminCalls start(Path folder) throws IOException {
    return start(folder, SuppressedCountry.store(folder), Map.of());
  }

  /** The same over another store, with more settings. */
  static AdminCalls start(Path folder, GeodataStore store, Map<Setting, String> more)
      throws IOException {
    var file = folder.resolve("tokens.json");
    var settings = new EnumMap<Setting, String>(Setting.class);
    settings.put(Setting.COSTLY_PER_MINUTE, "0");
    settings.put(Setting.STORE, folder.resolve("store").toString());
    settings.put(Setting.ADMIN_PORT, TestServer.freePort());
    settings.put(Setting.TOKEN_STORE, file.toString());
    settings.putAll(more);
    var server = TestServer.over(store, settings);
    return new AdminCalls(server, new TokenFile(file, Clock.systemUTC()));
  }

  TestServer server() {
    return server;
  }

  String address() {
    return server.server().adminAddress().orElseThrow().toString();
  }

  String token(Role role) {
    return secrets.computeIfAbsent(
        role, one -> tokens.create(one.id(), one, Duration.ofDays(1)).orElseThrow().secret());
  }

  HttpResponse<String> send(String token, String path, HttpRequest.Builder request)
      throws Exception {
    request
        .uri(server.server().adminAddress().orElseThrow().resolve(path))
        .header("Accept-Language", "en")
        .header("Authorization", "Bearer " + token);
    return Described.check(client.send(request.build(), BodyHandlers.ofString()));
  }

  HttpResponse<String> get(String token, String path) throws Exception {
    return send(token, path, HttpRequest.newBuilder());
  }

  HttpResponse<String> post(String token, String path, String type, String body) throws Exception {
    BodyPublisher publisher =
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
    // A server that refuses by the length alone takes nothing of a long body.
    boolean asksFirst = body.length() > LONG;
    return send(
        token,
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", type)
            .expectContinue(asksFirst)
            .POST(publisher));
  }

  /** The next call opens a connection: the server closes one whose body it did not take. */
  void reconnect() {
    client = HttpClient.newHttpClient();
  }

  /** Sends a definition, and waits for the end of the job. */
  JsonNode compute(String token, String path, String yaml) throws Exception {
    return await(token, post(token, path, "application/yaml", yaml));
  }

  /** The job that was accepted, once it ended. */
  JsonNode await(String token, HttpResponse<String> accepted) throws Exception {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String place = accepted.headers().firstValue("Location").orElseThrow();
    while (true) {
      var job = JSON.readTree(get(token, place).body());
      if (List.of("done", "failed").contains(job.path("state").asText())) {
        return job;
      }
      Thread.sleep(20);
    }
  }

  /** The revision that is served. */
  long served() throws Exception {
    return JSON.readTree(server.get("/health/ready").body()).get("revision").asLong();
  }
}
