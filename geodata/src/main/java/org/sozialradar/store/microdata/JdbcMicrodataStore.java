package org.sozialradar.store.microdata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.StoreException;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/** The answers of respondents in a database, by SQL that H2 and PostgreSQL share. */
final class JdbcMicrodataStore implements MicrodataStore {
  private final MicrodataDatabase database;

  /** What a column of the table holds. */
  private enum Role {
    AREA,
    WEIGHT,
    STRATUM,
    UNIT,
    POPULATION_UNITS,
    ANSWER
  }

  JdbcMicrodataStore(MicrodataDatabase database) {
    this.database = database;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Messages name the database and the reason of its own, which never quotes bound values. */
  private <T> T transaction(String action, Work<T> work) {
    var use = database.use().readLock();
    use.lock();
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      try {
        T answer = work.on(connection);
        connection.commit();
        return answer;
      } finally {
        connection.rollback();
      }
    } catch (SQLException e) {
      throw new StoreException(
          "cannot " + action + " survey rows in " + database.name() + " (" + e.getSQLState() + ")",
          e);
    } finally {
      use.unlock();
    }
  }

  private static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (var statement = bind(connection.prepareStatement(sql), parameters)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement bind(PreparedStatement statement, Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    try (var statement = bind(connection.prepareStatement(sql), parameters);
        var rows = statement.executeQuery()) {
      var list = new ArrayList<T>();
      while (rows.next()) {
        list.add(reader.read(rows));
      }
      return list;
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static ReferencePeriod period(ResultSet row, int column) throws SQLException {
    return new ReferencePeriod(row.getString(column));
  }

  @Override
  public void put(Wave wave) {
    boolean replaced =
        transaction(
            "write",
            connection -> {
              boolean was = deleteRows(connection, wave.surveyId(), wave.period()) > 0;
              update(
                  connection,
                  "INSERT INTO survey_wave (survey_id, period, questionnaire, imported_at,"
                      + " calibration, respondents) VALUES (?, ?, ?, ?, ?, ?)",
                  wave.surveyId(),
                  wave.period().id(),
                  wave.questionnaire(),
                  time(wave.importedAt()),
                  CalibrationText.of(wave.calibration()).orElse(null),
                  wave.respondents().size());
              insertColumns(connection, wave);
              return was;
            });
    if (replaced) {
      database.forgetDeleted();
    }
  }

  private static void insertColumns(Connection connection, Wave wave) throws SQLException {
    var all = wave.respondents();
    var codes = all.areas().stream().map(AreaCode::value).toList();
    insert(connection, wave, Role.AREA, "", ColumnBytes.ofTexts(codes));
    insert(connection, wave, Role.WEIGHT, "", ColumnBytes.ofNumbers(all.weights()));
    insert(connection, wave, Role.STRATUM, "", ColumnBytes.ofTexts(all.strata()));
    insert(connection, wave, Role.UNIT, "", ColumnBytes.ofTexts(all.units()));
    insert(
        connection, wave, Role.POPULATION_UNITS, "", ColumnBytes.ofNumbers(all.populationUnits()));
    for (var item : all.items()) {
      insert(connection, wave, Role.ANSWER, item, all.answers(item));
    }
  }

  private static void insert(Connection connection, Wave wave, Role role, String item, byte[] cells)
      throws SQLException {
    update(
        connection,
        "INSERT INTO survey_column (survey_id, period, column_role, item_id, cells)"
            + " VALUES (?, ?, ?, ?, ?)",
        wave.surveyId(),
        wave.period().id(),
        role.name(),
        item,
        cells);
  }

  private static int deleteRows(Connection connection, String survey, ReferencePeriod period)
      throws SQLException {
    return update(
        connection,
        "DELETE FROM survey_wave WHERE survey_id = ? AND period = ?",
        survey,
        period.id());
  }

  @Override
  public Optional<Wave> find(String surveyId, ReferencePeriod period) {
    return transaction(
        "read",
        connection ->
            query(
                    connection,
                    "SELECT questionnaire, imported_at, calibration FROM survey_wave"
                        + " WHERE survey_id = ? AND period = ?",
                    row ->
                        new Wave(
                            surveyId,
                            period,
                            row.getString(1),
                            instant(row, 2),
                            CalibrationText.read(Optional.ofNullable(row.getString(3))),
                            respondents(connection, surveyId, period)),
                    surveyId,
                    period.id())
                .stream()
                .findFirst());
  }

  private static Respondents respondents(
      Connection connection, String surveyId, ReferencePeriod period) throws SQLException {
    var answers = new TreeMap<String, byte[]>();
    var columns = new TreeMap<Role, byte[]>();
    query(
        connection,
        "SELECT column_role, item_id, cells FROM survey_column WHERE survey_id = ? AND period = ?",
        row -> {
          var role = Role.valueOf(row.getString(1));
          return role == Role.ANSWER
              ? answers.put(row.getString(2), row.getBytes(3))
              : columns.put(role, row.getBytes(3));
        },
        surveyId,
        period.id());
    return respondents(columns, answers);
  }

  private static Respondents respondents(Map<Role, byte[]> columns, Map<String, byte[]> answers) {
    return Respondents.of(
        ColumnBytes.texts(columns.get(Role.AREA)).stream().map(AreaCode::new).toList(),
        ColumnBytes.numbers(columns.get(Role.WEIGHT)),
        ColumnBytes.texts(columns.get(Role.STRATUM)),
        ColumnBytes.texts(columns.get(Role.UNIT)),
        ColumnBytes.numbers(columns.get(Role.POPULATION_UNITS)),
        answers);
  }

  @Override
  public List<Wave.Summary> list() {
    return transaction(
        "list",
        connection ->
            query(
                connection,
                "SELECT survey_id, period, imported_at, respondents FROM survey_wave"
                    + " ORDER BY survey_id, period",
                row ->
                    new Wave.Summary(
                        row.getString(1), period(row, 2), instant(row, 3), row.getInt(4))));
  }

  @Override
  public void delete(String surveyId, ReferencePeriod period, Instant at) {
    transaction(
        "delete",
        connection -> {
          deleteRows(connection, surveyId, period);
          update(
              connection,
              "DELETE FROM survey_release WHERE survey_id = ? AND period = ?",
              surveyId,
              period.id());
          return update(
              connection,
              "INSERT INTO survey_tombstone (survey_id, period, deleted_at) VALUES (?, ?, ?)",
              surveyId,
              period.id(),
              time(at));
        });
    database.forgetDeleted();
  }

  @Override
  public List<Tombstone> listTombstones() {
    return transaction(
        "list",
        connection ->
            query(
                connection,
                "SELECT survey_id, period, deleted_at FROM survey_tombstone"
                    + " ORDER BY deleted_at, survey_id, period",
                row -> new Tombstone(row.getString(1), period(row, 2), instant(row, 3))));
  }

  @Override
  public void note(Release release) {
    transaction(
        "write",
        connection ->
            update(
                connection,
                "INSERT INTO survey_release (survey_id, period, released_at, body)"
                    + " VALUES (?, ?, ?, ?)",
                release.surveyId(),
                release.period().id(),
                time(release.releasedAt()),
                release.body()));
  }

  @Override
  public List<Release> listReleases(String surveyId) {
    return transaction(
        "read",
        connection ->
            query(
                connection,
                "SELECT period, released_at, body FROM survey_release WHERE survey_id = ?"
                    + " ORDER BY released_at",
                row -> new Release(surveyId, period(row, 1), instant(row, 2), row.getString(3)),
                surveyId));
  }

  @Override
  public void close() {
    database.close();
  }
}
