package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.config.Setting;

/** Surveys through the admin port of a server that holds an embedded store and goes on serving. */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES)
class AdminSurveyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SURVEYS = "api/admin/surveys";

  static final String QUESTIONNAIRE =
      """
      questionnaire: 1
      id: town
      title: {de: Stadt, en: Town}
      theme: {id: people, name: {de: Menschen, en: People}}
      source: {publisher: Amt, licence: {id: CC0, title: CC0}, attribution: Amt}
      answers:
        yes_no: {"0": {de: nein, en: "no"}, "1": {de: ja, en: "yes"}}
      items:
        help: {wording: {de: Hilfe, en: Help}, answers: yes_no}
      proportions:
        helpful: {title: {de: Hilft, en: Helps}, description: {de: D, en: D}, item: help, codes: ["1"]}
      design: {weight: weight}
      area: {key: ags, level: municipality, edition: "2023"}
      """;

  private static final List<String> AREAS =
      List.of(TestCountry.CHEMNITZ, TestCountry.AUE, TestCountry.GOERLITZ, TestCountry.WEISSWASSER);

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private final HttpClient client = HttpClient.newHttpClient();
  private TokenFile tokens;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    var file = folder.resolve("tokens.json");
    tokens = new TokenFile(file, Clock.systemUTC());
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.STORE,
                folder.resolve("store").toString(),
                Setting.ADMIN_PORT,
                TestServer.freePort(),
                Setting.TOKEN_STORE,
                file.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String token(Role role) {
    return tokens.create(role.id(), role, Duration.ofDays(1)).orElseThrow().secret();
  }

  private HttpResponse<String> send(String token, String path, HttpRequest.Builder request)
      throws Exception {
    request
        .uri(server.server().adminAddress().orElseThrow().resolve(path))
        .header("Accept-Language", "en")
        .header("Authorization", "Bearer " + token);
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private JsonNode get(String token, String path) throws Exception {
    var answer = send(token, path, HttpRequest.newBuilder());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** Fields with a file each, by name; the file has the name after the slash. */
  private HttpResponse<String> post(String token, String query, Map<String, String> files)
      throws Exception {
    var body = new StringBuilder();
    files.forEach(
        (name, text) -> {
          var parts = name.split("/", 2);
          body.append("--cut\r\nContent-Disposition: form-data; name=\"").append(parts[0]);
          body.append("\"; filename=\"").append(parts[1]).append("\"\r\n\r\n");
          body.append(text).append("\r\n");
        });
    body.append("--cut--\r\n");
    return send(
        token,
        SURVEYS + query,
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=cut")
            .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
  }

  private JsonNode await(String token, HttpResponse<String> accepted) throws Exception {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String place = accepted.headers().firstValue("Location").orElseThrow();
    while (true) {
      var job = get(token, place);
      if (List.of("done", "failed").contains(job.get("state").asText())) {
        return job;
      }
      Thread.sleep(20);
    }
  }

  /** Answers from each municipality. */
  static String answers() {
    var text = new StringBuilder("ags,weight,help\n");
    for (int i = 0; i < 400; i++) {
      text.append(AREAS.get(i % AREAS.size())).append(",1,").append(i / 4 % 2).append('\n');
    }
    return text.toString();
  }

  private static Map<String, String> form(String answers) {
    var form = new LinkedHashMap<String, String>();
    form.put("questionnaire/town.yaml", QUESTIONNAIRE);
    form.put("answers/answers.csv", answers);
    return form;
  }

  private static void assertNoUploadIsLeft() throws IOException {
    var own = "radar-upload-" + ProcessHandle.current().pid() + "-";
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith(own))).isEmpty();
    }
  }

  private long served() throws Exception {
    return JSON.readTree(server.get("/health/ready").body()).get("revision").asLong();
  }

  @Test
  void aWaveIsTriedThenImportedAndServedWithoutAPause() throws Exception {
    var token = token(Role.EDITOR);
    long before = served();

    var tried = await(token, post(token, "?wave=2022&dryRun=true", form(answers())));
    assertThat(tried.get("kind").asText()).isEqualTo("survey");
    assertThat(tried.at("/report/outcome").asText()).as(tried.toString()).isEqualTo("checked");
    assertThat(tried.at("/report/respondents").asInt()).isEqualTo(400);
    assertThat(tried.at("/report/results/0/en").asText()).isEqualTo("To be published:");
    assertNoUploadIsLeft();
    assertThat(get(token, SURVEYS).toString()).isEqualTo("{\"waves\":[],\"deleted\":[]}");
    assertThat(served()).isEqualTo(before);

    var form = form(answers());
    form.put("margins/margins.csv", "margin,category,total\nhelp,0,30\nhelp,1,70\n");
    var done = await(token, post(token, "?wave=2022&dryRun=false", form));
    assertThat(done.at("/report/outcome").asText()).as(done.toString()).isEqualTo("stored");
    assertThat(done.at("/report/raking/0/converged").asBoolean()).isTrue();
    assertThat(done.at("/report/results/0/en").asText())
        .isEqualTo("Published, revision " + (before + 1) + ":");
    assertNoUploadIsLeft();
    assertThat(served()).as("served at once").isEqualTo(before + 1);
    assertThat(new String(server.get("/api/catalog").body(), StandardCharsets.UTF_8))
        .contains("town_helpful");

    var wave = get(token, SURVEYS).at("/waves/0");
    assertThat(wave.get("survey").asText()).isEqualTo("town");
    assertThat(wave.get("wave").asText()).isEqualTo("2022");
    assertThat(wave.get("respondents").asInt()).isEqualTo(400);
    assertThat(wave.get("importedAt").asText()).startsWith("20");
  }

  /** Its results could not be published, and the old ones would stay without their answers. */
  @Test
  void aWaveThatMayNotTakeThePlaceOfAnotherIsRejectedWhole() throws Exception {
    var token = token(Role.EDITOR);
    await(token, post(token, "?wave=2022", form(answers())));
    String values = "/api/indicators/town_helpful/values?level=municipality";
    long revision = served();
    var shown = get(values);
    var kept = get(token, SURVEYS);
    String fewer = answers().replaceFirst(TestCountry.CHEMNITZ + ",1,0\n", "");

    for (var dryRun : List.of("true", "false")) {
      var job = await(token, post(token, "?wave=2022&dryRun=" + dryRun, form(fewer)));
      assertThat(job.at("/report/outcome").asText()).as(job.toString()).isEqualTo("rejected");
      assertThat(job.at("/report/issues/0/code").asText()).isEqualTo("release-conflict");
      assertThat(get(token, SURVEYS)).isEqualTo(kept);
      assertThat(served()).isEqualTo(revision);
      assertThat(get(values)).isEqualTo(shown);
    }
  }

  private JsonNode get(String path) throws Exception {
    var answer = server.get(path);
    if (answer.statusCode() == 307) {
      answer = server.get(answer.headers().firstValue("Location").orElseThrow());
    }
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void whatIsWrongIsToldByItsPlaceWithoutWhatAPersonSaid() throws Exception {
    var token = token(Role.EDITOR);
    var answers = answers().replaceFirst(",0\n", ",SECRET-7\n");
    var job = await(token, post(token, "?wave=2022", form(answers)));
    assertThat(job.get("state").asText()).isEqualTo("done");
    assertThat(job.at("/report/rejected").asBoolean()).isTrue();
    assertThat(job.at("/report/issues").toString())
        .contains("\"answers.csv\"", "\"help\"")
        .doesNotContain("SECRET-7");
    assertThat(job.toString()).doesNotContain("SECRET-7", "radar-upload");
    assertThat(get(token, SURVEYS).get("waves")).isEmpty();
    assertNoUploadIsLeft();

    var form = form(answers());
    form.put("questionnaire/town.yaml", QUESTIONNAIRE.replace("item: help", "item: halp"));
    var wrong = await(token, post(token, "?wave=2022", form));
    assertThat(wrong.at("/report/outcome").asText()).isEqualTo("rejected");
    assertThat(wrong.at("/report/issues/0/code").asText()).isEqualTo("definition-invalid");
    assertThat(wrong.at("/report/issues/0/file").asText()).isEqualTo("town.yaml");
  }

  @Test
  void aFormThatIsNotRightIsRefusedAtOnce() throws Exception {
    var token = token(Role.EDITOR);
    var form = form(answers());
    assertProblem(post(token, "", form), 400, "missing-parameter");
    assertProblem(post(token, "?wave=22", form), 400, "bad-parameter");
    assertProblem(post(token, "?wave=2022&dryRun=maybe", form), 400, "bad-parameter");
    assertProblem(post(token, "?wave=2022&x=1", form), 400, "unknown-parameter");
    assertProblem(post(token, "?wave=2022&maxWeight=1", form), 400, "bad-parameter");
    assertProblem(post(token, "?wave=2022", Map.of("answers/a.csv", "x")), 400, "upload-fields");
    form.put("more/b.csv", "x");
    assertProblem(post(token, "?wave=2022", form), 400, "upload-fields");
    assertProblem(post(token, "?wave=2022", Map.of("answers/../a.csv", "x")), 400, "upload-name");
    assertProblem(
        send(
            token,
            SURVEYS + "?wave=2022",
            HttpRequest.newBuilder()
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofString("x"))),
        415,
        "upload-kind");
    assertProblem(post(token(Role.READER), "?wave=2022", form(answers())), 403, "role-too-weak");
    assertThat(server.get("/" + SURVEYS).statusCode()).as("public port").isEqualTo(404);
    assertNoUploadIsLeft();
  }

  @Test
  void anAdminDeletesAWaveAfterSeeingWhatGoesWithIt() throws Exception {
    var token = token(Role.ADMIN);
    String wave = SURVEYS + "/town/waves/2022";
    assertProblem(delete(token, wave), 404, "unknown-wave");
    var stored = await(token, post(token, "?wave=2022", form(answers())));
    assertThat(stored.at("/report/outcome").asText()).isEqualTo("stored");

    assertProblem(delete(token(Role.EDITOR), wave + "?confirm=true"), 403, "role-too-weak");
    var preview = delete(token, wave);
    assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
    var told = JSON.readTree(preview.body());
    assertThat(told.get("deleted").asBoolean()).isFalse();
    assertThat(told.get("respondents").asInt()).isEqualTo(400);
    assertThat(told.at("/resting/0/indicators/0").asText()).isEqualTo("town_helpful");
    assertThat(get(token, SURVEYS).get("waves")).hasSize(1);

    var job = await(token, delete(token, wave + "?confirm=true"));
    assertThat(job.at("/report/deleted").asBoolean()).as(job.toString()).isTrue();
    assertThat(served()).isEqualTo(job.at("/report/revision").asLong());
    assertThat(get(token, SURVEYS).get("waves")).isEmpty();
    assertThat(get(token, SURVEYS).at("/deleted/0/wave").asText()).isEqualTo("2022");
    assertThat(new String(server.get("/api/catalog").body(), StandardCharsets.UTF_8))
        .doesNotContain("town_helpful");
    var again = await(token, post(token, "?wave=2022", form(answers())));
    assertThat(again.at("/report/issues/0/code").asText()).isEqualTo("survey-wave-deleted");
  }

  private HttpResponse<String> delete(String token, String path) throws Exception {
    return send(token, path, HttpRequest.newBuilder().DELETE());
  }

  private int run(String token, String... arguments) {
    return RadarCommandLine.run(
        List.of(arguments),
        Map.of("RADAR_LANG", "en", "RADAR_TOKEN", token),
        "test",
        (config, open) -> {
          throw new IllegalStateException("an import does not serve");
        },
        (store, layer, file, progress) -> {
          throw new IllegalStateException("nothing is to be written as an archive");
        },
        (store, asked, draft) -> {
          throw new IllegalStateException("no release is to be made");
        },
        new PrintWriter(out),
        new PrintWriter(err));
  }

  @Test
  void theCommandSendsAWaveToTheServerThatHoldsTheStore() throws Exception {
    var token = token(Role.EDITOR);
    String answers = Files.writeString(folder.resolve("answers.csv"), answers()).toString();
    String questionnaire =
        Files.writeString(
                folder.resolve("town.yaml"),
                QUESTIONNAIRE.replace("{key: ags,", "{postcode: ags, crosswalk: plz,"))
            .toString();
    var table = new StringBuilder("postcode,area,share\n");
    for (int i = 0; i < 4; i++) {
      table.append("0100").append(i).append(',').append(AREAS.get(i)).append(",1\n");
    }
    Files.writeString(folder.resolve("plz.csv"), table);
    String text = Files.readString(Path.of(answers));
    for (int i = 0; i < 4; i++) {
      text = text.replace(AREAS.get(i) + ",", "0100" + i + ",");
    }
    Files.writeString(Path.of(answers), text);
    var report = folder.resolve("report.json");
    String[] arguments = {
      "survey",
      answers,
      "--questionnaire",
      questionnaire,
      "--wave",
      "2022",
      "--server",
      server.server().adminAddress().orElseThrow().toString(),
      "--report",
      report.toString()
    };

    assertThat(run(token, concat("check", arguments))).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town 2022: checked, nothing stored");
    assertThat(get(token, SURVEYS).get("waves")).isEmpty();
    assertThat(run(token, concat("import", arguments))).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town 2022: stored", "Published, revision 4:");
    assertThat(err.toString()).contains("Sending").doesNotContain(token);
    assertThat(JSON.readTree(report.toFile()).get("respondents").asInt()).isEqualTo(400);
    assertThat(get(token, SURVEYS).at("/waves/0/respondents").asInt()).isEqualTo(400);
    assertNoUploadIsLeft();

    Files.writeString(Path.of(answers), text.replaceFirst(",0\n", ",SECRET-7\n"));
    assertThat(run(token, concat("import", arguments))).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("town 2022: rejected").doesNotContain("SECRET-7");
    assertThat(run(token(Role.READER), concat("import", arguments))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("HTTP 403");
  }

  private static String[] concat(String first, String... more) {
    var all = new ArrayList<>(List.of(more));
    all.add(0, first);
    return all.toArray(String[]::new);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).get("type").asText()).isEqualTo("/problems/" + type);
  }
}
