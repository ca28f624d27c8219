package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.config.Setting;
import org.sozialradar.store.StoreLogin;

/** Revisions over HTTP: listed and restored, and nothing of it on the public port. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class RevisionsContract {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ADMIN = "api/admin/revisions";
  private static final String NO_BODY = "";

  private AdminCalls calls;

  /** Starts the server over an empty store, which it fills. */
  protected final void start(Path folder, String address, StoreLogin login) throws Exception {
    calls =
        AdminCalls.start(
            folder,
            SuppressedCountry.store(address, login),
            Map.of(
                Setting.STORE, address,
                Setting.STORE_USER, login.user(),
                Setting.STORE_PASSWORD, login.password()));
    calls.server().awaitReading();
  }

  @AfterAll
  protected void stop() throws IOException {
    if (calls != null) {
      calls.server().close();
    }
  }

  private JsonNode list() throws Exception {
    var answer = calls.get(calls.token(Role.EDITOR), ADMIN);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    return JSON.readTree(answer.body()).get("revisions");
  }

  private String catalog() throws Exception {
    return new String(calls.server().get("/api/catalog").body(), StandardCharsets.UTF_8);
  }

  private int statusOf(String token, String revision) throws Exception {
    String path = ADMIN + "/" + revision + "/restoration";
    return calls.post(token, path, "application/json", NO_BODY).statusCode();
  }

  @Test
  void anOlderRevisionIsRestoredAsANewOneServedAtOnceAndUndoneLikewise() throws Exception {
    var token = calls.token(Role.EDITOR);
    long before = calls.served();
    calls.compute(token, "api/admin/estimates", AdminCalls.MODEL);
    assertThat(catalog()).contains("storm_support");
    assertThat(list().get(0).get("revision").asLong()).isEqualTo(before + 1);
    assertThat(list().get(0).get("dataset").asText()).isEqualTo("storm");
    assertThat(list().get(0).get("restoredFrom").asLong()).isZero();

    var job = restore(token, before);
    assertThat(job.get("kind").asText()).isEqualTo("restoration");
    assertThat(job.at("/report/revision").asLong()).as(job.toString()).isEqualTo(before + 2);
    assertThat(job.at("/report/restoredFrom").asLong()).isEqualTo(before);
    assertThat(calls.served()).isEqualTo(before + 2);
    assertThat(catalog()).doesNotContain("storm_support");
    assertThat(list().get(0)).isEqualTo(job.get("report"));

    restore(token, before + 1);
    assertThat(calls.served()).isEqualTo(before + 3);
    assertThat(catalog()).contains("storm_support");
  }

  private JsonNode restore(String token, long revision) throws Exception {
    String path = ADMIN + "/" + revision + "/restoration";
    return calls.await(token, calls.post(token, path, "application/json", NO_BODY));
  }

  @Test
  void aRevisionThatIsNotKeptIsRefusedAndChangesNothing() throws Exception {
    var token = calls.token(Role.EDITOR);
    long before = calls.served();
    for (var unknown : new String[] {"0", "-1", "999999", "x", "1234567890123456789012"}) {
      assertThat(statusOf(token, unknown)).as(unknown).isEqualTo(404);
    }
    assertThat(calls.served()).isEqualTo(before);
    assertThat(list().get(0).get("revision").asLong()).isEqualTo(before);
  }

  @Test
  void onlyWhoMayImportSeesAndRestoresThem() throws Exception {
    assertThat(calls.get(calls.token(Role.READER), ADMIN).statusCode()).isEqualTo(403);
    assertThat(statusOf(calls.token(Role.READER), "1")).isEqualTo(403);
    assertThat(calls.get("radar-wrong", ADMIN).statusCode()).isEqualTo(401);
    assertThat(calls.server().get("/" + ADMIN).statusCode()).isEqualTo(404);
  }
}
