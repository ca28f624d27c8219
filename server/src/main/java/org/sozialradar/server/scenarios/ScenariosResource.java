package org.sozialradar.server.scenarios;

import java.util.List;
import java.util.Set;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.JsonRequest;
import org.sozialradar.server.http.Posting;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers what a model expects if conditions of areas were others. */
public final class ScenariosResource implements Resource {
  private static final String PATH = "/api/scenarios";

  /** Room for a polygon of ten thousand corners, or as many codes. */
  private static final long MOST_BYTES = 1 << 20;

  private final Snapshots snapshots;
  private final Models models = new Models();

  public ScenariosResource(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public List<Route> routes() {
    return List.of();
  }

  @Override
  public List<Posting> computations() {
    return List.of(new Posting(PATH, Set.of(), MOST_BYTES, this::imagine));
  }

  private Answer imagine(Query query, Posting.Upload upload) {
    var request = ScenarioRequest.of(JsonRequest.read(upload));
    var snapshot = snapshots.current();
    var model = models.get(snapshot, request);
    byte[] answer = ScenarioJson.write(ScenarioQuery.of(snapshot, model, request));
    return Content.of(Json.TYPE, answer, CachePolicy.NEVER);
  }
}
