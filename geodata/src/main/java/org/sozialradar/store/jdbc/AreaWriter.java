package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.store.ImportBatch.AreaSet;

/** Writes the areas of a level of an edition with their coverages. */
final class AreaWriter {
  private final Statements statements;
  private final WellKnownBinary binary = new WellKnownBinary(WellKnownBinary.EPSG_WGS84);

  AreaWriter(Statements statements) {
    this.statements = statements;
  }

  void replace(AreaSet set) throws SQLException {
    saveLevel(set.level());
    statements.update(
        "DELETE FROM area_set WHERE edition_id = ? AND level_id = ?",
        set.edition(),
        set.level().id());
    statements.update(
        "INSERT INTO area_set (edition_id, level_id) VALUES (?, ?)",
        set.edition(),
        set.level().id());
    insertAreas(set);
    for (var coverage : set.pyramid()) {
      insertCoverage(set, coverage);
    }
  }

  private void saveLevel(AreaLevel level) throws SQLException {
    statements.save(
        """
        UPDATE area_level SET name_de = ?, name_en = ?, plural_de = ?, plural_en = ?,
          level_rank = ?, is_group = ? WHERE level_id = ?""",
        """
        INSERT INTO area_level (name_de, name_en, plural_de, plural_en, level_rank, is_group,
          level_id) VALUES (?, ?, ?, ?, ?, ?, ?)""",
        level.name().de(),
        level.name().en(),
        level.plural().de(),
        level.plural().en(),
        level.rank(),
        level.group(),
        level.id());
  }

  private void insertAreas(AreaSet set) throws SQLException {
    statements.insertAll(
        """
        INSERT INTO area (edition_id, level_id, code, area_name, designation, ancestor_levels,
          ancestor_codes, attribute_names, attribute_texts, geometry)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        set.areas(),
        area -> areaParameters(set, area));
  }

  private List<Object> areaParameters(AreaSet set, Area area) throws SQLException {
    var ancestors = area.ancestors();
    var attributes = area.attributes();
    return List.of(
        set.edition(),
        set.level().id(),
        area.code().value(),
        area.name(),
        area.designation(),
        statements.textArray(List.copyOf(ancestors.keySet())),
        statements.textArray(ancestors.values().stream().map(AreaCode::value).toList()),
        statements.textArray(List.copyOf(attributes.keySet())),
        statements.textArray(List.copyOf(attributes.values())),
        binary.write(area.geometry()));
  }

  private void insertCoverage(AreaSet set, CoverageLevel coverage) throws SQLException {
    statements.insertAll(
        "INSERT INTO coverage (edition_id, level_id, zoom, code, geometry) VALUES (?, ?, ?, ?, ?)",
        coverage.geometries().entrySet(),
        (Map.Entry<AreaCode, Geometry> entry) ->
            List.of(
                set.edition(),
                set.level().id(),
                coverage.zoom(),
                entry.getKey().value(),
                binary.write(entry.getValue())));
  }
}
