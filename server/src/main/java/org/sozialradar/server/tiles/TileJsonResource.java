package org.sozialradar.server.tiles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.tile.TilePyramid;

/**
 * Describes layers of tiles after TileJSON 3.0, and leads addresses without a revision to the
 * current one.
 */
public final class TileJsonResource implements Resource {
  private static final double DEGREE_STEPS = 1e6;
  private static final int USUAL_ZOOM = 7;
  private static final Map<String, String> AREA_FIELDS = Map.of("code", "String", "name", "String");
  private static final Map<String, String> NETWORK_FIELDS =
      Map.of("code", "String", "name", "String", "milestones", "Number", "kinds", "String");

  private final Snapshots snapshots;

  public TileJsonResource(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/tiles/{layer}.json", Set.of("edition"), this::describe),
        Route.of(
            "/tiles/{layer}/{z}/{x}/{y}.mvt",
            Set.of("edition", TileQuery.COLUMNS),
            this::redirect));
  }

  private Answer describe(Query query) {
    var snapshot = snapshots.current();
    String edition = Selection.edition(snapshot, query);
    String layer = query.path("layer");
    var pyramid = TileMaker.pyramid(snapshot, edition, layer);
    var json = new LinkedHashMap<String, Object>();
    json.put("tilejson", "3.0.0");
    json.put("name", layer);
    json.put("scheme", "xyz");
    json.put("tiles", List.of(query.baseUrl() + address(snapshot, edition, layer)));
    json.put("minzoom", 0);
    json.put("maxzoom", pyramid.maxZoom());
    pyramid
        .bounds()
        .ifPresent(
            box -> {
              json.put(
                  "bounds",
                  List.of(
                      round(box.west()),
                      round(box.south()),
                      round(box.east()),
                      round(box.north())));
              json.put(
                  "center",
                  List.of(
                      round((box.west() + box.east()) / 2),
                      round((box.south() + box.north()) / 2),
                      USUAL_ZOOM));
            });
    json.put("attribution", attribution(snapshot, edition, layer));
    json.put("vector_layers", vectorLayers(layer, pyramid));
    return Json.content(json, CachePolicy.REVALIDATE);
  }

  private static String address(Snapshot snapshot, String edition, String layer) {
    return "/tiles/%d/%s/%s/{z}/{x}/{y}.mvt?stamp=%s"
        .formatted(snapshot.revision().number(), edition, layer, snapshot.stamp());
  }

  private static String attribution(Snapshot snapshot, String edition, String layer) {
    if (layer.equals(Snapshot.NETWORK_LAYER)) {
      return String.join(
          "; ",
          snapshot.milestones().stream()
              .map(milestone -> snapshot.datasets().get(milestone.datasetId()).attribution())
              .distinct()
              .toList());
    }
    return snapshot
        .findEdition(edition)
        .map(found -> snapshot.datasets().get(found.datasetId()).attribution())
        .orElseThrow();
  }

  private static List<Map<String, Object>> vectorLayers(String layer, TilePyramid pyramid) {
    if (layer.equals(Snapshot.NETWORK_LAYER)) {
      return List.of(vectorLayer(layer, NETWORK_FIELDS, pyramid));
    }
    return List.of(
        vectorLayer(layer, AREA_FIELDS, pyramid),
        vectorLayer(layer + "_points", AREA_FIELDS, pyramid));
  }

  private static Map<String, Object> vectorLayer(
      String id, Map<String, String> fields, TilePyramid pyramid) {
    return Map.of("id", id, "fields", fields, "minzoom", 0, "maxzoom", pyramid.maxZoom());
  }

  private Answer redirect(Query query) {
    var snapshot = snapshots.current();
    String edition = Selection.edition(snapshot, query);
    String layer = query.path("layer");
    TileMaker.pyramid(snapshot, edition, layer);
    var coord = TileAddress.coord(query.path("z"), query.path("x"), query.path("y"));
    String path =
        "/tiles/%d/%s/%s/%s.mvt?stamp=%s"
            .formatted(snapshot.revision().number(), edition, layer, coord, snapshot.stamp());
    return new Redirect(
        path + query.find(TileQuery.COLUMNS).map(TileJsonResource::columns).orElse(""));
  }

  private static String columns(String columns) {
    return "&columns=" + URLEncoder.encode(columns, StandardCharsets.UTF_8);
  }

  private static double round(double degrees) {
    return Math.round(degrees * DEGREE_STEPS) / DEGREE_STEPS;
  }
}
