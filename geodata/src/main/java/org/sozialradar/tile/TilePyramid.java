package org.sozialradar.tile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;

/**
 * A layer of vector tiles: everything that a tile of any zoom is cut from. Immutable and safe for
 * use by many threads.
 */
public interface TilePyramid {
  /**
   * A layer of areas. Its tiles have up to two MVT layers: {@code layer} with polygons, and {@code
   * layer_points} with a point for every area whose polygon covers less than the square of half a
   * screen pixel (512 pixels a tile), so that every area is present at every zoom. Features have
   * the attributes {@code code} and {@code name} and an id that is unique in the layer: the code as
   * a number if all codes are numbers of one length up to 15, else the area's place in the order of
   * the codes, from 1.
   *
   * @param layer name of the layer
   * @param levels coverages in EPSG:3857 from coarse to fine, the first for zoom 0, each serving
   *     until the next
   * @param nameByCode names; an area without name is shown with its code
   * @throws IllegalArgumentException if the levels are not ordered from zoom 0
   */
  static TilePyramid ofCoverage(
      String layer, List<CoverageLevel> levels, Map<AreaCode, String> nameByCode) {
    return new CoveragePyramid(layer, levels, nameByCode);
  }

  /**
   * A layer of points; a tile holds those within it, without buffer, each in exactly one tile of a
   * zoom.
   */
  static TilePyramid ofPoints(String layer, List<PointFeature> points) {
    return new PointPyramid(layer, points);
  }

  /**
   * A layer of points that may be many: at coarse zooms those that would cover each other are one,
   * with their number as {@code point_count} instead of attributes. Each point counts in exactly
   * one tile of a zoom.
   */
  static TilePyramid ofManyPoints(String layer, List<PointFeature> points) {
    return new ClusteredPoints(layer, points);
  }

  /**
   * A layer of lines or of polygons that may overlap. What is smaller than a tile unit is left out
   * at that zoom.
   */
  static TilePyramid ofShapes(String layer, List<ShapeFeature> features) {
    return new ShapePyramid(layer, features);
  }

  /** Name of the layer. */
  String layer();

  /**
   * The finest zoom that shows more than the one before, by its vertices or by its finer grid; a
   * client overzooms beyond it. Tiles exist up to {@link TileCoord#MAX_ZOOM}.
   */
  int maxZoom();

  /** What the layer covers; empty if it holds nothing. */
  Optional<LonLatBounds> bounds();

  /** The tile after MVT 2.1, uncompressed; an empty array if nothing is there. */
  default byte[] encode(TileCoord coord) {
    return encode(coord, AttributeSource.NONE);
  }

  /** As {@link #encode(TileCoord)}, with further attributes in the features of areas. */
  byte[] encode(TileCoord coord, AttributeSource attributes);
}
