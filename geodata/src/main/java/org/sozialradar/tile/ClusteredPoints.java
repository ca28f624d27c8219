package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.WebMercator;

/**
 * A layer of many points. Up to zoom {@value #LAST_CLUSTERED}, points of one cell of 32 screen
 * pixels, where their symbols would cover each other, become one in their middle that says how many
 * they are. Cells do not cross tiles, so each point counts in exactly one tile of a zoom.
 */
final class ClusteredPoints implements TilePyramid {
  /** Name of the attribute that says how many points one stands for. */
  static final String COUNT = "point_count";

  private static final int LAST_CLUSTERED = 11;

  /** Tile units of a cell as a power of two: 256, of which 16 make a tile of 512 pixels. */
  private static final int CELL_BITS = 8;

  private final String layer;
  private final List<PointFeature> points;
  private final int[] xs;
  private final int[] ys;
  private final STRtree index = new STRtree();
  private final Optional<LonLatBounds> bounds;

  ClusteredPoints(String layer, List<PointFeature> points) {
    this.layer = layer;
    this.points = List.copyOf(points);
    xs = new int[points.size()];
    ys = new int[points.size()];
    var metres = new Envelope();
    for (int i = 0; i < xs.length; i++) {
      double x = WebMercator.x(points.get(i).longitude());
      double y = WebMercator.y(points.get(i).latitude());
      metres.expandToInclude(x, y);
      xs[i] = WorldGrid.x(x);
      ys[i] = WorldGrid.y(y);
      index.insert(new Envelope(xs[i], xs[i], ys[i], ys[i]), i);
    }
    index.build();
    bounds = points.isEmpty() ? Optional.empty() : Optional.of(LonLatBounds.ofMercator(metres));
  }

  @Override
  public String layer() {
    return layer;
  }

  @Override
  public int maxZoom() {
    return LAST_CLUSTERED + 1;
  }

  @Override
  public Optional<LonLatBounds> bounds() {
    return bounds;
  }

  @Override
  public byte[] encode(TileCoord coord, AttributeSource attributes) {
    var window = TileWindow.of(coord);
    var encoder = new VectorTileEncoder();
    var tileLayer = encoder.layer(layer);
    for (var members : cells(window, coord.z() <= LAST_CLUSTERED)) {
      if (members.size() == 1) {
        int only = members.get(0);
        points.get(only).attributes().forEach(tileLayer::tag);
        tileLayer.addPoint(only + 1L, window.gridX(xs[only]), window.gridY(ys[only]));
      } else {
        addCluster(tileLayer, members, window);
      }
    }
    return encoder.toByteArray();
  }

  /** The points of the tile, together where they are shown as one, in the order of the first. */
  private List<List<Integer>> cells(TileWindow window, boolean clustered) {
    var cells = new LinkedHashMap<Long, List<Integer>>();
    List<?> hits = index.query(window.worldBounds(1));
    hits.stream()
        .mapToInt(Integer.class::cast)
        .filter(i -> window.holds(xs[i], ys[i]))
        .sorted()
        .forEach(
            i -> {
              long column = window.gridX(xs[i]) >> CELL_BITS;
              long row = window.gridY(ys[i]) >> CELL_BITS;
              long cell = clustered ? row * VectorTileEncoder.EXTENT + column : i;
              cells.computeIfAbsent(cell, unused -> new ArrayList<>()).add(i);
            });
    return List.copyOf(cells.values());
  }

  private void addCluster(TileLayer tileLayer, List<Integer> members, TileWindow window) {
    double x = members.stream().mapToInt(i -> window.gridX(xs[i])).average().orElseThrow();
    double y = members.stream().mapToInt(i -> window.gridY(ys[i])).average().orElseThrow();
    tileLayer.tag(COUNT, members.size());
    tileLayer.addPoint(members.get(0) + 1L, (int) x, (int) y);
  }
}
