package org.sozialradar.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;

/** A job of the server that holds the store: sends it what it needs and hears how it goes on. */
final class RemoteJob {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalizedText SENDING = new LocalizedText("Senden", "Sending");
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final ServerAddress server;
  private final Surroundings surroundings;
  private final Progress progress;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final List<Progress.Step> steps = new ArrayList<>();
  private final List<Long> done = new ArrayList<>();

  RemoteJob(ServerAddress server, Surroundings surroundings) {
    this.server = server;
    this.surroundings = surroundings;
    progress = ConsoleProgress.of(surroundings);
  }

  /**
   * Sends a job, and waits for its report.
   *
   * @param path where it goes, with its query
   * @param contentType what the body is; empty if there is none
   * @return the report, of the kind that the path stands for
   * @throws CommandException if the server does not take it, fails at it or cannot be reached
   */
  JsonNode run(String path, String contentType, BodyPublisher body) {
    HttpResponse<byte[]> answer;
    try (var step = progress.begin(SENDING, body.contentLength())) {
      var request = request(path, LONGEST_UPLOAD).POST(body);
      answer =
          send(
              (contentType.isEmpty() ? request : request.header("Content-Type", contentType))
                  .build());
      step.advance(Math.max(0, body.contentLength()));
    }
    return report(answer);
  }

  /**
   * Asks for what the server tells at once.
   *
   * @throws CommandException if the server refuses it or cannot be reached
   */
  JsonNode get(String path) {
    return report(send(request(path, LONGEST_SILENCE).build()));
  }

  /**
   * Asks to delete something.
   *
   * @return what the server tells at once, or the report of its job
   * @throws CommandException as {@link #run}
   */
  JsonNode delete(String path) {
    return report(send(request(path, LONGEST_SILENCE).DELETE().build()));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return ask(request);
    } catch (IOException failure) {
      throw unreachable(failure);
    }
  }

  private CommandException unreachable(IOException failure) {
    return new CommandException(
        ExitCode.USAGE, "error.no-server", server.uri(), String.valueOf(failure.getMessage()));
  }

  /** What the answer is, or the report of the job that it names. */
  private JsonNode report(HttpResponse<byte[]> answer) {
    try {
      return switch (answer.statusCode()) {
        case 200 -> JSON.readTree(answer.body());
        case 202 -> await(JSON.readTree(answer.body()).path("id").asText());
        default -> throw refused(answer);
      };
    } catch (IOException noJson) {
      throw unreachable(noJson);
    }
  }

  private HttpRequest.Builder request(String path, Duration longest) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .timeout(longest)
        .header("Authorization", "Bearer " + server.token())
        .header("Accept-Language", surroundings.language().tag());
  }

  private HttpResponse<byte[]> ask(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofByteArray());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", stopping));
    }
  }

  /** What the server says about why it does not take it; only 4xx is for who called to mend. */
  private static CommandException refused(HttpResponse<byte[]> answer) {
    int code = answer.statusCode() / 100 == 4 ? ExitCode.USAGE : ExitCode.REJECTED;
    String text;
    try {
      var problem = JSON.readTree(answer.body());
      text = problem.path("title").asText() + ". " + problem.path("detail").asText();
    } catch (IOException noProblem) {
      text = "";
    }
    return new CommandException(
        code, "error.server-refused", Integer.toString(answer.statusCode()), text);
  }

  private JsonNode await(String id) throws IOException {
    var pause = FIRST_PAUSE;
    long heard = System.nanoTime();
    while (true) {
      try {
        var answer = ask(request("api/admin/imports/" + id, Duration.ofSeconds(30)).build());
        if (answer.statusCode() / 100 == 4) {
          throw refused(answer);
        }
        if (answer.statusCode() == 200) {
          heard = System.nanoTime();
          var job = JSON.readTree(answer.body());
          show(job.path("steps"));
          if (job.path("state").asText().equals("done")) {
            return job.get("report");
          }
          requireNotFailed(job);
        }
      } catch (IOException silent) {
        requireRecent(heard, silent);
      }
      requireRecent(heard, new IOException("…"));
      LockSupport.parkNanos(pause.toNanos());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
  }

  private void show(JsonNode told) {
    for (int i = 0; i < told.size(); i++) {
      var step = told.get(i);
      if (i == steps.size()) {
        var what = step.path("what");
        var name = new LocalizedText(what.path("de").asText(), what.path("en").asText());
        steps.add(progress.begin(name, step.path("total").asLong()));
        done.add(0L);
      }
      show(i, step);
    }
  }

  private void show(int number, JsonNode step) {
    long before = done.get(number);
    if (before < 0) {
      return; // It was over before.
    }
    long now = step.path("done").asLong();
    steps.get(number).advance(Math.max(0, now - before));
    done.set(number, now);
    if (step.path("ended").asBoolean()) {
      steps.get(number).close();
      done.set(number, -1L);
    }
  }

  private static void requireNotFailed(JsonNode job) {
    if (job.path("state").asText().equals("failed")) {
      var problem = job.path("problem");
      throw new CommandException(
          ExitCode.REJECTED,
          "error.server-failed",
          problem.path("title").asText() + ". " + problem.path("detail").asText());
    }
  }

  private void requireRecent(long heard, IOException failure) {
    if (System.nanoTime() - heard > LONGEST_SILENCE.toNanos()) {
      throw new CommandException(
          ExitCode.REJECTED,
          "error.server-lost",
          server.uri(),
          String.valueOf(failure.getMessage()));
    }
  }
}
