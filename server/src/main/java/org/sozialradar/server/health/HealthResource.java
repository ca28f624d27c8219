package org.sozialradar.server.health;

import java.util.List;
import java.util.Map;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Drain;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * Says whether the process lives, and whether it is ready: then a snapshot is held and, as long as
 * parts of it are still to be read, the store answers.
 */
public final class HealthResource implements Resource {
  private final Snapshots snapshots;
  private final Drain drain;

  /**
   * Health of a server.
   *
   * @param drain whether it is about to stop
   */
  public HealthResource(Snapshots snapshots, Drain drain) {
    this.snapshots = snapshots;
    this.drain = drain;
  }

  private record Readiness(String status, long revision, String store) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.urgent("/health/live", HealthResource::live),
        Route.urgent("/health/ready", this::ready));
  }

  private static Answer live(Query query) {
    return Json.content(Map.of("status", "live"), CachePolicy.NEVER);
  }

  private Answer ready(Query query) {
    if (drain.hasBegun()) {
      throw ProblemException.of(ProblemType.STOPPING);
    }
    var snapshot = snapshots.current();
    if (!snapshot.isWhole()) {
      snapshots.requireStore();
    }
    String store = snapshots.storeAnswers() ? "available" : "unavailable";
    var readiness = new Readiness("ready", snapshot.revision().number(), store);
    return Json.content(readiness, CachePolicy.NEVER);
  }
}
