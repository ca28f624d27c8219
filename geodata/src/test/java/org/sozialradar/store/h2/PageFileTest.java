package org.sozialradar.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored last is what a file of H2 holds, whoever was killed before. */
class PageFileTest {
  private static final int BLOCK = 4096;
  @TempDir Path folder;

  private Path database() {
    return folder.resolve("rows");
  }

  private Path file() {
    return folder.resolve("rows.mv.db");
  }

  private void execute(String... statements) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + database() + ";MAX_COMPACT_TIME=0", "sa", "");
        var statement = connection.createStatement()) {
      for (var one : statements) {
        statement.execute(one);
        statement.execute("CHECKPOINT SYNC");
      }
    }
  }

  private int newest() throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + database() + ";MAX_COMPACT_TIME=0", "sa", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT MAX(number) FROM kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  /** Rows of several sessions, and the place of a chunk that nothing uses any more. */
  private long fill() throws SQLException {
    execute("CREATE TABLE kept (number INTEGER, text VARCHAR)");
    for (int i = 1; i <= 4; i++) {
      execute(
          "INSERT INTO kept VALUES (" + i + ", REPEAT('x', 5000))", "UPDATE kept SET text = ''");
    }
    try (var store = new MVStore.Builder().fileName(file().toString()).readOnly().open()) {
      return store.getLayoutMap().entrySet().stream()
          .filter(entry -> entry.getKey().startsWith("chunk."))
          .map(entry -> DataUtils.parseMap(entry.getValue()))
          .filter(fields -> "0".equals(fields.get("livePages")))
          .mapToLong(fields -> DataUtils.readHexLong(fields, "block", 0))
          .max()
          .orElseThrow();
    }
  }

  private void writeOver(long block) throws Exception {
    try (var channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(64), block * BLOCK);
    }
  }

  @Test
  void theNewestStateIsFoundWhereH2AloneGoesBack() throws Exception {
    writeOver(fill());
    var copy = Files.readAllBytes(file());
    assertThat(newest()).as("H2 alone, which this is for").isLessThan(4);

    Files.write(file(), copy);
    new PageFile(file()).requireNewest();
    assertThat(newest()).isEqualTo(4);
    execute("INSERT INTO kept VALUES (5, '')");
    new PageFile(file()).requireNewest();
    assertThat(newest()).isEqualTo(5);
  }

  @Test
  void aFileThatIsAsItShouldBeStaysAsItIs() throws Exception {
    fill();
    var before = Files.readAllBytes(file());
    new PageFile(file()).requireNewest();
    assertThat(Files.readAllBytes(file())).isEqualTo(before);
    new PageFile(folder.resolve("none.mv.db")).requireNewest();
    assertThat(folder.resolve("none.mv.db")).doesNotExist();
  }

  @Test
  void aLargeFileThatIsMostlyOfThePastIsMadeSmaller() throws Exception {
    execute("CREATE TABLE kept (number INTEGER, text VARCHAR)");
    for (int i = 1; i <= 4; i++) {
      execute(
          "DELETE FROM kept",
          "INSERT INTO kept SELECT "
              + i
              + ", RANDOM_UUID() || REPEAT(RANDOM_UUID(), 200) FROM SYSTEM_RANGE(1, 1000)");
    }
    long before = Files.size(file());
    assertThat(before).isGreaterThan(20 << 20);
    new PageFile(file()).requireNewest();
    assertThat(Files.size(file())).isLessThan(before / 2);
    assertThat(newest()).isEqualTo(4);

    var small = Files.readAllBytes(file());
    new PageFile(file()).requireNewest();
    assertThat(Files.readAllBytes(file())).isEqualTo(small);
  }

  @Test
  void writtenAnewItHoldsTheSameForTheSamePeople() throws Exception {
    fill();
    var rights = PosixFilePermissions.fromString("rw-------");
    Files.setPosixFilePermissions(file(), rights);
    // A process was killed while it wrote it anew.
    Files.createDirectory(folder.resolve("rows.mv.db.rewriting"));
    Files.writeString(folder.resolve("rows.mv.db.rewriting/rows.mv.db"), "half");
    new PageFile(file()).rewrite();
    assertThat(newest()).isEqualTo(4);
    assertThat(Files.getPosixFilePermissions(file())).isEqualTo(rights);
    assertThat(folder.resolve("rows.mv.db.rewriting")).doesNotExist();
  }
}
