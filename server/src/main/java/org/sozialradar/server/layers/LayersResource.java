package org.sozialradar.server.layers;

import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Redirect;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * Answers what context layers there are, and their features. An address of features without a
 * revision leads to the current one, whose answers may be kept.
 */
public final class LayersResource implements Resource {
  private static final HttpField GEOJSON = Content.type("application/geo+json");
  private static final Set<String> PARAMETERS = Set.of("bbox", "limit", "after");
  private static final Set<String> PARAMETERS_OF_REVISION =
      Set.of("bbox", "limit", "after", "stamp");

  private final Snapshots snapshots;
  private final ContentCache cache;

  public LayersResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  private record Layers(long revision, List<LayerEntry> layers) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/api/layers", this::layers),
        Route.of("/api/layers/{layer}", this::layer),
        Route.of("/api/layers/{layer}/features", PARAMETERS, this::redirect),
        Route.of(
            "/api/revisions/{revision}/layers/{layer}/features",
            PARAMETERS_OF_REVISION,
            this::features));
  }

  private Answer layers(Query query) {
    var snapshot = snapshots.current();
    return cache.get(
        "layers@" + snapshot.revision().number(),
        () -> Json.content(layers(snapshot, query.root()), CachePolicy.REVALIDATE));
  }

  private static Layers layers(Snapshot snapshot, String root) {
    return new Layers(
        snapshot.revision().number(),
        snapshot.contextLayers().keySet().stream().map(id -> entry(snapshot, id, root)).toList());
  }

  private Answer layer(Query query) {
    return Json.content(
        entry(snapshots.current(), query.path("layer"), query.root()), CachePolicy.REVALIDATE);
  }

  private static LayerEntry entry(Snapshot snapshot, String id, String root) {
    return snapshot
        .findContextLayer(id)
        .map(index -> LayerEntry.of(snapshot, index, root))
        .orElseThrow(() -> ProblemException.ofParameter(ProblemType.UNKNOWN_LAYER, "layer", id));
  }

  private Answer redirect(Query query) {
    return new Redirect(FeaturePage.of(snapshots.current(), query).address());
  }

  private Answer features(Query query) {
    String stamp = query.find("stamp").orElse("");
    var snapshot = Selection.revision(snapshots, query.path("revision"), stamp);
    var page = FeaturePage.of(snapshot, query);
    var content = cache.get(page.address(), () -> content(page));
    // Without the stamp the address may come to mean the same revision of another store.
    return stamp.isEmpty() ? content.with(CachePolicy.REVALIDATE) : content;
  }

  private static Content content(FeaturePage page) {
    return Content.of(GEOJSON, Json.bytes(page.json()), CachePolicy.IMMUTABLE);
  }
}
