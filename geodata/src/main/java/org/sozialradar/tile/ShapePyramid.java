package org.sozialradar.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.sozialradar.area.WebMercator;

/**
 * A layer of lines or of areas that may overlap, as flood zones do. What is smaller than a tile
 * unit is left out at that zoom. Simplified for every third zoom when it is first asked for
 * (Douglas and Peucker, tolerance one tile unit of the finest of the three), so that the sides of
 * neighbouring tiles agree.
 */
final class ShapePyramid implements TilePyramid {
  /** Beyond it shapes are not simplified: a tile unit is 0.6 m at the equator. */
  private static final int MAX_ZOOM = 14;

  private static final int STEP = 3;

  private final String layer;
  private final List<ShapeFeature> features;
  private final List<Geometry> shapes;
  private final STRtree index = new STRtree();
  private final AtomicReferenceArray<List<Geometry>> simplified =
      new AtomicReferenceArray<>(MAX_ZOOM / STEP + 2);
  private final Optional<LonLatBounds> bounds;

  ShapePyramid(String layer, List<ShapeFeature> features) {
    this.layer = layer;
    this.features = List.copyOf(features);
    shapes =
        this.features.stream().map(feature -> WebMercator.project(feature.geometry())).toList();
    var cover = new Envelope();
    for (int i = 0; i < shapes.size(); i++) {
      var box = shapes.get(i).getEnvelopeInternal();
      cover.expandToInclude(box);
      index.insert(box, i);
    }
    index.build();
    bounds = cover.isNull() ? Optional.empty() : Optional.of(LonLatBounds.ofMercator(cover));
  }

  @Override
  public String layer() {
    return layer;
  }

  @Override
  public int maxZoom() {
    return MAX_ZOOM;
  }

  @Override
  public Optional<LonLatBounds> bounds() {
    return bounds;
  }

  @Override
  public byte[] encode(TileCoord coord, AttributeSource attributes) {
    var window = MetreWindow.of(coord);
    var encoder = new VectorTileEncoder();
    var tileLayer = encoder.layer(layer);
    var drawn = shapes(coord.z());
    List<?> hits = index.query(window.bounds());
    hits.stream()
        .mapToInt(Integer.class::cast)
        .sorted()
        .forEach(i -> add(tileLayer, i, drawn.get(i), window));
    return encoder.toByteArray();
  }

  private void add(TileLayer tileLayer, int i, Geometry shape, MetreWindow window) {
    if (shape instanceof Polygonal) {
      var rings = shape.isEmpty() ? List.<GridRing>of() : GridRepair.cut(window.inUnits(shape));
      if (!rings.isEmpty()) {
        features.get(i).attributes().forEach(tileLayer::tag);
        tileLayer.addPolygons(i + 1L, rings);
      }
      return;
    }
    var lines = new ArrayList<GridLine>();
    for (int part = 0; part < shape.getNumGeometries(); part++) {
      if (shape.getGeometryN(part) instanceof LineString line && !line.isEmpty()) {
        lines.addAll(LineCut.cut(line.getCoordinateSequence(), window));
      }
    }
    if (!lines.isEmpty()) {
      features.get(i).attributes().forEach(tileLayer::tag);
      tileLayer.addLines(i + 1L, lines);
    }
  }

  /** The shapes as they are drawn at a zoom. */
  private List<Geometry> shapes(int zoom) {
    int step = (zoom + STEP - 1) / STEP;
    if (step * STEP >= MAX_ZOOM) {
      return shapes;
    }
    var known = simplified.get(step);
    if (known == null) {
      double tolerance = 1 / MetreWindow.unitsPerMetre(step * STEP);
      known = shapes.parallelStream().map(shape -> simple(shape, tolerance)).toList();
      simplified.set(step, known);
    }
    return known;
  }

  private static Geometry simple(Geometry shape, double tolerance) {
    var box = shape.getEnvelopeInternal();
    if (Math.max(box.getWidth(), box.getHeight()) < tolerance) {
      return shape.getFactory().createEmpty(shape.getDimension());
    }
    var simplifier = new DouglasPeuckerSimplifier(shape);
    simplifier.setDistanceTolerance(tolerance);
    simplifier.setEnsureValid(false);
    var simple = simplifier.getResultGeometry();
    boolean broken = simple instanceof Polygonal && !simple.isValid();
    return broken ? GeometryFixer.fix(simple) : simple;
  }
}
