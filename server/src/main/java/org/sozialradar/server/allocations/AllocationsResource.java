package org.sozialradar.server.allocations;

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

/** Answers where limited units cover most of a demand. */
public final class AllocationsResource implements Resource {
  private static final String PATH = "/api/allocations";

  /** Room for a thousand areas and some thousand distances. */
  private static final long MOST_BYTES = 512 << 10;

  private final Snapshots snapshots;
  private final ContentCache cache;

  public AllocationsResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> computations() {
    return List.of(new Posting(PATH, Set.of(), MOST_BYTES, this::allocate));
  }

  private Answer allocate(Query query, Posting.Upload upload) {
    var snapshot = snapshots.current();
    var request = AllocationRequest.of(snapshot, JsonRequest.read(upload));
    // Records say all that they hold, so that equal texts are equal questions.
    String key =
        "allocations@%d-%s/%s".formatted(snapshot.revision().number(), snapshot.stamp(), request);
    return cache.get(
        key, () -> Json.content(AllocationAnswer.of(snapshot, request), CachePolicy.NEVER));
  }
}
