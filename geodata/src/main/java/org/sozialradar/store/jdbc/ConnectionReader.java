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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.locationtech.jts.geom.Geometry;
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
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.network.Milestone;
import org.sozialradar.network.MilestoneDate;
import org.sozialradar.network.NetworkTotal;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.PartKey;
import org.sozialradar.store.Revision;
import org.sozialradar.store.RevisionParts;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.UnknownRevisionException;

/**
 * Reads through one connection, in whose transaction all answers are of one state if its isolation
 * level grants that; used by one thread at a time.
 */
public final class ConnectionReader implements GeodataReader {
  private final Statements statements;

  /** Null until asked for: then the newest one. */
  private Revision revision;

  /**
   * @param connection open as long as the reader is in use
   * @param dialect of its database
   */
  public ConnectionReader(Connection connection, Dialect dialect) {
    statements = new Statements(connection, dialect);
  }

  private ConnectionReader(Statements statements, Revision revision) {
    this.statements = statements;
    this.revision = revision;
  }

  /**
   * A reader of one revision, which may be an old one.
   *
   * @param number number of the revision; 0 is the empty store
   * @throws UnknownRevisionException if the store does not keep it
   */
  public static ConnectionReader of(Connection connection, Dialect dialect, long number) {
    var statements = new Statements(connection, dialect);
    if (number == 0) {
      return new ConnectionReader(statements, RevisionRows.NONE);
    }
    var revision = reading("the revision", () -> new RevisionRows(statements).find(number));
    return new ConnectionReader(
        statements, revision.orElseThrow(() -> new UnknownRevisionException(number)));
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
        () -> {
          if (revision == null) {
            revision = new RevisionRows(statements).newest();
          }
          return revision;
        });
  }

  @Override
  public RevisionParts parts() {
    return reading(
        "parts",
        () -> new RevisionParts(currentRevision(), new RevisionRows(statements).parts(number())));
  }

  @Override
  public Optional<Set<PartKey>> findChanges(RevisionParts before) {
    return isKept(before.revision()) ? Optional.of(parts().differences(before)) : Optional.empty();
  }

  /** Whether the store has this revision, not only one of its number. */
  private boolean isKept(Revision other) {
    return other.equals(RevisionRows.NONE)
        || reading("the revision", () -> new RevisionRows(statements).find(other.number()))
            .filter(other::equals)
            .isPresent();
  }

  private long number() {
    return currentRevision().number();
  }

  @Override
  public List<Dataset> listDatasets() {
    return reading(
        "data sets",
        () ->
            statements.list(
                """
                SELECT d.dataset_id, d.title_de, d.title_en, d.publisher, d.licence_id,
                  d.licence_title, d.licence_url, d.attribution, d.vintage, d.is_example,
                  d.imported_at, d.part_id
                FROM dataset d JOIN revision_part p ON p.part_id = d.part_id
                WHERE p.revision_number = ? ORDER BY d.dataset_id\
                """,
                this::dataset,
                number()));
  }

  private Dataset dataset(ResultSet row) throws SQLException {
    return new Dataset(
        row.getString(1),
        text(row, 2),
        row.getString(4),
        new Licence(row.getString(5), row.getString(6), row.getString(7)),
        row.getString(8),
        row.getString(9),
        row.getBoolean(10),
        listFiles(statements, row.getLong(12)),
        instant(row, 11));
  }

  static List<SourceFile> listFiles(Statements statements, long part) throws SQLException {
    return statements.list(
        """
        SELECT file_name, sha256, byte_count FROM dataset_file
        WHERE part_id = ? ORDER BY file_position\
        """,
        row -> new SourceFile(row.getString(1), row.getString(2), row.getLong(3)),
        part);
  }

  @Override
  public List<BoundaryVersion> listEditions() {
    return reading(
        "editions",
        () ->
            statements.list(
                """
                SELECT e.edition_id, e.valid_from, e.title_de, e.title_en, e.dataset_id
                FROM edition e JOIN revision_part p ON p.part_id = e.part_id
                WHERE p.revision_number = ? ORDER BY e.valid_from, e.edition_id\
                """,
                row ->
                    new BoundaryVersion(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        text(row, 3),
                        row.getString(5)),
                number()));
  }

  @Override
  public List<AreaLevel> listLevels(String edition) {
    return reading("levels", () -> sorted(readLevels(edition)));
  }

  private List<AreaLevel> readLevels(String edition) throws SQLException {
    return statements.list(
        """
        SELECT s.level_id, s.name_de, s.name_en, s.plural_de, s.plural_en, s.level_rank, s.is_group
        FROM area_set s JOIN revision_part p ON p.part_id = s.part_id
        WHERE p.revision_number = ? AND s.edition_id = ?\
        """,
        row ->
            new AreaLevel(
                row.getString(1), text(row, 2), text(row, 4), row.getInt(6), row.getBoolean(7)),
        number(),
        edition);
  }

  @Override
  public SortedSet<String> listAreaDatasets(String edition, String level) {
    return reading("areas", () -> new AreaRows(statements, number()).datasets(edition, level));
  }

  @Override
  public List<AreaCode> listCodes(String edition, String level) {
    return reading("codes", () -> new AreaRows(statements, number()).codes(edition, level));
  }

  @Override
  public List<Area> listAreas(String edition, String level) {
    return reading("areas", () -> new AreaRows(statements, number()).areas(edition, level));
  }

  @Override
  public Map<AreaCode, Geometry> findBoundaries(
      String edition, String level, List<AreaCode> codes) {
    var rows = new AreaRows(statements, number());
    return reading("boundaries", () -> rows.boundaries(edition, level, codes));
  }

  @Override
  public List<CoverageLevel> listCoverages(String edition, String level) {
    return reading("coverages", () -> new AreaRows(statements, number()).coverages(edition, level));
  }

  @Override
  public List<AreaCorrespondence> listCorrespondences() {
    return reading(
        "correspondences",
        () ->
            statements.list(
                """
                SELECT c.from_edition, c.to_edition, c.level_id, c.dataset_id, c.part_id
                FROM correspondence c JOIN revision_part p ON p.part_id = c.part_id
                WHERE p.revision_number = ?
                ORDER BY c.from_edition, c.to_edition, c.level_id\
                """,
                this::correspondence,
                number()));
  }

  private AreaCorrespondence correspondence(ResultSet row) throws SQLException {
    return new AreaCorrespondence(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        listLinks(row.getLong(5)));
  }

  private List<AreaCorrespondence.Link> listLinks(long part) throws SQLException {
    return statements.list(
        """
        SELECT from_code, to_code, population_share, area_share FROM correspondence_link
        WHERE part_id = ? ORDER BY link_position\
        """,
        row ->
            new AreaCorrespondence.Link(
                new AreaCode(row.getString(1)),
                new AreaCode(row.getString(2)),
                row.getDouble(3),
                row.getDouble(4)),
        part);
  }

  @Override
  public List<Indicator> listIndicators() {
    return reading(
        "indicators",
        () ->
            statements.list(
                """
                SELECT i.indicator_id, i.name_de, i.name_en, i.description_de, i.description_en,
                  i.unit_id, i.unit_symbol_de, i.unit_symbol_en, i.decimals, i.polarity,
                  i.measure_kind, i.measure_weight, i.theme_id, i.theme_de, i.theme_en, i.middle,
                  i.formula, i.dataset_id
                FROM indicator i JOIN revision_part p ON p.part_id = i.part_id
                WHERE p.revision_number = ? ORDER BY i.indicator_id\
                """,
                ConnectionReader::indicator,
                number()));
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
    return reading("tables", () -> new TableRows(statements, number()).tables(indicatorId));
  }

  @Override
  public List<MethodDocument> listMethodDocuments() {
    return reading("method documents", () -> new MethodRows(statements).documents(number()));
  }

  @Override
  public List<Erasure> listErasures() {
    return reading("erasures", () -> new MethodRows(statements).erasures());
  }

  @Override
  public List<Milestone> listMilestones() {
    return reading(
        "milestones",
        () ->
            statements.list(
                """
                SELECT m.code, m.area_name, m.kind, m.date_text, m.date_means, m.note, m.source,
                  m.dataset_id
                FROM milestone m JOIN revision_part p ON p.part_id = m.part_id
                WHERE p.revision_number = ? ORDER BY m.milestone_position\
                """,
                ConnectionReader::milestone,
                number()));
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
                SELECT t.date_text, t.measure, t.amount, t.source, t.dataset_id
                FROM network_total t JOIN revision_part p ON p.part_id = t.part_id
                WHERE p.revision_number = ? ORDER BY t.total_position\
                """,
                row ->
                    new NetworkTotal(
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getString(4),
                        row.getString(5)),
                number()));
  }

  @Override
  public List<ContextLayer> listLayers() {
    return reading("context layers", () -> new LayerRows(statements, number()).layers());
  }

  @Override
  public List<LayerFeature> listFeatures(String layer) {
    return reading("a context layer", () -> new LayerRows(statements, number()).features(layer));
  }

  @Override
  public Optional<PopulationGrid> findPopulationGrid() {
    return reading("the population grid", () -> new GridRows(statements).find(number()));
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
