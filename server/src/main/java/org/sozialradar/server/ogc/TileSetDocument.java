package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.tiles.LayerDescription;
import org.sozialradar.server.tiles.LayerSet;
import org.sozialradar.tile.LonLatBounds;

/**
 * Describes a set of tiles as OGC API Tiles does (OGC 20-057, tileset metadata of OGC 17-083r4).
 *
 * @param list address of the list that it stands in, with the columns of values inside the tiles
 * @param title what people call it
 * @param layers what its tiles hold
 * @param styles styles for it
 * @param language in which people read it
 */
record TileSetDocument(
    OgcAddress list, String title, LayerSet layers, List<OgcLink> styles, Language language) {
  static final String MVT = "application/vnd.mapbox-vector-tile";
  static final String TILE_JSON = "application/vnd.mapbox.tile+json";
  static final String TILING_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme";

  private static final String JSON = "application/json";
  private static final String CRS84 = ReferenceSystem.CRS84.uri();

  TileSetDocument {
    styles = List.copyOf(styles);
  }

  /** Its own address. */
  OgcAddress address() {
    return new OgcAddress(list.base(), list.path() + "/" + TileMatrixSet.ID, list.parameters());
  }

  /** Address of its tiles with places, which must not be encoded. */
  String template(String places) {
    var tiles = address().with(OgcFormat.PARAMETER, "mvt");
    return new OgcAddress(tiles.base(), tiles.path() + places, tiles.parameters()).text();
  }

  /** What a list of sets says of it. */
  Map<String, Object> entry() {
    return json(List.of(address().with(OgcFormat.PARAMETER, "json").link("self", JSON)));
  }

  private Map<String, Object> json(List<OgcLink> own) {
    var json = new LinkedHashMap<String, Object>();
    json.put("title", title);
    json.put("dataType", "vector");
    json.put("crs", TileMatrixSet.CRS);
    json.put("tileMatrixSetId", TileMatrixSet.ID);
    json.put("tileMatrixSetURI", TileMatrixSet.URI);
    if (!layers.ranges().isEmpty()) {
      json.put("tileMatrixSetLimits", TileMatrixSet.limits(layers.ranges()));
    }
    json.put("links", links(own));
    return json;
  }

  private List<OgcLink> links(List<OgcLink> own) {
    var links = new ArrayList<>(own);
    links.add(
        list.at("/tileMatrixSets/" + TileMatrixSet.ID)
            .with(OgcFormat.PARAMETER, "json")
            .link(TILING_SCHEME, JSON));
    links.add(OgcLink.ofTemplate(template("/{tileMatrix}/{tileRow}/{tileCol}"), "item", MVT));
    links.add(address().with(OgcFormat.PARAMETER, "tilejson").link("describedby", TILE_JSON));
    links.addAll(styles);
    return links;
  }

  /** All that is known of it. */
  Map<String, Object> full(List<OgcLink> own) {
    var json = json(own);
    json.put("attribution", layers.attribution());
    json.put("example", layers.isExample());
    json.put("mediaTypes", List.of(MVT));
    layers
        .bounds()
        .ifPresent(
            box -> {
              json.put("boundingBox", boundingBox(box));
              json.put("centerPoint", centre(box));
            });
    json.put("layers", layers.layers().stream().flatMap(one -> inTiles(one).stream()).toList());
    return json;
  }

  private static Map<String, Object> boundingBox(LonLatBounds box) {
    var json = new LinkedHashMap<String, Object>();
    json.put("lowerLeft", List.of(box.west(), box.south()));
    json.put("upperRight", List.of(box.east(), box.north()));
    json.put("crs", CRS84);
    return json;
  }

  private static Map<String, Object> centre(LonLatBounds box) {
    var json = new LinkedHashMap<String, Object>();
    json.put(
        "coordinates", List.of((box.west() + box.east()) / 2, (box.south() + box.north()) / 2));
    json.put("crs", CRS84);
    return json;
  }

  private List<Map<String, Object>> inTiles(LayerDescription layer) {
    return layer.tileLayers().stream().map(id -> inTiles(layer, id)).toList();
  }

  private Map<String, Object> inTiles(LayerDescription layer, String id) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("title", language.of(layer.title()));
    json.put("dataType", "vector");
    json.put("geometryDimension", layer.dimension(id));
    json.put("minTileMatrix", "0");
    json.put("maxTileMatrix", Integer.toString(layer.pyramid().maxZoom()));
    json.put("propertiesSchema", schema(layer));
    return json;
  }

  private static Map<String, Object> schema(LayerDescription layer) {
    var properties = new LinkedHashMap<String, Object>();
    layer
        .fields()
        .forEach(
            (name, type) -> properties.put(name, Map.of("type", type.toLowerCase(Locale.ROOT))));
    return Map.of("type", "object", "properties", properties);
  }
}
