package org.sozialradar.server.priorities;

import java.util.List;
import java.util.Set;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers which areas come first by criteria that somebody chose, and how certain that is. */
public final class PrioritiesResource implements Resource {
  private static final String PATH = "/api/priorities";

  /** Room for some thousand codes of areas. */
  private static final long MOST_BYTES = 256 << 10;

  private final Snapshots snapshots;
  private final ContentCache cache;

  public PrioritiesResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> computations() {
    return List.of(new Posting(PATH, Set.of(), MOST_BYTES, this::prioritise));
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
}
