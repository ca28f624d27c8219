package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sozialradar.store.GeodataStoreContract;

/** Programs that import are killed; the store holds the old or the new revision, whole. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class PostgisCrashTest {
  private static final int ROUNDS = Boolean.getBoolean("radar.full") ? 20 : 3;

  private final PostgisCluster cluster = PostgisCluster.require();
  private final String address = cluster.address(cluster.newDatabase());

  @Test
  void holdsEveryFinishedCommitAndNoHalfOneWhenKilled() throws Exception {
    var random = new Random(20_261_122);
    try (var store = PostgisGeodataStore.open(address, cluster.superuser(), Clock.systemUTC())) {
      for (int round = 0; round < ROUNDS; round++) {
        long told = killWhileCommitting(random);
        awaitEndOfTransactions();
        long kept = store.currentRevision().number();
        assertThat(kept).isBetween(told, told + 1);
        assertThat(GeodataStoreContract.uniformNumber(store)).isEqualTo((int) kept);
        assertThat(store.listRevisions()).hasSize((int) kept);
      }
    }
  }

  /** Lets a program commit, kills it at some moment and tells the last commit that it reported. */
  private long killWhileCommitting(Random random) throws Exception {
    var program = PostgisProgram.start(address, cluster.superuser());
    try (var output = program.inputReader()) {
      long told = 0;
      for (int i = 0; i < 4; i++) {
        told = Long.parseLong(output.readLine());
      }
      Thread.sleep(random.nextInt(120));
      program.toHandle().destroyForcibly();
      program.waitFor();
      return output.lines().mapToLong(Long::parseLong).reduce(told, (last, next) -> next);
    } finally {
      program.toHandle().destroyForcibly();
      program.waitFor();
    }
  }

  /** The server may still finish what the program sent before it died. */
  private void awaitEndOfTransactions() throws Exception {
    String database = address.replaceAll(".*/", "");
    try (var connection = cluster.connect(database, cluster.superuser());
        var statement = connection.createStatement()) {
      // Whoever gets the lock of the writers knows that none of them is left.
      statement.execute("SELECT pg_advisory_lock(" + PostgisGeodataStore.WRITE_LOCK + ")");
    }
  }
}
