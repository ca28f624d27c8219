package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.store.ImportBatch.AreaSet;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes the areas of a level of an edition with their coverages. */
final class AreaWriter {
  private static final Target AREA_SET =
      Target.of(
          "area_set",
          "part_id",
          "edition_id",
          "level_id",
          "name_de",
          "name_en",
          "plural_de",
          "plural_en",
          "level_rank",
          "is_group");
  private static final Target AREA =
      Target.of(
          "area",
          "part_id",
          "code",
          "area_name",
          "designation",
          "ancestor_levels",
          "ancestor_codes",
          "attribute_names",
          "attribute_texts",
          "geometry");
  private static final Target SOURCE = Target.of("area_source", "part_id", "dataset_id");
  private static final Target COVERAGE =
      Target.of("coverage", "part_id", "zoom", "code", "geometry");

  private final Statements statements;

  AreaWriter(Statements statements) {
    this.statements = statements;
  }

  void write(long part, AreaSet set) throws SQLException {
    var level = set.level();
    statements.insert(
        AREA_SET,
        part,
        set.edition(),
        level.id(),
        level.name().de(),
        level.name().en(),
        level.plural().de(),
        level.plural().en(),
        level.rank(),
        level.group());
    statements.insertAll(SOURCE, set.datasets(), id -> List.<Object>of(part, id));
    statements.insertAll(AREA, set.areas(), area -> areaParameters(part, area));
    for (var coverage : set.pyramid()) {
      writeCoverage(part, coverage);
    }
  }

  private List<Object> areaParameters(long part, Area area) throws SQLException {
    var ancestors = area.ancestors();
    var attributes = area.attributes();
    return List.of(
        part,
        area.code().value(),
        area.name(),
        area.designation(),
        statements.textArray(List.copyOf(ancestors.keySet())),
        statements.textArray(ancestors.values().stream().map(AreaCode::value).toList()),
        statements.textArray(List.copyOf(attributes.keySet())),
        statements.textArray(List.copyOf(attributes.values())),
        statements.geometry(area.geometry(), Statements.EPSG_WGS84));
  }

  private void writeCoverage(long part, CoverageLevel coverage) throws SQLException {
    statements.insertAll(
        COVERAGE,
        coverage.geometries().entrySet(),
        (Map.Entry<AreaCode, Geometry> entry) ->
            List.of(
                part,
                coverage.zoom(),
                entry.getKey().value(),
                statements.geometry(entry.getValue(), Statements.EPSG_WEB_MERCATOR)));
  }
}
