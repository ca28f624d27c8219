package org.sozialradar.server.comparisons;

import java.util.List;
import java.util.Set;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.ContentCache;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/** Answers how an area compares with others, and how sure that is. */
public final class ComparisonsResource implements Resource {
  private static final Set<String> PARAMETERS =
      Set.of("indicator", "period", "edition", "level", "area", "with");

  private final Snapshots snapshots;
  private final ContentCache cache;

  public ComparisonsResource(Snapshots snapshots, ContentCache cache) {
    this.snapshots = snapshots;
    this.cache = cache;
  }

  @Override
  public List<Route> routes() {
    return List.of(Route.costly("/api/comparisons", PARAMETERS, this::compare));
  }

  private Answer compare(Query query) {
    var subject = Subject.of(snapshots.current(), query);
    var others = Others.of(subject, query.find("with").orElse(Others.PEERS));
    return cache.get(
        subject.key() + "/" + others.key(),
        () -> Json.content(ComparisonAnswer.of(subject, others), CachePolicy.REVALIDATE));
  }
}
