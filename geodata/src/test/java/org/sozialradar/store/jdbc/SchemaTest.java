package org.sozialradar.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final Dialect DIALECT = new Dialect("BLOB", "VARCHAR", "DOUBLE PRECISION", 6, 10);

  private final JdbcDataSource source = new JdbcDataSource();

  SchemaTest() {
    source.setURL("jdbc:h2:mem:schema");
  }

  @Test
  void theNewestMigrationIsTheOneThatIsAskedFor() throws SQLException {
    try (var open = source.getConnection()) {
      assertThat(open.isValid(1)).isTrue();
      var all = Schema.flyway(source, DIALECT).info().all();
      assertThat(all).extracting(MigrationInfo::getVersion).last().hasToString(Schema.NEWEST);
    }
  }

  @Test
  void valuesStoredBeforeHaveTheDataSetOfTheirIndicator() throws SQLException {
    try (var open = source.getConnection();
        var statement = open.createStatement()) {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:db/migration")
          .placeholders(Map.of("binary", "BLOB"))
          .target("1")
          .load()
          .migrate();
      statement.execute(
          "INSERT INTO dataset VALUES"
              + " ('old', 't', 't', 'p', 'l', 'l', '', 'a', '2020', FALSE, CURRENT_TIMESTAMP)");
      statement.execute("INSERT INTO edition VALUES ('2021', '2021-01-01', 't', 't', 'old')");
      statement.execute(
          "INSERT INTO indicator VALUES ('i', 'n', 'n', 'd', 'd', 'u', 's', 's', 0, 'NEUTRAL',"
              + " 'EXTENSIVE', 'population', 't', 't', 't', NULL, '', 'old')");
      statement.execute(
          "INSERT INTO indicator_table VALUES ('i', '2021', 'municipality', ARRAY['14'])");
      statement.execute(
          "INSERT INTO indicator_column VALUES"
              + " ('i', '2021', 'municipality', '2021', 'R', ARRAY[5], NULL, NULL)");
      Schema.migrate(source, DIALECT);
      var table = new ConnectionReader(open, DIALECT).listTables("i").get(0);
      assertThat(table.datasetId(table.periods().get(0))).isEqualTo("old");
      assertThat(table.at(0, 0).value()).isEqualTo(5);
    }
  }

  @Test
  void isCurrentAfterTheMigrationAndNotBefore() throws SQLException {
    try (var open = source.getConnection()) {
      assertThat(open.isValid(1)).isTrue();
      assertThat(Schema.isCurrent(source)).isFalse();
      Schema.migrate(source, DIALECT);
      assertThat(Schema.isCurrent(source)).isTrue();
    }
  }
}
