package org.sozialradar.ingest.boundary;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;

/** Areas that differ from others in one thing. */
final class AreaChanges {
  private AreaChanges() {}

  static Area geometry(Area area, Geometry geometry) {
    return new Area(
        area.code(),
        area.level(),
        area.name(),
        area.designation(),
        area.ancestors(),
        area.attributes(),
        geometry);
  }

  static Area ancestors(Area area, Map<String, AreaCode> ancestors) {
    return new Area(
        area.code(),
        area.level(),
        area.name(),
        area.designation(),
        ancestors,
        area.attributes(),
        area.geometry());
  }
}
