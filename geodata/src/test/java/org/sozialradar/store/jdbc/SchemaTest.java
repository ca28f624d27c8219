package org.sozialradar.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final Dialect DIALECT = new Dialect("BLOB", "VARCHAR", "DOUBLE PRECISION", 6);

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
  void isCurrentAfterTheMigrationAndNotBefore() throws SQLException {
    try (var open = source.getConnection()) {
      assertThat(open.isValid(1)).isTrue();
      assertThat(Schema.isCurrent(source)).isFalse();
      Schema.migrate(source, DIALECT);
      assertThat(Schema.isCurrent(source)).isTrue();
    }
  }
}
