package org.sozialradar.tile;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.sozialradar.area.WebMercator;

/**
 * The way from metres of EPSG:3857 into the units of one tile.
 *
 * @param scale tile units to the metre
 * @param left tile units from the west of the world to the tile
 * @param top tile units from the north of the world to the tile
 */
record MetreWindow(double scale, double left, double top) {
  static MetreWindow of(TileCoord coord) {
    return new MetreWindow(
        unitsPerMetre(coord.z()),
        (double) coord.x() * VectorTileEncoder.EXTENT,
        (double) coord.y() * VectorTileEncoder.EXTENT);
  }

  /** How many units of a zoom's tiles a metre has. */
  static double unitsPerMetre(int zoom) {
    return VectorTileEncoder.EXTENT * Math.scalb(1.0, zoom) / WebMercator.WORLD;
  }

  double unitX(double metres) {
    return (metres + WebMercator.WORLD / 2) * scale - left;
  }

  double unitY(double metres) {
    return (WebMercator.WORLD / 2 - metres) * scale - top;
  }

  /** A copy of a geometry in metres, in units of the tile. */
  Geometry inUnits(Geometry metres) {
    double half = WebMercator.WORLD / 2;
    return new AffineTransformation(scale, 0, half * scale - left, 0, -scale, half * scale - top)
        .transform(metres);
  }

  /** The tile with its buffer, in metres. */
  Envelope bounds() {
    double west = (left + TileWindow.MIN) / scale - WebMercator.WORLD / 2;
    double east = (left + TileWindow.MAX) / scale - WebMercator.WORLD / 2;
    double north = WebMercator.WORLD / 2 - (top + TileWindow.MIN) / scale;
    double south = WebMercator.WORLD / 2 - (top + TileWindow.MAX) / scale;
    return new Envelope(west, east, south, north);
  }
}
