package org.sozialradar.server.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureCollections;
import org.sozialradar.server.features.TimeSpan;
import org.sozialradar.server.http.Answer;
import org.sozialradar.server.http.CachePolicy;
import org.sozialradar.server.http.Content;
import org.sozialradar.server.http.Json;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.Resource;
import org.sozialradar.server.http.Route;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.tiles.LayerDescription;
import org.sozialradar.server.tiles.StyleDocument;

/**
 * Answers the styles of the collections after OGC API Styles (draft OGC 20-009, without its
 * metadata, so no class of it is claimed).
 */
public final class StylesResource implements Resource {
  static final String STYLES = "http://www.opengis.net/def/rel/ogc/1.0/styles";

  private static final String JSON = "application/json";
  private static final String STYLE = "application/vnd.mapbox.style+json";
  private static final HttpField TYPE = Content.type(STYLE);
  private static final String PATH = "/styles";

  private final Snapshots snapshots;

  /** The resource. */
  public StylesResource(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.of("/ogc" + PATH, Set.of(OgcFormat.PARAMETER), this::list),
        Route.of("/ogc" + PATH + "/{style}", Set.of(OgcFormat.PARAMETER), this::style));
  }

  /** Leads to the style of a collection. */
  static OgcLink link(FeatureCollection collection, OgcAddress root) {
    return root.at(PATH + "/" + collection.id())
        .with(OgcFormat.PARAMETER, "mapbox")
        .link("stylesheet", STYLE);
  }

  private Answer list(Query query) {
    var address = OgcAddress.of(query, PATH);
    var format = OgcFormat.of(query, JSON);
    var json = new LinkedHashMap<String, Object>();
    json.put("links", address.selfAndAlternate(format));
    json.put(
        "styles",
        FeatureCollections.list(snapshots.current()).stream()
            .map(one -> entry(one, address, query))
            .toList());
    return OgcAnswer.of(query, format, json);
  }

  private static Map<String, Object> entry(
      FeatureCollection collection, OgcAddress root, Query query) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", collection.id());
    json.put("title", query.language().of(collection.title()));
    json.put("links", List.of(link(collection, root)));
    return json;
  }

  private Answer style(Query query) {
    if (query.findOneOf(OgcFormat.PARAMETER, List.of("mapbox")).isEmpty()) {
      query.negotiate(List.of(STYLE, JSON));
    }
    var snapshot = snapshots.current();
    var collection = FeatureCollections.get(snapshot, query.path("style"), TimeSpan.ALWAYS);
    var layer =
        LayerDescription.of(
            snapshot, TilesResource.edition(collection), collection.layer(), query, 0);
    var style = StyleDocument.of(layer, query.baseUrl());
    return Content.of(TYPE, Json.bytes(style), CachePolicy.REVALIDATE);
  }
}
