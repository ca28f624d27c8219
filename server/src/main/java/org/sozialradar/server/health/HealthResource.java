package org.sozialradar.server.health;

import java.util.List;
import java.util.Map;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * Says whether the process lives, and whether it is ready: then the store answers and a snapshot of
 * it is held.
 */
public final class HealthResource implements Resource {
  private final Snapshots snapshots;

  public HealthResource(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

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
    snapshots.requireStore();
    return Json.content(
        Map.of("status", "ready", "revision", snapshots.current().revision().number()),
        CachePolicy.NEVER);
  }
}
