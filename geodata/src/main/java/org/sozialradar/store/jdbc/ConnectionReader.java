package org.sozialradar.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaCorrespondence;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.dataset.SourceFile;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.MilestoneDate;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.Revision;
import org.sozialradar.store.StoreException;

/**
 * Reads through one connection, in whose transaction all answers are of one state if its isolation
 * level grants that; used by one thread at a time.
 */
public final class ConnectionReader implements GeodataReader {
  private final Statements statements;

  /**
   * @param connection open as long as the reader is in use
   * @param dialect of its database
   */
  public ConnectionReader(Connection connection, Dialect dialect) {
    statements = new Statements(connection, dialect);
  }

  private interface Reading<T> {
    T read() throws SQLException;
  }

  /** The store adds to the message which store it is; a reader speaks only of what it read. */
  private static <T> T reading(String what, Reading<T> reading) {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw new StoreException("cannot read " + what + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new StoreException("what the store holds of " + what + " is damaged", e);
    }
  }

  @Override
  public Revision currentRevision() {
    return reading(
        "the revision",
        () ->
            statements
                .find(
                    """
                    SELECT revision_number, created_at, dataset_id FROM revision
                    WHERE revision_number = (SELECT MAX(revision_number) FROM revision)""",
                    row -> new Revision(row.getLong(1), instant(row, 2), row.getString(3)))
                .orElse(new Revision(0, Instant.EPOCH, "")));
  }

  @Override
  public List<Dataset> listDatasets() {
    return reading(
        "data sets",
        () ->
            statements.list(
                """
                SELECT dataset_id, title_de, title_en, publisher, licence_id, licence_title,
                  licence_url, attribution, vintage, is_example, imported_at
                FROM dataset ORDER BY dataset_id""",
                this::dataset));
  }

  private Dataset dataset(ResultSet row) throws SQLException {
    String id = row.getString(1);
    return new Dataset(
        id,
        text(row, 2),
        row.getString(4),
        new Licence(row.getString(5), row.getString(6), row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getBoolean(10),
        listFiles(statements, id),
        instant(row, 11));
  }

  static List<SourceFile> listFiles(Statements statements, String datasetId) throws SQLException {
    return statements.list(
        """
        SELECT file_name, sha256, byte_count FROM dataset_file
        WHERE dataset_id = ? ORDER BY file_position""",
        row -> new SourceFile(row.getString(1), row.getString(2), row.getLong(3)),
        datasetId);
  }

  @Override
  public List<BoundaryVersion> listEditions() {
    return reading(
        "editions",
        () ->
            statements.list(
                """
                SELECT edition_id, valid_from, title_de, title_en, dataset_id FROM edition
                ORDER BY valid_from, edition_id""",
                row ->
                    new BoundaryVersion(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        text(row, 3),
                        row.getString(5))));
  }

  @Override
  public List<AreaLevel> listLevels(String edition) {
    return reading("levels", () -> sorted(readLevels(edition)));
  }

  private List<AreaLevel> readLevels(String edition) throws SQLException {
    return statements.list(
        """
        SELECT l.level_id, l.name_de, l.name_en, l.plural_de, l.plural_en, l.level_rank, l.is_group
        FROM area_level l JOIN area_set s ON s.level_id = l.level_id WHERE s.edition_id = ?""",
        row ->
            new AreaLevel(
                row.getString(1), text(row, 2), text(row, 4), row.getInt(6), row.getBoolean(7)),
        edition);
  }

  @Override
  public List<Area> listAreas(String edition, String level) {
    return reading("areas", () -> new AreaRows(statements).areas(edition, level));
  }

  @Override
  public List<CoverageLevel> listCoverages(String edition, String level) {
    return reading("coverages", () -> new AreaRows(statements).coverages(edition, level));
  }

  @Override
  public List<AreaCorrespondence> listCorrespondences() {
    return reading(
        "correspondences",
        () ->
            statements.list(
                """
                SELECT from_edition, to_edition, level_id, dataset_id FROM correspondence
                ORDER BY from_edition, to_edition, level_id""",
                this::correspondence));
  }

  private AreaCorrespondence correspondence(ResultSet row) throws SQLException {
    String from = row.getString(1);
    String to = row.getString(2);
    String level = row.getString(3);
    return new AreaCorrespondence(from, to, level, row.getString(4), listLinks(from, to, level));
  }

  private List<AreaCorrespondence.Link> listLinks(String from, String to, String level)
      throws SQLException {
    return statements.list(
        """
        SELECT from_code, to_code, population_share, area_share FROM correspondence_link
        WHERE from_edition = ? AND to_edition = ? AND level_id = ? ORDER BY link_position""",
        row ->
            new AreaCorrespondence.Link(
                new AreaCode(row.getString(1)),
                new AreaCode(row.getString(2)),
                row.getDouble(3),
                row.getDouble(4)),
        from,
        to,
        level);
  }

  @Override
  public List<Indicator> listIndicators() {
    return reading(
        "indicators",
        () ->
            statements.list(
                """
                SELECT indicator_id, name_de, name_en, description_de, description_en, unit_id,
                  unit_symbol_de, unit_symbol_en, decimals, polarity, measure_kind, measure_weight,
                  theme_id, theme_de, theme_en, middle, formula, dataset_id
                FROM indicator ORDER BY indicator_id""",
                ConnectionReader::indicator));
  }

  private static Indicator indicator(ResultSet row) throws SQLException {
    Double middle = row.getObject(16, Double.class);
    return new Indicator(
        row.getString(1),
        text(row, 2),
        text(row, 4),
        new Indicator.Unit(row.getString(6), text(row, 7)),
        row.getInt(9),
        Indicator.Polarity.valueOf(row.getString(10)),
        new Measure(Measure.Kind.valueOf(row.getString(11)), row.getString(12)),
        new Indicator.Theme(row.getString(13), text(row, 14)),
        middle == null ? Double.NaN : middle,
        row.getString(17),
        row.getString(18));
  }

  @Override
  public List<IndicatorTable> listTables(String indicatorId) {
    return reading("tables", () -> new TableRows(statements).tables(indicatorId));
  }

  @Override
  public List<Milestone> listMilestones() {
    return reading(
        "milestones",
        () ->
            statements.list(
                """
                SELECT code, area_name, kind, date_text, date_means, note, source, dataset_id
                FROM milestone ORDER BY milestone_position""",
                ConnectionReader::milestone));
  }

  private static Milestone milestone(ResultSet row) throws SQLException {
    return new Milestone(
        new AreaCode(row.getString(1)),
        row.getString(2),
        row.getString(3),
        new MilestoneDate(row.getString(4), MilestoneDate.Means.valueOf(row.getString(5))),
        row.getString(6),
        row.getString(7),
        row.getString(8));
  }

  @Override
  public List<NetworkTotal> listNetworkTotals() {
    return reading(
        "totals of the network",
        () ->
            statements.list(
                """
                SELECT date_text, measure, amount, source, dataset_id
                FROM network_total ORDER BY total_position""",
                row ->
                    new NetworkTotal(
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getString(5))));
  }

  private static LocalizedText text(ResultSet row, int column) throws SQLException {
    return new LocalizedText(row.getString(column), row.getString(column + 1));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static <T extends Comparable<T>> List<T> sorted(List<T> list) {
    var copy = new ArrayList<>(list);
    Collections.sort(copy);
    return copy;
  }
}
