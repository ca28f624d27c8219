package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.ingest.ImportBundle;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** One import at a time, a few that wait, and no more. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ImportQueueTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch mayCommit = new CountDownLatch(1);

  /** A real store that commits nothing until it may. */
  private GeodataStore store() {
    var store = Stores.open(folder.resolve("store").toString());
    return (GeodataStore)
        Proxy.newProxyInstance(
            GeodataStore.class.getClassLoader(),
            new Class<?>[] {GeodataStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit")) {
                mayCommit.await();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  private Path bundle() throws Exception {
    var sample = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample")));
    var request = new ImportRequest(sample.subList(0, 1), List.of(), List.of(), false);
    var reader = Importer.installed(ImportLimits.STANDARD, Clock.systemUTC()).manifestReader();
    var archive = folder.resolve("files.zip");
    try (var out = Files.newOutputStream(archive)) {
      ImportBundle.pack(request, reader, out);
    }
    return archive;
  }

  private HttpResponse<String> ask(TestServer server, String token, String path, Path body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(server.server().adminAddress().orElseThrow().resolve(path))
            .header("Authorization", "Bearer " + token);
    if (body != null) {
      request.header("Content-Type", "application/zip").POST(BodyPublishers.ofFile(body));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Map<Setting, String> settings() throws IOException {
    return Map.of(
        Setting.ADMIN_PORT,
        TestServer.freePort(),
        Setting.TOKEN_STORE,
        folder.resolve("tokens.json").toString());
  }

  private String token() {
    return new TokenFile(folder.resolve("tokens.json"), Clock.systemUTC())
        .create("x", Role.ADMIN, Duration.ofDays(1))
        .orElseThrow()
        .secret();
  }

  @Test
  void importsFollowEachOtherAndFurtherOnesAreRefusedWhileServingGoesOn() throws Exception {
    var token = token();
    var bundle = bundle();
    try (var server = TestServer.over(store(), settings())) {
      var places = new ArrayList<String>();
      var answer = ask(server, token, "api/admin/imports", bundle);
      while (answer.statusCode() == 202) {
        places.add(answer.headers().firstValue("Location").orElseThrow());
        answer = ask(server, token, "api/admin/imports", bundle);
      }
      assertThat(places).as("one at work and four that wait").hasSize(5);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(JSON.readTree(answer.body()).get("type").asText())
          .isEqualTo("/problems/imports-busy");
      assertThat(state(server, token, places.get(4))).isEqualTo("queued");
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);

      mayCommit.countDown();
      while (!state(server, token, places.get(4)).equals("done")) {
        Thread.sleep(20);
      }
      assertThat(places)
          .allSatisfy(place -> assertThat(state(server, token, place)).isEqualTo("done"));
      assertThat(server.store().currentRevision().number()).isEqualTo(5);
    } finally {
      mayCommit.countDown();
    }
  }

  @Test
  void whatWaitsWhenTheServerStopsLeavesNoFiles() throws Exception {
    var uploads = Files.createDirectory(folder.resolve("uploads"));
    String usual = System.setProperty("java.io.tmpdir", uploads.toString());
    try {
      var token = token();
      var bundle = bundle();
      var server = TestServer.over(store(), settings());
      for (int i = 0; i < 4; i++) {
        assertThat(ask(server, token, "api/admin/imports", bundle).statusCode()).isEqualTo(202);
      }
      assertThat(folders(uploads)).isEqualTo(4);
      var closing = CompletableFuture.runAsync(server::close);
      while (folders(uploads) > 1) { // That of the import at work, which may end.
        assertThat(closing).isNotDone();
        Thread.sleep(20);
      }
      mayCommit.countDown();
      closing.join();
      assertThat(folders(uploads)).isZero();
    } finally {
      mayCommit.countDown();
      System.setProperty("java.io.tmpdir", usual);
    }
  }

  private static long folders(Path uploads) throws IOException {
    try (var all = Files.list(uploads)) {
      return all.filter(one -> one.getFileName().toString().startsWith("radar-upload-")).count();
    }
  }

  private String state(TestServer server, String token, String place) throws Exception {
    return JSON.readTree(ask(server, token, place, null).body()).get("state").asText();
  }
}
