package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.uniform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sozialradar.SharedData;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreLogin;

/** The roles that docs/operations.md makes can do what they are for, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
  private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?)```");
  private static final String DENIED = "42501";

  private final PostgisCluster cluster = PostgisCluster.require();

  @BeforeAll
  void makeRolesAsTheManualSaysAndMigrate(@TempDir Path folder) throws Exception {
    Psql.run(cluster, Files.writeString(folder.resolve("roles.sql"), sqlOfTheManual()));
    for (var role : new String[] {"radar_owner", "radar_writer", "radar_reader"}) {
      cluster.execute("radar", "ALTER ROLE " + role + " PASSWORD '" + password(role) + "'");
    }
    assertNotMigratedYet("radar_reader");
    assertNotMigratedYet("radar_writer");
    migrate();
    execute("radar_owner", "CREATE TABLE survey_private.answer (respondent INTEGER)");
    migrate(); // gives the roles their rights to the new table, too
    try (var store = open("radar_writer")) {
      store.commit(uniform(1, 5));
      store.commit(uniform(2, 5));
    }
  }

  private static String sqlOfTheManual() throws IOException {
    var manual = Files.readString(SharedData.projectRoot().resolve("docs/operations.md"));
    var block = SQL.matcher(manual);
    assertThat(block.find()).as("docs/operations.md has a block of SQL").isTrue();
    return block.group(1);
  }

  private void assertNotMigratedYet(String role) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open(role))
        .withMessageContaining(
            "has schema 0, this program needs " + new PostgisDialect().newestMigration())
        .withMessageContaining("radar migrate");
  }

  private void migrate() {
    var version = PostgisGeodataStore.migrate(cluster.address("radar"), login("radar_owner"));
    assertThat(version).isEqualTo(new PostgisDialect().newestMigration());
  }

  private static String password(String role) {
    return "of_" + role;
  }

  private static StoreLogin login(String role) {
    return new StoreLogin(role, password(role));
  }

  private GeodataStore open(String role) {
    return PostgisGeodataStore.open(cluster.address("radar"), login(role), Clock.systemUTC());
  }

  private void execute(String role, String sql) throws SQLException {
    try (var connection = cluster.connect("radar", login(role));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void assertDenied(String role, String sql) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> execute(role, sql))
        .satisfies(failure -> assertThat(failure.getSQLState()).isEqualTo(DENIED));
  }

  @Test
  void theReaderReadsAll() throws SQLException {
    try (var store = open("radar_reader")) {
      GeodataStoreContract.assertUniform(store, 2, 5);
      assertThat(store.listRevisions()).hasSizeGreaterThanOrEqualTo(2);
      store.subscribe(() -> {}).close();
    }
    execute("radar_reader", "SELECT * FROM radar.map_value");
  }

  @Test
  void theReaderMakesNoRevision() {
    try (var store = open("radar_reader")) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.commit(uniform(3, 5)))
          .withMessageContaining("lacks the right");
      assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.prune(1));
      assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.restore(1));
      GeodataStoreContract.assertUniform(store, 2, 5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO radar.part VALUES (999, 'x', 'x')",
        "UPDATE radar.area SET area_name = 'x'",
        "DELETE FROM radar.revision",
        "TRUNCATE radar.area",
        "CREATE TABLE radar.mine (x INTEGER)",
        "CREATE TABLE public.mine (x INTEGER)",
        "CREATE TEMPORARY TABLE mine (x INTEGER)",
        "CREATE SCHEMA mine",
        "DROP VIEW radar.map_value",
        "SELECT * FROM survey_private.answer",
        "INSERT INTO survey_private.answer VALUES (1)",
        "CREATE TABLE survey_private.mine (x INTEGER)",
        "UPDATE radar.schema_history SET success = FALSE",
      })
  void theReaderNeitherWritesNorSeesSurveyRows(String sql) {
    assertDenied("radar_reader", sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE radar.mine (x INTEGER)",
        "CREATE TABLE public.mine (x INTEGER)",
        "CREATE TABLE survey_private.mine (x INTEGER)",
        "CREATE SCHEMA mine",
        "ALTER TABLE radar.area ADD COLUMN x INTEGER",
        "DROP TABLE radar.area",
        "DROP VIEW radar.map_value",
        "CREATE INDEX mine ON radar.area (area_name)",
        "TRUNCATE radar.area",
        "UPDATE radar.schema_history SET success = FALSE",
        "DELETE FROM radar.schema_history",
      })
  void theWriterChangesNoTables(String sql) {
    assertDenied("radar_writer", sql);
  }

  @Test
  void theWriterImportsRestoresAndPrunes() throws SQLException {
    try (var store = open("radar_writer")) {
      store.commit(uniform(2, 5));
      store.restore(store.currentRevision().number());
      assertThat(store.prune(2)).isNotEmpty();
      GeodataStoreContract.assertUniform(store, 2, 5);
    }
    execute("radar_writer", "INSERT INTO survey_private.answer VALUES (1)");
    execute("radar_writer", "DELETE FROM survey_private.answer");
  }

  @Test
  void aWrongPasswordIsNamedButNotShown() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                PostgisGeodataStore.open(
                    cluster.address("radar"),
                    new StoreLogin("radar_reader", "falsch"),
                    Clock.systemUTC()))
        .withMessageContaining("refuses this user or password")
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("falsch"));
  }
}
