package org.sozialradar.ingest.layer;

import java.util.List;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.layer.LayerFeature;

/** Warns of features that lie outside of all areas of the newest edition: often a wrong system. */
final class OutsideCheck {
  private final List<Area> areas;

  OutsideCheck(BatchBuilder batch) {
    areas = areas(batch);
  }

  /** Those of the coarsest level with boundaries, which are the fewest. */
  private static List<Area> areas(BatchBuilder batch) {
    var editions = batch.listEditions();
    for (int i = editions.size() - 1; i >= 0; i--) {
      String edition = editions.get(i).id();
      for (var level : batch.listLevels(edition)) {
        var drawn = drawn(batch, edition, level);
        if (!drawn.isEmpty()) {
          return drawn;
        }
      }
    }
    return List.of();
  }

  /** Groups do not cover the country. */
  private static List<Area> drawn(BatchBuilder batch, String edition, AreaLevel level) {
    return level.group()
        ? List.of()
        : batch.listAreas(edition, level.id()).stream().filter(Area::hasGeometry).toList();
  }

  void warn(ResourceInput<LayerSettings> input, List<LayerFeature> features) {
    if (areas.isEmpty()) {
      return;
    }
    var tree = new STRtree();
    for (var area : areas) {
      var prepared = PreparedGeometryFactory.prepare(area.geometry());
      tree.insert(area.geometry().getEnvelopeInternal(), prepared);
    }
    var outside = features.stream().filter(feature -> !isInside(feature, tree)).toList();
    input.tally().add(Count.FEATURES_OUTSIDE, outside.size());
    if (!outside.isEmpty()) {
      var first = outside.get(0);
      var place = first.geometry().getCoordinate();
      Object[] arguments = {outside.size(), features.size(), first.id(), place.x, place.y};
      input.issues().add(LayerIssues.OUTSIDE.at(input.place(), first.id(), arguments));
    }
  }

  private static boolean isInside(LayerFeature feature, STRtree tree) {
    List<?> near = tree.query(feature.geometry().getEnvelopeInternal());
    return near.stream()
        .map(PreparedGeometry.class::cast)
        .anyMatch(area -> area.intersects(feature.geometry()));
  }
}
