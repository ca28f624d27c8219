package org.sozialradar.server.tiles;

import java.util.List;
import java.util.Set;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;

/**
 * A style for each layer of tiles (MapLibre style specification, version 8), for QGIS and maps
 * elsewhere: plain areas with their borders, or the points of the network. It asks no other server
 * and needs neither fonts nor pictures.
 */
public final class StyleResource implements Resource {
  private final Snapshots snapshots;
  private final int mostColumns;

  /**
   * Answers styles.
   *
   * @param mostColumns most columns of values inside one tile
   */
  public StyleResource(Snapshots snapshots, int mostColumns) {
    this.snapshots = snapshots;
    this.mostColumns = mostColumns;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/styles/{name}.json", Set.of("edition", TileQuery.COLUMNS), this::style));
  }

  private Answer style(Query query) {
    var layer = LayerDescription.of(snapshots.current(), query, query.path("name"), mostColumns);
    return Json.content(StyleDocument.of(layer, query.baseUrl()), CachePolicy.REVALIDATE);
  }
}
