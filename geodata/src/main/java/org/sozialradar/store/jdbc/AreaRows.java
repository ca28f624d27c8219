package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;

/** Reads areas and their coverages. */
final class AreaRows {
  private final Statements statements;
  private final long revision;

  AreaRows(Statements statements, long revision) {
    this.statements = statements;
    this.revision = revision;
  }

  List<AreaCode> codes(String edition, String level) throws SQLException {
    return statements
        .list(
            "SELECT code FROM area WHERE part_id = ?",
            row -> new AreaCode(row.getString(1)),
            part(edition, level))
        .stream()
        .sorted()
        .toList();
  }

  SortedSet<String> datasets(String edition, String level) throws SQLException {
    return new TreeSet<>(
        statements.list(
            "SELECT dataset_id FROM area_source WHERE part_id = ?",
            row -> row.getString(1),
            part(edition, level)));
  }

  /** Sorted here, as databases sort text by rules of their own. */
  List<Area> areas(String edition, String level) throws SQLException {
    var areas =
        new ArrayList<>(
            statements.list(
                """
                SELECT code, area_name, designation, ancestor_levels, ancestor_codes,
                  attribute_names, attribute_texts, geometry
                FROM area WHERE part_id = ?\
                """,
                row -> area(level, row),
                part(edition, level)));
    areas.sort(Comparator.comparing(Area::code));
    return areas;
  }

  Map<AreaCode, Geometry> boundaries(String edition, String level, List<AreaCode> codes)
      throws SQLException {
    var boundaries = new TreeMap<AreaCode, Geometry>();
    statements.each(
        "SELECT code, geometry FROM area WHERE part_id = ? AND code = ANY(?)",
        row -> {
          var geometry = statements.readGeometry(row, 2, Statements.EPSG_WGS84);
          if (!geometry.isEmpty()) {
            boundaries.put(new AreaCode(row.getString(1)), geometry);
          }
        },
        part(edition, level),
        statements.textArray(codes.stream().map(AreaCode::value).toList()));
    return boundaries;
  }

  /** The part that holds the areas; 0, which no part has, if there is none. */
  private long part(String edition, String level) throws SQLException {
    return statements
        .find(
            """
            SELECT s.part_id FROM area_set s JOIN revision_part p ON p.part_id = s.part_id
            WHERE p.revision_number = ? AND s.edition_id = ? AND s.level_id = ?\
            """,
            row -> row.getLong(1),
            revision,
            edition,
            level)
        .orElse(0L);
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
        statements.readGeometry(row, 8, Statements.EPSG_WGS84));
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
    long part = part(edition, level);
    var zooms =
        statements.list(
            "SELECT DISTINCT zoom FROM coverage WHERE part_id = ? ORDER BY zoom",
            row -> row.getInt(1),
            part);
    var coverages = new ArrayList<CoverageLevel>();
    for (int zoom : zooms) {
      coverages.add(coverage(part, zoom));
    }
    return coverages;
  }

  private CoverageLevel coverage(long part, int zoom) throws SQLException {
    var geometries = new TreeMap<AreaCode, Geometry>();
    statements
        .list(
            "SELECT code, geometry FROM coverage WHERE part_id = ? AND zoom = ?",
            row ->
                Map.entry(
                    new AreaCode(row.getString(1)),
                    statements.readGeometry(row, 2, Statements.EPSG_WEB_MERCATOR)),
            part,
            zoom)
        .forEach(entry -> geometries.put(entry.getKey(), entry.getValue()));
    return new CoverageLevel(zoom, geometries);
  }
}
