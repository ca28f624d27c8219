package org.sozialradar.server.priorities;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.sozialradar.records.RecordStore;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.ranking.PriorityAnswer;
import org.sozialradar.server.ranking.PriorityComparison;
import org.sozialradar.server.ranking.PriorityQuery;
import org.sozialradar.server.ranking.PriorityRequest;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers which areas come first by criteria that somebody chose, and how certain that is. */
public final class PrioritiesResource implements Resource {
  private static final String PATH = "/api/priorities";

  private static final String COMPARISON = PATH + "/comparison";

  /** Room for some thousand codes of areas. */
  static final long MOST_BYTES = 256 << 10;

  private final Snapshots snapshots;
  private final ContentCache cache;
  private final Supplier<RecordStore> records;

  /**
   * Priorities.
   *
   * @param records what is saved, as the store has it now
   */
  public PrioritiesResource(
      Snapshots snapshots, ContentCache cache, Supplier<RecordStore> records) {
    this.snapshots = snapshots;
    this.records = records;
    this.cache = cache;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> computations() {
    return List.of(
        new Posting(PATH, Set.of(), MOST_BYTES, this::prioritise),
        new Posting(COMPARISON, Set.of(), 2 * MOST_BYTES, this::compare));
  }

  private Answer prioritise(Query query, Posting.Upload upload) {
    var request = PriorityRequest.of(JsonRequest.read(upload));
    var snapshot = snapshots.current();
    String key =
        "priorities@%d-%s/%s"
            .formatted(snapshot.revision().number(), snapshot.stamp(), request.json());
    return cache.get(
        key,
        () ->
            Json.content(
                PriorityAnswer.of(PriorityQuery.of(snapshot, request)), CachePolicy.NEVER));
  }

  private Answer compare(Query query, Posting.Upload upload) {
    var json = JsonRequest.read(upload).requireKnown(Set.of("a", "b"));
    var a = side(json, "a");
    var b = side(json, "b");
    if (!a.level().equals(b.level()) || !a.edition().equals(b.edition())) {
      throw ProblemException.ofParameter(
          ProblemType.BAD_FIELD, "b", "level " + a.level() + ", edition " + a.edition());
    }
    var snapshot = snapshots.current();
    String key =
        "priority-comparison@%d-%s/%s/%s"
            .formatted(snapshot.revision().number(), snapshot.stamp(), a.json(), b.json());
    return cache.get(
        key,
        () ->
            Json.content(
                PriorityComparison.of(PriorityQuery.of(snapshot, a), PriorityQuery.of(snapshot, b)),
                CachePolicy.NEVER));
  }

  /** A question, or the id of one that was saved. */
  private PriorityRequest side(JsonRequest json, String name) {
    var side =
        json.findObject(name)
            .orElseThrow(() -> ProblemException.ofParameter(ProblemType.MISSING_FIELD, name))
            .requireKnown(Set.of("id", "request"));
    var request = side.findObject("request");
    var id = side.findText("id");
    if (request.isPresent() == id.isPresent()) {
      throw ProblemException.ofParameter(ProblemType.BAD_FIELD, name, "id, request");
    }
    return request
        .map(PriorityRequest::of)
        .orElseGet(() -> WeightSet.request(records.get(), id.orElseThrow()));
  }
}
