package org.sozialradar.layer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The features of a layer, to be found by place. Immutable and safe for use by many threads. */
public final class LayerIndex {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final LayerContent content;
  private final STRtree tree = new STRtree();
  private final Map<String, Integer> positions = new HashMap<>();
  private final Envelope bounds = new Envelope();

  private LayerIndex(LayerContent content) {
    this.content = content;
    for (int i = 0; i < content.features().size(); i++) {
      var feature = content.features().get(i);
      var box = feature.geometry().getEnvelopeInternal();
      tree.insert(box, i);
      bounds.expandToInclude(box);
      positions.put(feature.id(), i);
    }
    tree.build();
  }

  public static LayerIndex of(LayerContent content) {
    return new LayerIndex(content);
  }

  public ContextLayer layer() {
    return content.layer();
  }

  /** All features in the order of their file. */
  public List<LayerFeature> features() {
    return content.features();
  }

  /** The rectangle that holds all features, in degrees; a copy. */
  public Envelope bounds() {
    return bounds.copy();
  }

  public Optional<LayerFeature> find(String id) {
    return Optional.ofNullable(positions.get(id)).map(content.features()::get);
  }

  /** The place of a feature in the order of the file, from 0; empty if there is none. */
  public Optional<Integer> findPosition(String id) {
    return Optional.ofNullable(positions.get(id));
  }

  /**
   * Positions of the features whose boxes meet a rectangle, ascending.
   *
   * @param box degrees, longitude as x
   */
  public IntStream positionsNear(Envelope box) {
    List<?> hits = tree.query(box);
    return hits.stream().mapToInt(Integer.class::cast).sorted();
  }

  /**
   * Positions of the features that meet a rectangle, also where they only touch it, ascending.
   *
   * @param box degrees, longitude as x
   */
  public IntStream positionsIn(Envelope box) {
    var rectangle = FACTORY.toGeometry(box);
    return positionsNear(box)
        .filter(i -> content.features().get(i).geometry().intersects(rectangle));
  }

  /**
   * The features that meet an area, also where they only touch it, in the order of their file.
   *
   * @param area valid, in EPSG:4326, longitude before latitude
   */
  public List<LayerFeature> intersecting(Geometry area) {
    var prepared = PreparedGeometryFactory.prepare(area);
    return positionsNear(area.getEnvelopeInternal())
        .mapToObj(content.features()::get)
        .filter(feature -> prepared.intersects(feature.geometry()))
        .toList();
  }
}
