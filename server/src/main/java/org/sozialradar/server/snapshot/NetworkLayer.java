package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.network.Milestone;
import org.sozialradar.tile.PointFeature;
import org.sozialradar.tile.TilePyramid;

/**
 * Makes the layer of points of the network: one for each area of an edition that has milestones.
 */
final class NetworkLayer {
  private NetworkLayer() {}

  static TilePyramid of(List<Milestone> milestones, EditionAreas areas) {
    var byCode = new TreeMap<AreaCode, List<Milestone>>();
    milestones.forEach(
        milestone ->
            byCode.computeIfAbsent(milestone.code(), code -> new ArrayList<>()).add(milestone));
    var points = new ArrayList<PointFeature>();
    byCode.forEach(
        (code, reached) ->
            areas
                .find(code)
                .filter(AreaEntry::hasGeometry)
                .ifPresent(area -> points.add(point(area, reached))));
    return TilePyramid.ofPoints(Snapshot.NETWORK_LAYER, points);
  }

  private static PointFeature point(AreaEntry area, List<Milestone> reached) {
    var kinds = new LinkedHashSet<String>();
    reached.forEach(milestone -> kinds.add(milestone.kind()));
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("code", area.code().value());
    attributes.put("name", area.name());
    attributes.put("milestones", reached.size());
    attributes.put("kinds", String.join(",", kinds));
    return new PointFeature(area.center().get(0), area.center().get(1), attributes);
  }
}
