package org.sozialradar.server.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.tiles.LayerDescription;
import org.sozialradar.server.tiles.LayerSet;
import org.sozialradar.server.tiles.TileHandler;

/**
 * Answers what map programs ask after OGC API Tiles: tiles of each collection, and tiles with all
 * levels of the default edition and all context layers. The tiles are those of the other addresses.
 */
public final class TilesResource implements Resource {
  private static final String JSON = "application/json";
  private static final String SETS = "/tileMatrixSets";
  private static final String TILES = "/tiles";
  private static final String IN_SET = "/{tileMatrixSetId}";
  private static final String TILE = IN_SET + "/{tileMatrix}/{tileRow}/{tileCol}";
  private static final String COLUMNS = "columns";
  private static final Set<String> FORM = Set.of(OgcFormat.PARAMETER);
  private static final Set<String> FORM_AND_COLUMNS = Set.of(OgcFormat.PARAMETER, COLUMNS);
  private static final List<OgcFormat> FORMS_OF_A_SET =
      List.of(OgcFormat.JSON, OgcFormat.HTML, OgcFormat.TILEJSON);

  private final Snapshots snapshots;
  private final TileHandler tiles;
  private final int mostColumns;

  /**
   * The resource.
   *
   * @param tiles where tiles are made and kept
   * @param mostColumns most columns of values inside one tile
   */
  public TilesResource(Snapshots snapshots, TileHandler tiles, int mostColumns) {
    this.snapshots = snapshots;
    this.tiles = tiles;
    this.mostColumns = mostColumns;
  }

  @Override
  public List<Route> routes() {
    String all = "/ogc" + TILES;
    String one = "/ogc/collections/{collection}" + TILES;
    return List.of(
        Route.of("/ogc" + SETS, FORM, this::matrixSets),
        Route.of("/ogc" + SETS + IN_SET, FORM, this::matrixSet),
        Route.of(all, FORM, query -> list(query, ofAll(query))),
        Route.of(all + IN_SET, FORM, query -> set(query, ofAll(query))),
        Route.of(all + TILE, FORM, query -> tile(query, ofAll(query))),
        Route.of(one, FORM_AND_COLUMNS, query -> list(query, ofOne(query))),
        Route.of(one + IN_SET, FORM_AND_COLUMNS, query -> set(query, ofOne(query))),
        Route.of(one + TILE, FORM_AND_COLUMNS, query -> tile(query, ofOne(query))));
  }

  private Answer matrixSets(Query query) {
    var address = OgcAddress.of(query, SETS);
    var format = OgcFormat.of(query, JSON);
    var entry = new LinkedHashMap<String, Object>();
    entry.put("id", TileMatrixSet.ID);
    entry.put("title", TileMatrixSet.TITLE);
    entry.put("uri", TileMatrixSet.URI);
    entry.put("crs", TileMatrixSet.CRS);
    entry.put(
        "links",
        List.of(
            address
                .at(SETS + "/" + TileMatrixSet.ID)
                .with(OgcFormat.PARAMETER, "json")
                .link("self", JSON)));
    var json = new LinkedHashMap<String, Object>();
    json.put("links", address.selfAndAlternate(format));
    json.put("tileMatrixSets", List.of(entry));
    return answer(query, format, json);
  }

  private Answer matrixSet(Query query) {
    TileMatrixSet.require(query.path("tileMatrixSetId"));
    var format = OgcFormat.of(query, JSON);
    var address = OgcAddress.of(query, SETS + "/" + TileMatrixSet.ID);
    var json = TileMatrixSet.definition();
    json.put("links", address.selfAndAlternate(format));
    return answer(query, format, json);
  }

  private TileSetDocument ofOne(Query query) {
    var snapshot = snapshots.current();
    var collection = FeatureCollections.get(snapshot, query.path("collection"), TimeSpan.ALWAYS);
    var layer =
        LayerDescription.of(snapshot, edition(collection), collection.layer(), query, mostColumns);
    var list = OgcAddress.of(query, CollectionDocument.path(collection) + TILES, List.of(COLUMNS));
    return new TileSetDocument(
        list,
        query.language().of(collection.title()),
        new LayerSet(List.of(layer)),
        List.of(StylesResource.link(collection, list)),
        query.language());
  }

  static String edition(FeatureCollection collection) {
    return collection.edition().orElse(LayerDescription.NO_EDITION);
  }

  private TileSetDocument ofAll(Query query) {
    var snapshot = snapshots.current();
    var layers = new ArrayList<LayerDescription>();
    for (var one : shown(snapshot)) {
      layers.add(LayerDescription.of(snapshot, edition(one), one.layer(), query, 0));
    }
    String title =
        query.language() == Language.GERMAN
            ? "Alle Ebenen der Gebiete und alle Kontextebenen"
            : "All levels of areas and all context layers";
    return new TileSetDocument(
        OgcAddress.of(query, TILES), title, new LayerSet(layers), List.of(), query.language());
  }

  /** Of several editions only the one that is shown first: their areas are nearly the same. */
  private static List<FeatureCollection> shown(Snapshot snapshot) {
    return FeatureCollections.list(snapshot).stream()
        .filter(one -> one.edition().map(snapshot.defaultEdition()::equals).orElse(true))
        .toList();
  }

  private static Answer list(Query query, TileSetDocument set) {
    var format = OgcFormat.of(query, JSON);
    var json = new LinkedHashMap<String, Object>();
    json.put("title", set.title());
    json.put("links", set.list().selfAndAlternate(format));
    json.put("tilesets", List.of(set.entry()));
    return answer(query, format, json);
  }

  private static Answer set(Query query, TileSetDocument set) {
    TileMatrixSet.require(query.path("tileMatrixSetId"));
    var format = OgcFormat.of(query, JSON, FORMS_OF_A_SET);
    if (format == OgcFormat.TILEJSON) {
      var json = set.layers().tileJson(set.title(), query.baseUrl(), set.template("/{z}/{y}/{x}"));
      return Content.of(
          Content.type(TileSetDocument.TILE_JSON), Json.bytes(json), CachePolicy.REVALIDATE);
    }
    return answer(query, format, set.full(set.address().selfAndAlternate(format)));
  }

  private Answer tile(Query query, TileSetDocument set) {
    TileMatrixSet.require(query.path("tileMatrixSetId"));
    if (query.findOneOf(OgcFormat.PARAMETER, List.of("mvt")).isEmpty()) {
      query.negotiate(List.of(TileSetDocument.MVT));
    }
    return tiles.tile(set.layers(), set.layers().coord(query));
  }

  private static Answer answer(Query query, OgcFormat format, Map<String, Object> json) {
    return OgcAnswer.of(query, format, json);
  }
}
