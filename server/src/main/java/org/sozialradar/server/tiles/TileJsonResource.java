package org.sozialradar.server.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int USUAL_ZOOM = 7;

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
    var json = new LinkedHashMap<String, Object>();
    json.put("tilejson", "3.0.0");
    json.put("name", layer.layer());
    if (layer.isExample()) {
      json.put(
          "description", LayerDescription.EXAMPLE.de() + " / " + LayerDescription.EXAMPLE.en());
    }
    json.put("scheme", "xyz");
    json.put("tiles", List.of(query.baseUrl() + layer.address()));
    json.put("minzoom", 0);
    json.put("maxzoom", layer.pyramid().maxZoom());
    if (!layer.bounds().isEmpty()) {
      int zoom = Math.min(USUAL_ZOOM, layer.pyramid().maxZoom());
      json.put("bounds", layer.bounds());
      json.put("center", List.of(layer.center().get(0), layer.center().get(1), zoom));
    }
    json.put("attribution", layer.attribution());
    json.put(
        "vector_layers",
        layer.tileLayers().stream().map(name -> vectorLayer(name, layer)).toList());
    return Json.content(json, CachePolicy.REVALIDATE);
  }

  private static Map<String, Object> vectorLayer(String id, LayerDescription layer) {
    var description = new LinkedHashMap<String, Object>();
    description.put("id", id);
    description.put("fields", layer.fields());
    description.put("minzoom", 0);
    description.put("maxzoom", layer.pyramid().maxZoom());
    return description;
  }

  private Answer redirect(Query query) {
    var layer = LayerDescription.of(snapshots.current(), query, query.path("layer"), mostColumns);
    var coord = TileAddress.coord(query.path("z"), query.path("x"), query.path("y"));
    return new Redirect(layer.address().replace("{z}/{x}/{y}", coord.toString()));
  }
}
