package org.sozialradar.server.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.area.WebMercator;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.tile.TileRange;

/**
 * The tile matrix set WebMercatorQuad (OGC 17-083r4, annex D.1), the only one: the square of
 * EPSG:3857 cut into 2^z columns and rows, counted from the north-west.
 */
final class TileMatrixSet {
  static final String ID = "WebMercatorQuad";
  static final String TITLE = "Google Maps Compatible for the World";
  static final String URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + ID;
  static final String CRS = ReferenceSystem.EPSG_3857.uri();

  private static final String WELL_KNOWN_SCALES =
      "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible";

  /** The finest matrix of the definition; tiles end before. */
  private static final int LAST = 24;

  /** Pixels along the side of a tile. */
  private static final int PIXELS = 256;

  /** Side of a pixel of the standardised display in metres (OGC 17-083r4, 6.2.1). */
  private static final double PIXEL_METRES = 0.28e-3;

  private TileMatrixSet() {}

  /**
   * Nothing, if it is the id of this set.
   *
   * @throws ProblemException if it is another
   */
  static void require(String id) {
    if (!id.equals(ID)) {
      throw ProblemException.ofParameter(
          ProblemType.UNKNOWN_TILE_MATRIX_SET, "tileMatrixSetId", id);
    }
  }

  /** The definition. */
  static Map<String, Object> definition() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", ID);
    json.put("title", TITLE);
    json.put("uri", URI);
    json.put("crs", CRS);
    json.put("orderedAxes", List.of("X", "Y"));
    json.put("wellKnownScaleSet", WELL_KNOWN_SCALES);
    json.put(
        "tileMatrices", IntStream.rangeClosed(0, LAST).mapToObj(TileMatrixSet::matrix).toList());
    return json;
  }

  private static Map<String, Object> matrix(int zoom) {
    long side = 1L << zoom;
    double cellSize = WebMercator.WORLD / PIXELS / side;
    var json = new LinkedHashMap<String, Object>();
    json.put("id", Integer.toString(zoom));
    json.put("scaleDenominator", cellSize / PIXEL_METRES);
    json.put("cellSize", cellSize);
    json.put("cornerOfOrigin", "topLeft");
    json.put("pointOfOrigin", List.of(-WebMercator.HALF_WORLD, WebMercator.HALF_WORLD));
    json.put("tileWidth", PIXELS);
    json.put("tileHeight", PIXELS);
    json.put("matrixWidth", side);
    json.put("matrixHeight", side);
    return json;
  }

  /** Which tiles of each zoom there may be. */
  static List<Map<String, Object>> limits(List<TileRange> ranges) {
    return ranges.stream().map(TileMatrixSet::limit).toList();
  }

  private static Map<String, Object> limit(TileRange range) {
    var json = new LinkedHashMap<String, Object>();
    json.put("tileMatrix", Integer.toString(range.first().z()));
    json.put("minTileRow", range.first().y());
    json.put("maxTileRow", range.last().y());
    json.put("minTileCol", range.first().x());
    json.put("maxTileCol", range.last().x());
    return json;
  }
}
