package org.sozialradar.server.socialspace;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.sozialradar.records.RecordStore;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers what a town, a group of towns or a district has and lacks between two crises. */
public final class SocialSpaceResource implements Resource {
  private final Snapshots snapshots;
  private final ContentCache cache;
  private final Supplier<RecordStore> records;

  /**
   * Social spaces.
   *
   * @param records measures, as the store has them now
   */
  public SocialSpaceResource(
      Snapshots snapshots, ContentCache cache, Supplier<RecordStore> records) {
    this.snapshots = snapshots;
    this.cache = cache;
    this.records = records;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.costly("/api/social-space/{code}", Set.of("edition", "level"), this::answer));
  }

  private Answer answer(Query query) {
    var ground = Ground.of(snapshots.current(), query);
    var measures =
        AreaMeasure.list(records.get(), ground.snapshot(), ground.edition(), ground.area());
    return cache.get(
        ground.key() + "/" + AreaMeasure.key(measures),
        () -> Json.content(SocialSpaceAnswer.of(ground, measures), CachePolicy.REVALIDATE));
  }
}
