package org.sozialradar.server.areas;

import java.util.List;
import java.util.Set;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;

/** Finds areas and tells what is known of them. */
public final class AreasResource implements Resource {
  /** All municipalities of a country fit: a page lists a level at once. */
  private static final int MOST_AREAS = 20_000;

  private static final int USUAL_AREAS = 20;

  private final Snapshots snapshots;
  private final ContentCache cache;

  public AreasResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  private record Found(long revision, List<AreaAnswer> areas) {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/api/areas", Set.of("q", "edition", "level", "limit"), this::search),
        Route.of("/api/areas/{code}", Set.of("edition", "level"), this::detail),
        Route.of("/api/areas/{code}/profile", Set.of("edition", "level", "period"), this::profile));
  }

  private Answer search(Query query) {
    var snapshot = snapshots.current();
    String edition = Selection.edition(snapshot, query);
    String level = level(snapshot, edition, query);
    int limit = query.findInt("limit", 1, MOST_AREAS).orElse(USUAL_AREAS);
    String text = query.find("q").orElse("");
    if (!text.isEmpty()) {
      return Json.content(found(snapshot, edition, text, level, limit), CachePolicy.REVALIDATE);
    }
    return cache.get(
        "areas@%d/%s/%s/%d".formatted(snapshot.revision().number(), edition, level, limit),
        () -> Json.content(found(snapshot, edition, "", level, limit), CachePolicy.REVALIDATE));
  }

  private static Found found(
      Snapshot snapshot, String edition, String text, String level, int limit) {
    var details = new AreaDetails(snapshot, edition);
    return new Found(
        snapshot.revision().number(),
        snapshot.areas(edition).search().find(text, level, limit).stream()
            .map(details::answer)
            .toList());
  }

  private Answer detail(Query query) {
    var snapshot = snapshots.current();
    String edition = Selection.edition(snapshot, query);
    var area =
        Selection.area(snapshot, edition, query.path("code"), level(snapshot, edition, query));
    return Json.content(new AreaDetails(snapshot, edition).detail(area), CachePolicy.REVALIDATE);
  }

  private Answer profile(Query query) {
    var snapshot = snapshots.current();
    String edition = Selection.edition(snapshot, query);
    var area =
        Selection.area(snapshot, edition, query.path("code"), level(snapshot, edition, query));
    var period = query.find("period").map(text -> Selection.period("period", text));
    var answer = new AreaDetails(snapshot, edition).answer(area);
    return Json.content(
        new AreaProfile(snapshot, edition, area).until(period, answer), CachePolicy.REVALIDATE);
  }

  private static String level(Snapshot snapshot, String edition, Query query) {
    return query.find("level").map(id -> Selection.level(snapshot, edition, id).id()).orElse("");
  }
}
