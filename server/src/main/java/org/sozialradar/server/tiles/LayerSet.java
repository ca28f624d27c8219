package org.sozialradar.server.tiles;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sozialradar.server.http.Query;
import org.sozialradar.tile.LonLatBounds;
import org.sozialradar.tile.TileCoord;
import org.sozialradar.tile.TileRange;

/** Layers of one snapshot whose tiles go out together, as one tile. */
public record LayerSet(List<LayerDescription> layers) {
  public LayerSet {
    layers = List.copyOf(layers);
  }

  /** What its layers cover; empty if they hold nothing. */
  public Optional<LonLatBounds> bounds() {
    return layers.stream()
        .flatMap(layer -> layer.pyramid().bounds().stream())
        .reduce(LonLatBounds::with);
  }

  /** The finest zoom that shows more than the one before. */
  public int maxZoom() {
    return layers.stream().mapToInt(layer -> layer.pyramid().maxZoom()).max().orElse(0);
  }

  /** The tiles of each zoom, from the coarsest to the finest; none if the layers hold nothing. */
  public List<TileRange> ranges() {
    var ranges = new ArrayList<TileRange>();
    bounds()
        .ifPresent(
            box -> {
              for (int zoom = 0; zoom <= maxZoom(); zoom++) {
                ranges.add(TileRange.over(box, zoom));
              }
            });
    return ranges;
  }

  /**
   * The tile with an address after OGC API Tiles, row before column.
   *
   * @throws org.sozialradar.server.http.ProblemException if no tile within the layers' range has it
   */
  public TileCoord coord(Query query) {
    int zoom = TileAddress.number("tileMatrix", query.path("tileMatrix"), 0, maxZoom());
    var range =
        bounds().map(box -> TileRange.over(box, zoom)).orElseGet(() -> TileRange.ofWorld(zoom));
    var first = range.first();
    var last = range.last();
    int row = TileAddress.number("tileRow", query.path("tileRow"), first.y(), last.y());
    int column = TileAddress.number("tileCol", query.path("tileCol"), first.x(), last.x());
    return new TileCoord(zoom, column, row);
  }

  /** Whether any of what the tiles show is invented. */
  public boolean isExample() {
    return layers.stream().anyMatch(LayerDescription::isExample);
  }

  /** The line that must show wherever the tiles show, as plain text. */
  public String attribution() {
    var lines = new LinkedHashSet<String>();
    layers.forEach(layer -> lines.addAll(layer.attributions()));
    return String.join("; ", lines);
  }

  /** Tells a tile of these layers from all others; no address that a client may ask for. */
  String address(TileCoord coord) {
    return layers.stream()
        .map(layer -> layer.address(coord))
        .collect(Collectors.joining(" ", "joined ", ""));
  }

  /**
   * TileJSON 3.0; of a single layer with the address of its revision, which may be kept for ever.
   *
   * @param name of the tiles
   * @param baseUrl address under which clients reach the server
   * @param tiles address of the tiles, with places for zoom, column and row
   */
  public Map<String, Object> tileJson(String name, String baseUrl, String tiles) {
    if (layers.size() == 1) {
      return layers.get(0).tileJson(baseUrl);
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("tilejson", "3.0.0");
    json.put("name", name);
    json.put("scheme", "xyz");
    json.put("tiles", List.of(tiles));
    if (isExample()) {
      json.put(
          "description", LayerDescription.EXAMPLE.de() + " / " + LayerDescription.EXAMPLE.en());
    }
    json.put("minzoom", 0);
    json.put("maxzoom", maxZoom());
    bounds().ifPresent(box -> json.put("bounds", LayerDescription.corners(box)));
    json.put("attribution", LayerDescription.escape(attribution()));
    json.put("vector_layers", layers.stream().flatMap(LayerSet::inTile).toList());
    return json;
  }

  private static Stream<Map<String, Object>> inTile(LayerDescription layer) {
    return layer.tileLayers().stream().map(layer::tileLayer);
  }
}
