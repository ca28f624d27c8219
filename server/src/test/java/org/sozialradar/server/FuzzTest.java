package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends each route what nobody should send. Whatever comes, the answer is right or a problem
 * document, and says nothing of the inside. {@code -Dradar.seed=N} repeats a run.
 */
class FuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean FULL = Boolean.getBoolean("radar.full");
  private static final int REQUESTS = FULL ? 100_000 : 2_000;
  private static final int MOST_FAULTS = 20;

  /** Words of the inside: classes, stack traces, SQL and its drivers, files of the machine. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "Exception|\\bat [a-z]+\\.[a-z]|\\b(java|jakarta|kotlin)\\.[a-z]+\\.|"
              + "org\\.(sozialradar|eclipse|h2|postgresql|locationtech)|io\\.javalin|\\.java:|"
              + "SELECT |INSERT |syntax error|Jetty|Javalin|root:x:");

  private static TestServer server;
  private static String folder;

  @BeforeAll
  static void start(@TempDir Path folder) {
    FuzzTest.folder = folder.toString();
    server = TestServer.overTestCountry(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void whateverIsAskedNoAnswerFailsOrShowsTheInside() throws Exception {
    long seed = Long.getLong("radar.seed", FULL ? System.nanoTime() : 20_261_122L);
    System.out.printf("fuzz: %d requests, -Dradar.seed=%d%n", REQUESTS, seed);
    var document = JSON.readTree(server.get("/api/openapi.json").body());
    var requests = new FuzzRequests(document, new Random(seed));
    assertThat(requests.turns()).isGreaterThanOrEqualTo(server.server().routes().size());
    var faults = new ArrayList<String>();
    int good = send(requests, faults);
    assertThat(faults).as("seed " + seed).isEmpty();
    // Were all refused at the door, nothing behind it would have been tried.
    assertThat(good).as("answers below 400").isGreaterThan(REQUESTS / 10);
    assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
  }

  private static int send(FuzzRequests requests, List<String> faults) throws IOException {
    int good = 0;
    var line = new Line();
    try {
      for (int i = 0; i < REQUESTS && faults.size() < MOST_FAULTS; i++) {
        var request = requests.next();
        var reply = line.ask(request);
        if (reply.isPresent()) {
          check(request, reply.get()).forEach(fault -> faults.add(fault + " to " + show(request)));
          good += reply.get().status() < 400 ? 1 : 0;
        } else if (!request.isEndless()) {
          faults.add("no answer to " + show(request));
        }
      }
    } finally {
      line.connection.close();
    }
    return good;
  }

  /** Keeps a connection as long as it goes, as clients do. */
  private static final class Line {
    private RawConnection connection = new RawConnection(server.address("/"));
    private boolean fresh = true;

    Line() throws IOException {}

    /** The answer; empty if the server hangs up on a new connection. */
    Optional<RawConnection.Reply> ask(FuzzRequests.Made request) throws IOException {
      var reply = tryToAsk(request);
      if (reply.isEmpty() && !fresh) {
        // It may have hung up after the answer before.
        reconnect();
        reply = tryToAsk(request);
      }
      fresh = false;
      if (reply.map(RawConnection.Reply::closes).orElse(true) || !endsPlainly(request)) {
        reconnect();
      }
      return reply;
    }

    private Optional<RawConnection.Reply> tryToAsk(FuzzRequests.Made request) {
      try {
        connection.send(request.text());
        return Optional.of(connection.read(request.isHead()));
      } catch (IOException hungUp) {
        return Optional.empty();
      }
    }

    private void reconnect() throws IOException {
      connection.close();
      connection = new RawConnection(server.address("/"));
      fresh = true;
    }

    /** What follows a body that was not read would be taken for another request. */
    private static boolean endsPlainly(FuzzRequests.Made request) {
      return request.text().endsWith("\r\n\r\n") && request.text().contains("HTTP/1.1");
    }
  }

  private static List<String> check(FuzzRequests.Made request, RawConnection.Reply reply) {
    var faults = new ArrayList<String>();
    if (reply.status() >= 500) {
      faults.add("status " + reply.status());
    }
    if (reply.fields().containsKey("x-evil")) {
      faults.add("a header of the request's making");
    }
    String shown = reply.fields() + readable(reply);
    var leak = INSIDE.matcher(shown);
    if (leak.find() || shown.contains(folder)) {
      faults.add("the inside shows: " + shown);
    }
    if (reply.status() >= 400 && !isProblem(request, reply)) {
      faults.add("no problem document: " + reply);
    }
    return faults;
  }

  /** The body, if it is made for the request and not a file of the page. */
  private static String readable(RawConnection.Reply reply) {
    String type = reply.field("content-type");
    return type.contains("json") || type.startsWith("text/csv") ? reply.body() : "";
  }

  private static boolean isProblem(FuzzRequests.Made request, RawConnection.Reply reply) {
    if (!reply.field("content-type").equals("application/problem+json")) {
      return false;
    }
    if (request.isHead()) {
      return true;
    }
    try {
      var problem = JSON.readTree(reply.body());
      return problem.path("type").asText().startsWith("/problems/")
          && problem.path("status").asInt() == reply.status()
          && !problem.path("title").asText().isBlank()
          && !problem.path("detail").asText().isBlank();
    } catch (JsonProcessingException malformed) {
      return false;
    }
  }

  private static String show(FuzzRequests.Made request) {
    String text = request.text().replace("\r\n", "⏎");
    return text.length() < 600 ? text : text.substring(0, 600) + "…";
  }
}
