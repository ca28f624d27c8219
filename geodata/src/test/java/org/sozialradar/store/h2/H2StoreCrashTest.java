package org.sozialradar.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.uniform;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.Batches;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.StoreInUseException;

/** Programs that use a store are killed or run out of disk; the store stays as it was. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class H2StoreCrashTest {
  private static final int ROUNDS = Boolean.getBoolean("radar.full") ? 60 : 4;

  @TempDir Path directory;

  private H2GeodataStore open() {
    return H2GeodataStore.open(path(), Clock.systemUTC());
  }

  private Path path() {
    return directory.resolve("radar");
  }

  @Test
  void namesTheProcessThatHoldsTheStoreAndRecoversWhenItIsKilled() throws Exception {
    var holder = StoreProgram.start(List.of(), "hold", path());
    try {
      assertThat(holder.inputReader().readLine()).isEqualTo("open 0");
      assertThatExceptionOfType(StoreInUseException.class)
          .isThrownBy(this::open)
          .satisfies(e -> assertThat(e.processId()).isEqualTo(holder.pid()))
          .withMessageContaining(path().toString());
    } finally {
      kill(holder);
    }
    try (var store = open()) {
      assertThat(store.currentRevision().number()).isZero();
    }
  }

  /**
   * Threads of H2's own write what lists its file without what other threads are about to write:
   * about one store of a hundred that was killed in its first moments could not be read any more.
   */
  @Test
  void nothingIsWrittenBehind() {
    try (var store = open()) {
      store.commit(uniform(1, 50));
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .noneMatch(name -> name.contains(path().toString()));
    }
  }

  @Test
  void holdsEveryFinishedCommitAndNoHalfOneWhenKilled() throws Exception {
    var random = new Random(20_261_122);
    for (int round = 0; round < ROUNDS; round++) {
      long told = killWhileCommitting(random);
      try (var store = open()) {
        long kept = store.currentRevision().number();
        assertThat(kept).isBetween(told, told + 1);
        assertThat(GeodataStoreContract.uniformNumber(store)).isEqualTo((int) kept);
      }
    }
  }

  /** Lets a program commit, kills it at some moment and tells the last commit that it reported. */
  private long killWhileCommitting(Random random) throws Exception {
    var program = StoreProgram.start(List.of(), "commit", path());
    try (var output = program.inputReader()) {
      long told = 0;
      for (int i = 0; i < 4; i++) {
        told = Long.parseLong(output.readLine());
      }
      Thread.sleep(random.nextInt(120));
      kill(program);
      return output.lines().mapToLong(Long::parseLong).reduce(told, (last, next) -> next);
    } finally {
      kill(program);
    }
  }

  /** Not by the process itself, which would close its output before it is read. */
  private static void kill(Process process) throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Test
  void aFullDiskLeavesTheStoreAsItWas() throws Exception {
    var limit = List.of("bash", "-c", "ulimit -f 2048; exec \"$@\"", "limit");
    var program = StoreProgram.start(limit, "fill", path());
    var lines = program.inputReader().lines().toList();
    assertThat(program.waitFor()).as(String.join("\n", lines)).isZero();
    assertThat(lines)
        .filteredOn(line -> !line.contains("WARN"))
        .containsExactly(
            "failed: cannot write the store " + path() + ": the disk is full",
            "revision 1",
            "areas 50");
    try (var store = open()) {
      GeodataStoreContract.assertUniform(store, 1, 50);
      assertThat(store.commit(uniform(2, StoreProgram.TOO_MANY_AREAS)).number()).isEqualTo(2);
      GeodataStoreContract.assertUniform(store, 2, StoreProgram.TOO_MANY_AREAS);
    }
  }

  @Test
  void rowsOfNoPartDoNotStandInTheWayOfTheNextImport() throws Exception {
    try (var store = open()) {
      store.commit(uniform(1, 50));
    }
    try (var connection = DriverManager.getConnection("jdbc:h2:file:" + path(), "radar", "");
        var statement = connection.createStatement()) {
      statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
      for (int next = 1; next <= 5; next++) {
        statement.execute(
            "INSERT INTO area SELECT (SELECT MAX(part_id) FROM part) + %d, code, area_name, designation, ancestor_levels, ancestor_codes, attribute_names, attribute_texts, geometry FROM area WHERE part_id <= (SELECT MAX(part_id) FROM part)"
                .formatted(next));
      }
      statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
    }
    try (var store = open()) {
      store.commit(uniform(2, 60));
      GeodataStoreContract.assertUniform(store, 2, 60);
    }
  }

  @Test
  void anInterruptedReaderDoesNotTakeTheStoreFromOthers() throws Exception {
    try (var store = open()) {
      store.commit(uniform(1, 2000));
      var reader = new Thread(() -> readUntilInterrupted(store));
      reader.start();
      Thread.sleep(100);
      reader.interrupt();
      reader.join();
      GeodataStoreContract.assertUniform(store, 1, 2000);
      store.commit(uniform(2, 10));
      GeodataStoreContract.assertUniform(store, 2, 10);
    }
  }

  private static void readUntilInterrupted(H2GeodataStore store) {
    while (!Thread.currentThread().isInterrupted()) {
      store.listAreas(Batches.EDITION, "municipality");
    }
  }
}
