package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.command.RadarCommandLine;

/** Models, indices and publications through the server that holds an embedded store. */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES)
class AdminComputationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ESTIMATES = "api/admin/estimates";
  private static final String INDICES = "api/admin/indices";
  private static final String PUBLICATION = "api/admin/surveys/town/waves/2022/publication";

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private AdminCalls calls;

  @BeforeEach
  void start() throws Exception {
    calls = AdminCalls.start(folder);
    calls.server().server().awaitReading();
  }

  @AfterEach
  void stop() {
    calls.server().close();
  }

  private String catalog() throws Exception {
    return new String(calls.server().get("/api/catalog").body(), StandardCharsets.UTF_8);
  }

  @Test
  void aModelIsTriedThenStoredAndServedAtOnce() throws Exception {
    var token = calls.token(Role.EDITOR);
    long before = calls.served();
    var tried = calls.compute(token, ESTIMATES + "?dryRun=true", AdminCalls.MODEL);
    assertThat(tried.get("kind").asText()).isEqualTo("model");
    assertThat(tried.at("/report/outcome").asText()).as(tried.toString()).isEqualTo("checked");
    assertThat(tried.at("/report/revision").asLong()).isZero();
    assertThat(calls.served()).isEqualTo(before);

    var done = calls.compute(token, ESTIMATES, AdminCalls.MODEL);
    assertThat(done.at("/report/outcome").asText()).as(done.toString()).isEqualTo("stored");
    assertThat(done.at("/report/dataset").asText()).isEqualTo("storm");
    assertThat(done.at("/report/revision").asLong()).isEqualTo(before + 1);
    var result = done.at("/report/results/0");
    assertThat(result.get("indicator").asText()).isEqualTo("storm_support");
    assertThat(result.at("/method/fit/coefficients")).hasSize(2);
    assertThat(result.at("/method/diagnostics/calibration")).isNotEmpty();
    assertThat(calls.served()).isEqualTo(before + 1);
    assertThat(catalog()).contains("storm_support");
  }

  @Test
  void anIndexIsTriedThenStoredAndServedAtOnce() throws Exception {
    var token = calls.token(Role.EDITOR);
    long before = calls.served();
    var tried = calls.compute(token, INDICES + "?dryRun=true", AdminCalls.INDEX);
    assertThat(tried.get("kind").asText()).isEqualTo("index");
    assertThat(tried.at("/report/outcome").asText()).as(tried.toString()).isEqualTo("checked");
    assertThat(calls.served()).isEqualTo(before);

    var done = calls.compute(token, INDICES + "?dryRun=false", AdminCalls.INDEX);
    assertThat(done.at("/report/outcome").asText()).as(done.toString()).isEqualTo("stored");
    assertThat(done.at("/report/results")).hasSize(2);
    assertThat(done.at("/report/results/0/method/areas/scored").asInt()).isEqualTo(40);
    assertThat(done.at("/report/results/0/method").has("ranks")).as("no areas").isFalse();
    assertThat(calls.served()).isEqualTo(before + 1);
    assertThat(catalog()).contains("ties_people");
  }

  @Test
  void whatIsRefusedIsToldWithLineAndField() throws Exception {
    var token = calls.token(Role.EDITOR);
    long before = calls.served();
    for (var query : List.of("", "?dryRun=true")) {
      assertRefused(
          calls.compute(token, ESTIMATES + query, AdminCalls.MODEL.replace("seed", "sead")),
          "definition-unknown-key",
          "model.yaml",
          10,
          "sead");
      assertRefused(
          calls.compute(token, ESTIMATES + query, AdminCalls.MODEL.replace("community", "x")),
          "indicator-unknown",
          "model.yaml",
          9,
          "covariates/0");
      assertRefused(
          calls.compute(token, INDICES + query, AdminCalls.INDEX.replace("0.3}", "0.4}")),
          "definition-invalid",
          "index.yaml",
          13,
          "dimensions/people/weights");
    }
    assertRefused(calls.compute(token, INDICES, "[]"), "definition-invalid", "index.yaml", 1, "/");
    assertRefused(
        calls.compute(token, PUBLICATION.replace("2022", "2021"), ""), "wave-missing", "", 0, "");
    assertThat(calls.served()).isEqualTo(before);
  }

  private static void assertRefused(
      com.fasterxml.jackson.databind.JsonNode job, String code, String file, int row, String path) {
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    var report = job.get("report");
    assertThat(report.get("outcome").asText()).isEqualTo("rejected");
    assertThat(report.get("rejected").asBoolean()).isTrue();
    var issue = report.at("/issues/0");
    assertThat(issue.get("code").asText()).as(job.toString()).isEqualTo(code);
    assertThat(issue.get("file").asText()).isEqualTo(file);
    assertThat(issue.get("row").asInt()).isEqualTo(row);
    assertThat(issue.get("column").asText()).isEqualTo(path);
  }

  @Test
  void aRequestThatIsNotRightIsRefusedAtOnce() throws Exception {
    var editor = calls.token(Role.EDITOR);
    for (var path : List.of(ESTIMATES, INDICES)) {
      String yaml = "application/yaml";
      assertProblem(calls.post(editor, path, "text/csv", "x"), 415, "upload-kind");
      assertProblem(calls.post(editor, path + "?dryRun=1", yaml, "x"), 400, "bad-parameter");
      assertProblem(calls.post(editor, path + "?x=1", yaml, "x"), 400, "unknown-parameter");
    }
    var reader = calls.token(Role.READER);
    for (var path : List.of(ESTIMATES, INDICES, PUBLICATION)) {
      assertProblem(calls.post(reader, path, "application/yaml", ""), 403, "role-too-weak");
      assertThat(calls.server().get("/" + path).statusCode()).as("public port").isEqualTo(404);
    }
    String tooLong = "x".repeat(1_000_001);
    for (int i = 0; i < 20; i++) { // whoever does not ask first is told why, too
      var request =
          HttpRequest.newBuilder()
              .header("Content-Type", "application/yaml")
              .POST(HttpRequest.BodyPublishers.ofString(tooLong));
      assertProblem(calls.send(editor, ESTIMATES, request), 413, "body-too-large");
    }
    for (var path : List.of(ESTIMATES, INDICES, PUBLICATION)) {
      calls.reconnect();
      assertProblem(calls.post(editor, path, "application/yaml", tooLong), 413, "body-too-large");
    }
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type)
      throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).get("type").asText()).isEqualTo("/problems/" + type);
  }

  @Test
  void aWaveIsPublishedAnew() throws Exception {
    var token = calls.token(Role.EDITOR);
    long before = calls.served();
    var tried = calls.compute(token, PUBLICATION + "?dryRun=true", "");
    assertThat(tried.get("kind").asText()).isEqualTo("publication");
    assertThat(tried.at("/report/outcome").asText()).as(tried.toString()).isEqualTo("checked");
    assertThat(calls.served()).isEqualTo(before);
    var done = calls.compute(token, PUBLICATION, "");
    assertThat(done.at("/report/revision").asLong()).isEqualTo(before + 1);
    assertThat(done.at("/report/results/0/method/cells/municipality").toString())
        .contains("suppressed");
  }

  private int run(String token, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return RadarCommandLine.run(
        List.of(arguments),
        Map.of("RADAR_LANG", "en", "RADAR_TOKEN", token),
        "test",
        (config, open) -> {
          throw new IllegalStateException("nothing is to be served");
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

  private int there(Role role, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--server", calls.address()));
    return run(calls.token(role), all.toArray(String[]::new));
  }

  /** All commands that need the store which the server holds. */
  private List<String[]> commands() throws Exception {
    String model = Files.writeString(folder.resolve("m.yaml"), AdminCalls.MODEL).toString();
    String index = Files.writeString(folder.resolve("i.yaml"), AdminCalls.INDEX).toString();
    return List.of(
        new String[] {"estimate", model},
        new String[] {"index", index},
        new String[] {"survey", "list"},
        new String[] {"survey", "publish", "town", "--wave", "2022"},
        new String[] {"survey", "delete", "town", "--wave", "2022"});
  }

  @Test
  void withoutTheServerEachCommandNamesTheProcessThatHoldsTheStore() throws Exception {
    for (var command : commands()) {
      var all = new ArrayList<>(List.of(command));
      all.addAll(List.of("--store", folder.resolve("store").toString()));
      assertThat(run("", all.toArray(String[]::new)))
          .as(String.join(" ", command))
          .isEqualTo(ExitCode.STORE_IN_USE);
      assertThat(err.toString()).contains(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void throughTheServerEachCommandSaysWhatItSaysHere() throws Exception {
    var commands = commands();
    var report = folder.resolve("report.json");
    var estimate = new ArrayList<>(List.of(commands.get(0)));
    estimate.addAll(List.of("--report", report.toString()));
    assertThat(there(Role.EDITOR, estimate.toArray(String[]::new)))
        .as(err.toString())
        .isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("storm: stored, revision 4", "storm_support: Support (modelled)", "community: ")
        .contains("95 % intervals hold");
    assertThat(JSON.readTree(report.toFile()).get("revision").asLong()).isEqualTo(4);
    assertThat(there(Role.EDITOR, commands.get(1))).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("ties: stored, revision 5", "ties_people: ", "Areas: 40 with a score, 0 without");
    assertThat(there(Role.EDITOR, commands.get(2))).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town  2022  imported 1970-01-01", "1688 respondents");
    assertThat(there(Role.EDITOR, commands.get(3))).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("town, wave 2022: published, revision 6", "municipality: suppressed");

    Files.writeString(folder.resolve("m.yaml"), AdminCalls.MODEL.replace("[support]", "[no]"));
    assertThat(there(Role.EDITOR, commands.get(0))).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("rejected, nothing stored", "row 7, column outcomes/0");
    assertThat(there(Role.READER, commands.get(1))).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("HTTP 403");
  }

  @Test
  void aWaveIsDeletedThroughTheServerOnlyWhenItIsSaidSo() {
    String[] delete = {"survey", "delete", "town", "--wave", "2022"};
    assertThat(there(Role.ADMIN, delete)).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains("answers of 1688 respondents", "model “crisis” 2022: 2", "Nothing was changed");
    var yes = new ArrayList<>(List.of(delete));
    yes.add("--yes");
    assertThat(there(Role.EDITOR, yes.toArray(String[]::new))).isEqualTo(ExitCode.USAGE);
    assertThat(there(Role.ADMIN, yes.toArray(String[]::new))).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("deleted for good", "revision 4 is without", "Backups");
    assertThat(there(Role.ADMIN, delete)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("HTTP 404");
    assertThat(there(Role.EDITOR, "survey", "list")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("town  2022  deleted");
  }
}
