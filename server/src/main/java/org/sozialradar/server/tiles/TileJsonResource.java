package org.sozialradar.server.tiles;

import java.util.List;
import java.util.Set;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Redirect;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * Describes layers of tiles after TileJSON 3.0, and leads addresses without a revision to the
 * current one.
 */
public final class TileJsonResource implements Resource {
  private final Snapshots snapshots;
  private final int mostColumns;

  /**
   * Describes layers.
   *
   * @param mostColumns most columns of values inside one tile
   */
  public TileJsonResource(Snapshots snapshots, int mostColumns) {
    this.snapshots = snapshots;
    this.mostColumns = mostColumns;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/tiles/{layer}.json", Set.of("edition", TileQuery.COLUMNS), this::describe),
        Route.of(
            "/tiles/{layer}/{z}/{x}/{y}.mvt",
            Set.of("edition", TileQuery.COLUMNS),
            this::redirect));
  }

  private Answer describe(Query query) {
    var layer = LayerDescription.of(snapshots.current(), query, query.path("layer"), mostColumns);
    return Json.content(layer.tileJson(query.baseUrl()), CachePolicy.REVALIDATE);
  }

  private Answer redirect(Query query) {
    var layer = LayerDescription.of(snapshots.current(), query, query.path("layer"), mostColumns);
    var coord = TileAddress.coord(query.path("z"), query.path("x"), query.path("y"));
    return new Redirect(layer.address(coord));
  }
}
