package org.sozialradar.ingest.boundary;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.ingest.ResourceInput;

/**
 * A row of a table of attributes.
 *
 * @param keyed its key
 * @param line its cells
 */
record AttributeRow(KeyedRecord keyed, TableLine line) {

  String text(String column) {
    return line.text(column);
  }

  /** An area with what the row says of it; the boundary stays. */
  Area joinedTo(Area area, AreaColumns columns) {
    var name = AreaName.of(text(columns.name()), text(columns.designation()));
    var ancestors = new TreeMap<>(area.ancestors());
    ancestors.putAll(keyed.ancestors());
    var attributes = new TreeMap<>(area.attributes());
    attributes.putAll(attributes(columns));
    return new Area(
        area.code(),
        area.level(),
        name.name().isBlank() ? area.name() : name.name(),
        name.designation().isBlank() ? area.designation() : name.designation(),
        ancestors,
        attributes,
        area.geometry());
  }

  /** An area without boundary; empty, with an issue, if the row has no name. */
  Optional<Area> findArea(ResourceInput<AttributeSettings> input) {
    var columns = input.settings().columns();
    var name = AreaName.of(text(columns.name()), text(columns.designation()));
    if (name.name().isBlank()) {
      var place = input.place(line.number(), columns.name());
      Object[] arguments = {line.number(), keyed.code()};
      input.issues().add(BoundaryIssues.NAME_MISSING.at(place, "", arguments));
      return Optional.empty();
    }
    return Optional.of(
        new Area(
            keyed.code(),
            columns.level(),
            name.name(),
            name.designation(),
            keyed.ancestors(),
            attributes(columns),
            new GeometryFactory().createPolygon()));
  }

  private Map<String, String> attributes(AreaColumns columns) {
    var attributes = new TreeMap<String, String>();
    for (var column : columns.attributes()) {
      if (!text(column).isEmpty()) {
        attributes.put(column, text(column));
      }
    }
    if (!keyed.ars().isEmpty()) {
      attributes.put(AreaColumns.ARS_ATTRIBUTE, keyed.ars());
    }
    return attributes;
  }
}
