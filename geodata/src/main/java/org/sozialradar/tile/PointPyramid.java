package org.sozialradar.tile;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.WebMercator;

/** A layer of points. */
final class PointPyramid implements TilePyramid {
  private final String layer;
  private final List<PointFeature> points;
  private final int[] xs;
  private final int[] ys;
  private final STRtree index = new STRtree();
  private final Optional<LonLatBounds> bounds;

  PointPyramid(String layer, List<PointFeature> points) {
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
    return TileCoord.MAX_ZOOM;
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
    List<?> hits = index.query(window.worldBounds(1));
    hits.stream()
        .mapToInt(Integer.class::cast)
        .filter(i -> window.holds(xs[i], ys[i]))
        .sorted()
        .forEach(
            i -> {
              points.get(i).attributes().forEach(tileLayer::tag);
              tileLayer.addPoint(i + 1L, window.gridX(xs[i]), window.gridY(ys[i]));
            });
    return encoder.toByteArray();
  }
}
