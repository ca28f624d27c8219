package org.sozialradar.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sozialradar.store.Batches.uniform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Batches;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreInUseException;

/** A store that cannot be opened says why, and is left as it is. */
class H2StoreFailureTest {
  private static final List<String> WITHOUT_ROOT_RIGHTS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir Path directory;

  private Path path() {
    return directory.resolve("radar");
  }

  private Path file() {
    return directory.resolve("radar.mv.db");
  }

  private H2GeodataStore open() {
    return H2GeodataStore.open(path(), Clock.systemUTC());
  }

  private org.assertj.core.api.ThrowableAssertAlternative<StoreException> assertRefused() {
    return assertThatExceptionOfType(StoreException.class)
        .isThrownBy(this::open)
        .withMessageContaining(path().toString());
  }

  @Test
  void refusesASecondOpeningInOneProcessAndKeepsTheFirst() {
    try (var store = open()) {
      assertThatExceptionOfType(StoreInUseException.class)
          .isThrownBy(this::open)
          .satisfies(e -> assertThat(e.processId()).isEqualTo(ProcessHandle.current().pid()));
      assertThat(store.commit(uniform(1, 2)).number()).isEqualTo(1);
    }
    open().close();
  }

  @Test
  void refusesAFileOfGarbageAndLeavesIt() throws IOException {
    var garbage = new byte[100_000];
    new Random(1).nextBytes(garbage);
    Files.write(file(), garbage);
    assertRefused().withMessageContaining("damaged");
    assertThat(file()).hasBinaryContent(garbage);
  }

  @Test
  void refusesAFileThatLostItsEnd() throws IOException {
    try (var store = open()) {
      store.commit(uniform(1, 3000));
    }
    var whole = Files.readAllBytes(file());
    Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused().withMessageContaining("damaged");
  }

  @Test
  void refusesASchemaThatIsNewerThanTheProgram() throws SQLException {
    open().close();
    execute(
        """
        INSERT INTO "schema_history" ("installed_rank", "version", "description", "type",
          "script", "checksum", "installed_by", "execution_time", "success")
        VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, 'RADAR', 1, TRUE)\
        """);
    assertRefused()
        .withMessageContaining(
            "newer version of the program: its schema is 99, this program knows schemas up to "
                + new H2Dialect().newestMigration());
  }

  @Test
  void finishesAMigrationThatWasCutOff() throws SQLException {
    open().close();
    execute("DELETE FROM \"schema_history\"");
    execute("DROP TABLE milestone");
    try (var store = open()) {
      assertThat(store.listMilestones()).isEmpty();
      store.commit(uniform(1, 3));
    }
  }

  @Test
  void repeatsAMigrationThatFailed() throws SQLException {
    open().close();
    execute("UPDATE \"schema_history\" SET \"success\" = FALSE");
    execute("DROP TABLE milestone");
    try (var store = open()) {
      assertThat(store.listMilestones()).isEmpty();
    }
  }

  @Test
  void refusesAGeometryThatIsDamaged() throws SQLException {
    try (var store = open()) {
      store.commit(uniform(1, 3));
    }
    execute("UPDATE area SET geometry = X'0102' WHERE code = '00000001'");
    try (var store = open()) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.listAreas(Batches.EDITION, "municipality"))
          .withMessageContaining("damaged");
      store.commit(uniform(2, 3));
      GeodataStoreContract.assertUniform(store, 2, 3);
    }
  }

  private void execute(String sql) throws SQLException {
    var source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + path());
    source.setUser("radar");
    source.setPassword("");
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void refusesADirectoryThatMayNotBeWritten() throws Exception {
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefusedWithoutPermission();
  }

  @Test
  void refusesAFileThatMayNotBeWritten() throws Exception {
    open().close();
    for (var name : List.of("radar.mv.db", "radar.lock")) {
      var mode = name.endsWith("lock") ? "rw-rw-rw-" : "r--r--r--";
      Files.setPosixFilePermissions(directory.resolve(name), PosixFilePermissions.fromString(mode));
    }
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertRefusedWithoutPermission();
  }

  /** Root may write everything, so a program without that right tries. */
  private void assertRefusedWithoutPermission() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeTrue(!root || Files.isExecutable(Path.of("/usr/bin/setpriv")), "setpriv is missing");
    var program = StoreProgram.start(root ? WITHOUT_ROOT_RIGHTS : List.of(), "open", path());
    var output = program.inputReader().lines().toList();
    assertThat(program.waitFor()).as(output.toString()).isZero();
    assertThat(output)
        .singleElement()
        .asString()
        .startsWith("failed:")
        .contains("no permission", path().toString());
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void aClosedStoreSaysSo() {
    var store = open();
    store.close();
    store.close();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(store::currentRevision)
        .withMessageContaining("closed");
  }
}
