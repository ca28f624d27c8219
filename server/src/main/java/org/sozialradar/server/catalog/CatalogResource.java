package org.sozialradar.server.catalog;

import java.util.List;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** The catalogue, whole and in parts. */
public final class CatalogResource implements Resource {
  private final Snapshots snapshots;
  private final ContentCache cache;

  public CatalogResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  private record Levels(long revision, List<Catalog.Level> levels) {}

  private record Indicators(long revision, List<Catalog.IndicatorEntry> indicators) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/api/catalog", query -> catalog()),
        Route.of("/api/levels", query -> levels()),
        Route.of("/api/indicators", query -> indicators()),
        Route.of("/api/indicators/{indicator}", this::indicator));
  }

  /** Makes the catalogue before the first visitor asks for it. */
  public void prepare() {
    catalog();
  }

  private Answer catalog() {
    var snapshot = snapshots.current();
    return kept(snapshot, "catalog", () -> Catalogs.of(snapshot));
  }

  private Answer levels() {
    var snapshot = snapshots.current();
    return kept(
        snapshot,
        "levels",
        () -> new Levels(snapshot.revision().number(), Catalogs.levels(snapshot)));
  }

  private Answer indicators() {
    var snapshot = snapshots.current();
    return kept(
        snapshot,
        "indicators",
        () -> new Indicators(snapshot.revision().number(), Catalogs.indicators(snapshot)));
  }

  private Answer indicator(Query query) {
    var snapshot = snapshots.current();
    String id = query.path("indicator");
    var indicator = snapshot.indicators().get(id);
    if (indicator == null) {
      throw ProblemException.ofParameter(ProblemType.UNKNOWN_INDICATOR, "indicator", id);
    }
    return kept(snapshot, "indicators/" + id, () -> Catalogs.indicator(snapshot, indicator));
  }

  private Content kept(Snapshot snapshot, String what, java.util.function.Supplier<Object> maker) {
    return cache.get(
        what + "@" + snapshot.revision().number(),
        () -> Json.content(maker.get(), CachePolicy.REVALIDATE));
  }
}
