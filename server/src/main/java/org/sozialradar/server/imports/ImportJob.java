package org.sozialradar.server.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.Problems;
import org.sozialradar.server.text.Language;

/**
 * Work on its way: hears how it goes on, and tells. Safe for use by many threads, one of which
 * works.
 */
final class ImportJob implements Progress {
  /** More steps than that are not listed; a package of that many files is not the usual one. */
  private static final int MOST_STEPS = 2_000;

  private final String id;
  private final Work.Kind kind;
  private final String requestId;
  private final Instant createdAt;
  private final List<RunningStep> steps = new ArrayList<>();
  private State state = State.QUEUED;
  private JsonNode report = Json.MAPPER.nullNode();
  private List<ProblemException> problem = List.of();

  private enum State {
    QUEUED,
    RUNNING,
    /** It ended and has a report, which may say that the data were rejected. */
    DONE,
    /** It could not be carried out; nothing of the package at hand was stored. */
    FAILED
  }

  /**
   * A job that waits.
   *
   * @param requestId id of the request that sent it
   */
  ImportJob(String id, Work.Kind kind, String requestId, Instant createdAt) {
    this.id = id;
    this.kind = kind;
    this.requestId = requestId;
    this.createdAt = createdAt;
  }

  String id() {
    return id;
  }

  /** What kind of work it is, such as {@code import}. */
  String kind() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  Instant createdAt() {
    return createdAt;
  }

  String requestId() {
    return requestId;
  }

  synchronized void begun() {
    state = State.RUNNING;
  }

  synchronized void done(String reportJson) {
    try {
      report = Json.MAPPER.readTree(reportJson);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report is not JSON", impossible);
    }
    state = State.DONE;
  }

  synchronized void failed(ProblemException why) {
    problem = List.of(why);
    state = State.FAILED;
  }

  synchronized boolean isOver() {
    return state == State.DONE || state == State.FAILED;
  }

  @Override
  public synchronized Step begin(LocalizedText what, long total) {
    var step = new RunningStep(what, total);
    if (steps.size() < MOST_STEPS) {
      steps.add(step);
    }
    return step;
  }

  private final class RunningStep implements Step {
    private final LocalizedText what;
    private final long total;
    private long done;
    private boolean ended;

    RunningStep(LocalizedText what, long total) {
      this.what = what;
      this.total = total;
    }

    @Override
    public void advance(long units) {
      synchronized (ImportJob.this) {
        done += units;
      }
    }

    @Override
    public void close() {
      synchronized (ImportJob.this) {
        ended = true;
      }
    }

    StepView view() {
      return new StepView(what, done, Math.max(-1, total), ended);
    }
  }

  /**
   * A step as it is told.
   *
   * @param what what is done
   * @param done units done
   * @param total units that it has; -1 if that is not known
   * @param ended whether it is over
   */
  record StepView(LocalizedText what, long done, long total, boolean ended) {}

  /**
   * A job as it is told.
   *
   * @param id its name in addresses
   * @param kind what it does
   * @param state queued, running, done or failed
   * @param createdAt when it was sent, after ISO 8601
   * @param steps what is or was done
   * @param report report of the work once it is done, else null
   * @param problem problem details if it failed, else empty
   */
  record View(
      String id,
      String kind,
      String state,
      String createdAt,
      List<StepView> steps,
      JsonNode report,
      Map<String, Object> problem) {}

  /**
   * A job in a list.
   *
   * @param id its name in addresses
   * @param kind what it does
   * @param state queued, running, done or failed
   * @param createdAt when it was sent, after ISO 8601
   * @param rejected whether its report says that what was sent is wrong
   */
  record Brief(String id, String kind, String state, String createdAt, boolean rejected) {}

  synchronized Brief brief() {
    return new Brief(
        id,
        kind(),
        state.name().toLowerCase(Locale.ROOT),
        createdAt.toString(),
        report.path("rejected").asBoolean());
  }

  synchronized View view(Language language) {
    return new View(
        id,
        kind(),
        state.name().toLowerCase(Locale.ROOT),
        createdAt.toString(),
        steps.stream().map(RunningStep::view).toList(),
        report,
        problem.isEmpty() ? Map.of() : Problems.document(problem.get(0), language, requestId));
  }
}
