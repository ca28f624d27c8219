package org.sozialradar.ingest.layer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.PolygonRepair;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.Tally;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.layer.GeometryKind;

/** Sees to it that all features of a layer are of one kind, and valid. */
final class LayerShapes {
  private final LayerCollector collector;
  private final Tally tally;

  LayerShapes(LayerCollector collector, Tally tally) {
    this.collector = collector;
    this.tally = tally;
  }

  /** The kind of most features; of equally many the one that stands first. */
  static GeometryKind kind(List<RawFeature> features) {
    Map<GeometryKind, Integer> counts = new EnumMap<>(GeometryKind.class);
    features.forEach(feature -> counts.merge(kind(feature.geometry()), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(GeometryKind.POINT);
  }

  /** Readers hand on no collections of several kinds. */
  private static GeometryKind kind(Geometry geometry) {
    return GeometryKind.of(geometry)
        .orElseThrow(() -> new IllegalStateException(geometry.getGeometryType()));
  }

  List<RawFeature> sound(List<RawFeature> features, GeometryKind kind) {
    var sound = new ArrayList<RawFeature>();
    for (var feature : features) {
      var own = kind(feature.geometry());
      if (own != kind) {
        collector.leaveOut(LayerIssues.MIXED, feature, own.label(), kind.label());
      } else if (kind == GeometryKind.POLYGON) {
        addRepaired(feature, sound);
      } else {
        sound.add(feature);
      }
    }
    return sound;
  }

  private void addRepaired(RawFeature feature, List<RawFeature> sound) {
    var result = PolygonRepair.repair(feature.geometry());
    if (result.geometry().isEmpty()) {
      collector.leaveOut(LayerIssues.UNREPAIRABLE, feature, "");
      return;
    }
    if (!result.faults().isEmpty()) {
      tally.add(Count.GEOMETRIES_REPAIRED);
      String fault = result.faults().get(0).kind().name().toLowerCase(Locale.ROOT);
      collector.warn(LayerIssues.REPAIRED, feature, fault.replace('_', ' '));
    }
    sound.add(new RawFeature(feature.number(), feature.properties(), result.geometry()));
  }
}
