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

/** Answers all that is published of an area on one page. */
public final class PortraitResource implements Resource {
  private final Snapshots snapshots;
  private final ContentCache cache;
  private final Supplier<RecordStore> records;

  /**
   * Portraits.
   *
   * @param records contacts, as the store has them now
   */
  public PortraitResource(Snapshots snapshots, ContentCache cache, Supplier<RecordStore> records) {
    this.snapshots = snapshots;
    this.cache = cache;
    this.records = records;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.costly("/api/areas/{code}/portrait", Set.of("edition", "level"), this::answer));
  }

  private Answer answer(Query query) {
    var ground = Ground.of(snapshots.current(), query);
    var contacts =
        AreaContact.list(records.get(), ground.snapshot(), ground.edition(), ground.area());
    return cache.get(
        "portrait/" + ground.key() + "/" + AreaContact.key(contacts),
        () -> Json.content(Portrait.of(ground, contacts), CachePolicy.REVALIDATE));
  }
}
