package org.sozialradar.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.jdbc.Schema;

class SchemaTest {
  private final JdbcDataSource source = new JdbcDataSource();

  SchemaTest() {
    source.setURL("jdbc:h2:mem:schema");
  }

  @Test
  void isOfTheNewestVersionAfterTheMigrationAndOfNoneBefore() throws SQLException {
    try (var open = source.getConnection()) {
      assertThat(open.isValid(1)).isTrue();
      var schema = new Schema(source, new H2Dialect());
      assertThat(schema.isCurrent()).isFalse();
      schema.migrate();
      assertThat(schema.version()).isEqualTo(new H2Dialect().newestMigration());
      assertThat(schema.isCurrent()).isTrue();
    }
  }

  @Test
  void refusesTablesFromBeforeTheFirstVersion() throws SQLException {
    try (var open = source.getConnection();
        var statement = open.createStatement()) {
      statement.execute("CREATE TABLE \"flyway_schema_history\" (x INTEGER)");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> new Schema(source, new H2Dialect()).migrate())
          .withMessageContaining("before 0.1.0")
          .withMessageContaining("import the data again");
    }
  }

  @Test
  void anEmptyDatabaseAndOneWithOtherTablesHaveVersionNone() throws SQLException {
    try (var open = source.getConnection();
        var statement = open.createStatement()) {
      assertThat(new Schema(source, new H2Dialect()).version()).isZero();
      statement.execute("CREATE TABLE \"SCHEMA_HISTORY\" (x INTEGER)"); // named as a candidate
      assertThat(new Schema(source, new H2Dialect()).version()).isZero();
    }
  }

  @Test
  void aDatabaseThatIsAwayIsNotTakenForAnEmptyOne() {
    source.setURL("jdbc:h2:mem:away;IFEXISTS=TRUE");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new Schema(source, new H2Dialect()).version())
        .withMessageContaining("its schema cannot be read")
        .withCauseInstanceOf(SQLException.class);
  }

  @Test
  void aUserWhoMayNotReadIsNotToldOfAnEmptyDatabase() throws SQLException {
    try (var open = source.getConnection();
        var statement = open.createStatement()) {
      new Schema(source, new H2Dialect()).migrate();
      statement.execute("CREATE USER guest PASSWORD 'x'");
      var guest = new JdbcDataSource();
      guest.setURL("jdbc:h2:mem:schema");
      guest.setUser("guest");
      guest.setPassword("x");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> new Schema(guest, new H2Dialect()).isCurrent())
          .withMessageContaining("its schema cannot be read");
    }
  }
}
