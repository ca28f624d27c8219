package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;

/** Reads areas and their coverages. */
final class AreaRows {
  private final Statements statements;
  private final WellKnownBinary wgs84 = new WellKnownBinary(WellKnownBinary.EPSG_WGS84);
  private final WellKnownBinary mercator = new WellKnownBinary(WellKnownBinary.EPSG_WEB_MERCATOR);

  AreaRows(Statements statements) {
    this.statements = statements;
  }

  /** Sorted here, as databases sort text by rules of their own. */
  List<Area> areas(String edition, String level) throws SQLException {
    var areas =
        new ArrayList<>(
            statements.list(
                """
                SELECT code, area_name, designation, ancestor_levels, ancestor_codes,
                  attribute_names, attribute_texts, geometry
                FROM area WHERE edition_id = ? AND level_id = ?""",
                row -> area(level, row),
                edition,
                level));
    areas.sort(Comparator.comparing(Area::code));
    return areas;
  }

  private Area area(String level, ResultSet row) throws SQLException {
    var ancestors = new TreeMap<String, AreaCode>();
    pairs(row, 4).forEach((id, code) -> ancestors.put(id, new AreaCode(code)));
    return new Area(
        new AreaCode(row.getString(1)),
        level,
        row.getString(2),
        row.getString(3),
        ancestors,
        pairs(row, 6),
        wgs84.read(row.getBytes(8)));
  }

  private static Map<String, String> pairs(ResultSet row, int column) throws SQLException {
    var keys = Statements.texts(row, column);
    var texts = Statements.texts(row, column + 1);
    var pairs = new TreeMap<String, String>();
    for (int i = 0; i < keys.size(); i++) {
      pairs.put(keys.get(i), texts.get(i));
    }
    return pairs;
  }

  List<CoverageLevel> coverages(String edition, String level) throws SQLException {
    var zooms =
        statements.list(
            """
            SELECT DISTINCT zoom FROM coverage WHERE edition_id = ? AND level_id = ?
            ORDER BY zoom""",
            row -> row.getInt(1),
            edition,
            level);
    var coverages = new ArrayList<CoverageLevel>();
    for (int zoom : zooms) {
      coverages.add(coverage(edition, level, zoom));
    }
    return coverages;
  }

  private CoverageLevel coverage(String edition, String level, int zoom) throws SQLException {
    var geometries = new TreeMap<AreaCode, Geometry>();
    statements
        .list(
            """
            SELECT code, geometry FROM coverage
            WHERE edition_id = ? AND level_id = ? AND zoom = ?""",
            row -> Map.entry(new AreaCode(row.getString(1)), mercator.read(row.getBytes(2))),
            edition,
            level,
            zoom)
        .forEach(entry -> geometries.put(entry.getKey(), entry.getValue()));
    return new CoverageLevel(zoom, geometries);
  }
}
