package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.estimation.NeighbourList;

/** Which areas share a border or a point ("queen" contiguity). */
final class Neighbourhood {
  private Neighbourhood() {}

  static NeighbourList of(List<Area> areas) {
    var tree = new STRtree();
    for (var area : areas) {
      if (!area.geometry().isEmpty()) {
        tree.insert(area.geometry().getEnvelopeInternal(), area);
      }
    }
    var neighbours = new HashMap<AreaCode, List<AreaCode>>();
    for (var area : areas) {
      var prepared = PreparedGeometryFactory.prepare(area.geometry());
      var touching = new ArrayList<AreaCode>();
      for (Object near : tree.query(area.geometry().getEnvelopeInternal())) {
        var other = (Area) near;
        if (!other.code().equals(area.code()) && prepared.intersects(other.geometry())) {
          touching.add(other.code());
        }
      }
      touching.sort(null);
      neighbours.put(area.code(), touching);
    }
    return NeighbourList.of(neighbours);
  }
}
