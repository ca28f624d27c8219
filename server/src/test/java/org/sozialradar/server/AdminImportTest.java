package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
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
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.command.ExitCode;
import org.sozialradar.server.command.RadarCommandLine;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.Stores;

/** Imports through the admin port into the embedded store of a server that goes on serving. */
@Timeout(value = 10, unit = java.util.concurrent.TimeUnit.MINUTES)
class AdminImportTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IMPORTS = "api/admin/imports";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private TokenFile tokens;
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    var file = folder.resolve("tokens.json");
    tokens = new TokenFile(file, Clock.systemUTC());
    server =
        TestServer.over(
            Stores.open(store()),
            Map.of(
                Setting.ADMIN_PORT,
                TestServer.freePort(),
                Setting.MAX_UPLOAD_MIB,
                "8",
                Setting.TOKEN_STORE,
                file.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  private URI admin() {
    return server.server().adminAddress().orElseThrow();
  }

  private String token(Role role) {
    return tokens.create(role.id(), role, Duration.ofDays(1)).orElseThrow().secret();
  }

  private HttpResponse<String> send(String token, String path, HttpRequest.Builder request)
      throws Exception {
    request.uri(admin().resolve(path)).header("Accept-Language", "en");
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String token, String type, byte[] body) throws Exception {
    return send(
        token,
        IMPORTS,
        HttpRequest.newBuilder()
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Path filesIn) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes);
        var files = Files.list(filesIn)) {
      for (var file : files.toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private JsonNode await(String token, HttpResponse<String> accepted) throws Exception {
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String place = accepted.headers().firstValue("Location").orElseThrow();
    assertThat(place)
        .isEqualTo("/" + IMPORTS + "/" + JSON.readTree(accepted.body()).get("id").asText());
    while (true) {
      var answer = send(token, place, HttpRequest.newBuilder());
      assertThat(answer.statusCode()).isEqualTo(200);
      var job = JSON.readTree(answer.body());
      if (List.of("done", "failed").contains(job.get("state").asText())) {
        return job;
      }
      Thread.sleep(20);
    }
  }

  private int run(String token, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add(0, "import");
    return RadarCommandLine.run(
        all,
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

  private long served() throws Exception {
    return JSON.readTree(server.get("/health/ready").body()).get("revision").asLong();
  }

  @Test
  void theCommandSendsFilesToTheServerThatHoldsTheStore() throws Exception {
    var token = token(Role.EDITOR);
    var sample = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample")));
    var files = sample.stream().map(Path::toString).toArray(String[]::new);
    var report = folder.resolve("report.json");

    int refused = run("", files[0], "--store", store());
    assertThat(refused).isEqualTo(ExitCode.STORE_IN_USE);
    assertThat(err.toString()).contains("--server http://127.0.0.1", "--admin-port");

    var arguments = new ArrayList<>(List.of(files));
    arguments.addAll(List.of("--server", admin().toString(), "--report", report.toString()));
    int code = run(token, arguments.toArray(String[]::new));
    assertThat(code).as(err.toString()).isEqualTo(ExitCode.OK);
    assertThat(served()).as("served at once").isEqualTo(5);
    assertThat(out.toString()).contains("stored, revision 1", "stored, revision 5");
    assertThat(err.toString()).contains("Sending", "Storing").doesNotContain(token);
    assertThat(JSON.readTree(report.toFile()).at("/packages/2/outcome").asText())
        .isEqualTo("stored");
    assertThat(Files.readString(report)).doesNotContain("radar-upload");
    assertThat(new String(server.get("/api/catalog").body(), StandardCharsets.UTF_8))
        .contains("\"editions\":[{");
  }

  @Test
  void dataThatAreRejectedStayOut() throws Exception {
    var token = token(Role.ADMIN);
    var manifest = Files.writeString(folder.resolve("datapackage.json"), "{\"name\": \"x\"");
    int code = run(token, manifest.toString(), "--server", admin().toString());
    assertThat(code).isEqualTo(ExitCode.REJECTED);
    assertThat(out.toString()).contains("rejected");

    var job = await(token, post(token, "application/zip", zip(Map.of("datapackage.json", "{}"))));
    assertThat(job.get("state").asText()).isEqualTo("done");
    assertThat(job.at("/report/rejected").asBoolean()).isTrue();
    assertThat(job.at("/report/packages/0/issues/0/code").asText()).isNotBlank();
    var empty = await(token, post(token, "application/zip", zip(Map.of("a.csv", "x"))));
    assertThat(empty.at("/report/packages/0/issues/0/code").asText())
        .isEqualTo("upload-without-manifest");
    assertThat(served()).isZero();
  }

  @Test
  void importsAndTheirIssuesAreCounted() throws Exception {
    var none = Figures.of(server);
    for (var outcome : List.of("stored", "rejected", "failed")) {
      assertThat(none.series()).containsEntry(imports(outcome), 0.0);
    }
    var token = token(Role.ADMIN);
    var body = zip(Map.of("datapackage.json", "{\"name\": \"x\""));
    var job = await(token, post(token, "application/zip", body));
    var listed = job.at("/report/packages/0/issues");
    var figures = Figures.of(server);
    assertThat(figures.get(imports("rejected"))).isEqualTo(1);
    assertThat(figures.get(imports("stored"))).isZero();
    assertThat(listed).isNotEmpty();
    double errors = 0;
    for (var issue : listed) {
      errors += issue.get("severity").asText().equals("error") ? 1 : 0;
    }
    assertThat(figures.get("radar_import_issues_total{severity=\"error\"}")).isEqualTo(errors);
    assertThat(figures.get("radar_import_issues_total{severity=\"unlisted\"}")).isZero();
    assertThat(figures.get("radar_imports_waiting")).isZero();
  }

  private static String imports(String outcome) {
    return "radar_imports_seconds_count{outcome=\"" + outcome + "\"}";
  }

  @Test
  void aFormIsTakenToo() throws Exception {
    var token = token(Role.EDITOR);
    var sample = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample"))).get(0);
    var body = new ByteArrayOutputStream();
    try (var files = Files.list(sample.getParent())) {
      for (var file : files.toList()) {
        String head =
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(file.getFileName());
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(Files.readAllBytes(file));
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    body.write("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    var accepted = post(token, "multipart/form-data; boundary=cut", body.toByteArray());
    var job = await(token, accepted);
    assertThat(job.at("/report/packages/0/outcome").asText())
        .as(job.toString())
        .isEqualTo("stored");
    assertThat(job.at("/steps/0/ended").asBoolean()).isTrue();
    assertThat(served()).isEqualTo(1);
  }

  @Test
  void aPackageIsTriedBeforeItIsImported() throws Exception {
    var token = token(Role.EDITOR);
    var sample = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample"))).get(0);
    var zip = zip(sample.getParent());
    var tried = await(token, send(token, IMPORTS + "?dryRun=true", zipped(zip)));
    assertThat(tried.at("/report/dryRun").asBoolean()).isTrue();
    assertThat(tried.at("/report/packages/0/outcome").asText()).isEqualTo("checked");
    assertThat(served()).isZero();
    assertProblem(
        send(token, IMPORTS + "?dryRun=maybe", zipped(new byte[9])), 400, "bad-parameter");

    var stored = await(token, send(token, IMPORTS + "?dryRun=false", zipped(zip)));
    assertThat(stored.at("/report/packages/0/outcome").asText()).isEqualTo("stored");
    assertThat(served()).isEqualTo(1);

    var listed = send(token, IMPORTS, HttpRequest.newBuilder());
    assertThat(listed.headers().firstValue("Radar-Role")).hasValue("editor");
    var jobs = JSON.readTree(listed.body()).get("jobs");
    assertThat(jobs.findValuesAsText("id"))
        .containsExactly(stored.get("id").asText(), tried.get("id").asText());
    assertThat(jobs.at("/0/kind").asText()).isEqualTo("import");
    assertThat(jobs.at("/0/state").asText()).isEqualTo("done");
    assertThat(jobs.at("/0/rejected").asBoolean()).isFalse();
  }

  private static HttpRequest.Builder zipped(byte[] archive) {
    return HttpRequest.newBuilder()
        .header("Content-Type", "application/zip")
        .POST(BodyPublishers.ofByteArray(archive));
  }

  @Test
  void onlyEditorsGetIn() throws Exception {
    var body = zip(Map.of("datapackage.json", "{}"));
    assertProblem(post("", "application/zip", body), 401, "token-needed");
    assertProblem(post(token(Role.READER), "application/zip", body), 403, "role-too-weak");
    assertProblem(
        post("radar-00000000-" + "0".repeat(64), "application/zip", body), 401, "token-refused");
    var basic = HttpRequest.newBuilder().header("Authorization", "Basic eDp4");
    var asPassword = send("", IMPORTS + "/x", basic);
    assertProblem(asPassword, 401, "token-refused");
    assertThat(asPassword.headers().allValues("WWW-Authenticate"))
        .noneMatch(value -> value.startsWith("Basic"));
    assertProblem(send("", "api/catalog", HttpRequest.newBuilder()), 401, "token-needed");
  }

  @Test
  void whatCannotBeTakenIsRefused() throws Exception {
    var token = token(Role.EDITOR);
    assertProblem(post(token, "text/csv", new byte[1]), 415, "upload-kind");
    assertProblem(post(token, "application/zip", new byte[9]), 400, "upload-unreadable");
    assertProblem(
        post(token, "application/zip", zip(Map.of("../x", ""))), 400, "upload-unreadable");
    assertProblem(post(token, "application/zip", new byte[9 << 20]), 413, "body-too-large");
    assertProblem(send(token, IMPORTS + "/x", HttpRequest.newBuilder()), 404, "unknown-job");
    assertProblem(
        send(token, IMPORTS + "/x?y=1", HttpRequest.newBuilder()), 400, "unknown-parameter");
    assertProblem(
        send(token, IMPORTS + "/x", HttpRequest.newBuilder().DELETE()), 403, "role-too-weak");
    assertProblem(
        send(token(Role.ADMIN), IMPORTS + "/x", HttpRequest.newBuilder().DELETE()),
        405,
        "method-not-allowed");
    assertProblem(
        send(token, IMPORTS, HttpRequest.newBuilder().method("PUT", BodyPublishers.noBody())),
        405,
        "method-not-allowed");
    assertProblem(send(token, "api/catalog", HttpRequest.newBuilder()), 404, "unknown-address");
    assertThat(server.send("POST", "/" + IMPORTS).statusCode()).as("public port").isEqualTo(405);
    assertThat(server.get("/" + IMPORTS + "/x").statusCode()).as("public port").isEqualTo(404);
  }

  @Test
  void theCommandSaysWhyItCouldNotSend() throws Exception {
    var file =
        BundledSample.copyTo(Files.createDirectory(folder.resolve("sample"))).get(0).toString();
    assertUsage(run("", file, "--server", admin().toString()), "The token for --server is missing");
    assertUsage(run("x", file, "--server", admin().toString()), "not a complete token");
    var wrong = "radar-00000000-" + "0".repeat(64);
    assertUsage(run(wrong, file, "--server", "ftp://x"), "not the address of a server");
    assertUsage(run(wrong, file, "--server", "http://radar.example.org"), "unencrypted");
    assertUsage(run(wrong, "--sample", "--server", admin().toString()), "cannot be combined");
    assertUsage(
        run(wrong, file, "--server", "http://127.0.0.1:" + TestServer.freePort()),
        "cannot be reached");
    assertUsage(
        run(wrong, file, "--server", admin().toString(), "--token-file", folder + "/none"),
        "cannot be read from");
  }

  @Test
  void aWrongTokenIsNamedByTheServer() throws Exception {
    var sample = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample"))).get(0);
    var wrong = "radar-00000000-" + "0".repeat(64);
    assertUsage(
        run(wrong, sample.toString(), "--server", admin().toString()),
        "did not take that (HTTP 401). This token is not valid");
  }

  private void assertUsage(int code, String expected) {
    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains(expected).doesNotContain("\tat ", "Exception");
    err.getBuffer().setLength(0);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String type)
      throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(JSON.readTree(response.body()).get("type").asText()).isEqualTo("/problems/" + type);
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }
}
