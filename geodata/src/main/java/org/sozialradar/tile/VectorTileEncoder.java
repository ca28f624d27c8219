package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a vector tile after the Mapbox Vector Tile specification 2.1: layers of version 2, extent
 * {@value #EXTENT}, features clipped to the tile and a buffer of {@value #BUFFER} units around it.
 * For one thread.
 */
final class VectorTileEncoder {
  /** Units along the side of a tile. */
  static final int EXTENT = 4096;

  /**
   * Units around the tile that polygons reach into, so that their outlines do not show at the
   * tile's edge.
   */
  static final int BUFFER = 64;

  private final List<TileLayer> layers = new ArrayList<>();

  /** Opens a layer; a layer that gets no feature is left out. */
  TileLayer layer(String name) {
    var layer = new TileLayer(name);
    layers.add(layer);
    return layer;
  }

  /** The tile, uncompressed; no bytes if no layer has a feature. */
  byte[] toByteArray() {
    var tile = new ProtobufBuffer(8192);
    layers.stream().filter(layer -> !layer.isEmpty()).forEach(layer -> layer.writeTo(tile));
    return tile.toByteArray();
  }
}
