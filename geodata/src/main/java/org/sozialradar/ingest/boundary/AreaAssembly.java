package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.Dissolve;
import org.sozialradar.area.PolygonRepair;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ResourceInput;

/** Makes areas of features: valid geometry, name, designation, attributes. */
final class AreaAssembly {
  private final ResourceInput<BoundarySettings> input;
  private final AreaColumns columns;

  AreaAssembly(ResourceInput<BoundarySettings> input) {
    this.input = input;
    this.columns = input.settings().columns();
  }

  /** The areas by code; what makes none is an error. */
  List<Area> areas(Map<AreaCode, List<KeyedFeature>> parts) {
    var areas = new ArrayList<Area>();
    parts.values().forEach(features -> findArea(features).ifPresent(areas::add));
    return areas;
  }

  private Optional<Area> findArea(List<KeyedFeature> parts) {
    var first = parts.get(0);
    var name = AreaName.of(first.text(columns.name()), first.text(columns.designation()));
    if (name.name().isBlank()) {
      var place = input.place(first.feature().number(), columns.name());
      input
          .issues()
          .add(BoundaryIssues.NAME_MISSING.at(place, "", first.feature().number(), first.code()));
      return Optional.empty();
    }
    var geometries = new ArrayList<Geometry>();
    for (var part : parts) {
      geometries.add(repaired(part, name.name()));
    }
    return Optional.of(
        new Area(
            first.code(),
            columns.level(),
            name.name(),
            name.designation(),
            first.ancestors(),
            attributes(first),
            Dissolve.union(geometries)));
  }

  private Map<String, String> attributes(KeyedFeature feature) {
    var attributes = new LinkedHashMap<String, String>();
    for (var column : columns.attributes()) {
      if (!feature.text(column).isEmpty()) {
        attributes.put(column, feature.text(column));
      }
    }
    if (!columns.ars().isEmpty() && !feature.text(columns.ars()).isEmpty()) {
      attributes.put(AreaColumns.ARS_ATTRIBUTE, feature.text(columns.ars()));
    }
    return attributes;
  }

  private Geometry repaired(KeyedFeature part, String name) {
    var result = PolygonRepair.repair(part.feature().geometry());
    if (result.faults().isEmpty()) {
      return result.geometry();
    }
    var place = input.place(part.feature().number(), "geometry");
    if (result.geometry().isEmpty()) {
      input.issues().add(BoundaryIssues.UNREPAIRABLE.at(place, "", part.code(), name));
    }
    input.tally().add(Count.GEOMETRIES_REPAIRED);
    for (var fault : result.faults()) {
      input
          .issues()
          .add(
              BoundaryIssues.REPAIRED.at(
                  place,
                  part.code().value(),
                  part.code(),
                  name,
                  FaultNames.of(fault.kind()),
                  fault.longitude(),
                  fault.latitude()));
    }
    return result.geometry();
  }
}
