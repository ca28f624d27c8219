package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.postgis.PrivateCluster;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;

/**
 * {@code radar import} is killed at moments of its work; the store then holds the old or the new
 * revision, whole, and takes the next import.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledImportTest {
  private static final int ROUNDS = Boolean.getBoolean("radar.full") ? 20 : 3;
  private static final long SEED = 20_261_122;

  @TempDir Path folder;

  private String store;
  private StoreLogin login;
  private NumberedPackage files;

  @Test
  void theEmbeddedStoreHoldsTheOldOrTheNewRevision() throws Exception {
    kill(folder.resolve("store").toString(), StoreLogin.NONE);
  }

  @Test
  void postgisHoldsTheOldOrTheNewRevision() throws Exception {
    try (var cluster = PrivateCluster.start()) {
      kill(cluster.address(), cluster.login());
    }
  }

  private void kill(String address, StoreLogin user) throws Exception {
    store = address;
    login = user;
    files = new NumberedPackage(folder.resolve("files"));
    bring(1);
    var whole = read();
    assertThat(whole.pyramids().get("municipality")).hasSizeGreaterThan(5);
    long began = System.nanoTime();
    bring(2);
    var undisturbed = Duration.ofNanos(System.nanoTime() - began);
    var random = new Random(SEED);
    for (int round = 0, number = 2; round < ROUNDS; round++, number += 2) {
      // Spread over its work, the last part of which writes; the first is the start of Java.
      double moment = 0.25 + 0.8 * (round + random.nextDouble()) / ROUNDS;
      bringAndKill(number + 1, undisturbed.multipliedBy((long) (moment * 1000)).dividedBy(1000));
      var kept = read();
      System.out.printf(
          "import killed after %.0f %% of %d ms: %s revision%n",
          100 * moment, undisturbed.toMillis(), kept.number() == number ? "old" : "new");
      assertThat(kept.number()).isBetween(number, number + 1);
      assertThat(kept.pyramids()).isEqualTo(whole.pyramids());
      bring(number + 2);
      assertThat(read()).isEqualTo(new NumberedPackage.Holding(number + 2, whole.pyramids()));
    }
  }

  private NumberedPackage.Holding read() {
    try (var open = Stores.open(store, login)) {
      return files.readWhole(open);
    }
  }

  private RadarProcess start(int number) throws Exception {
    var environment =
        Map.of(
            "RADAR_STORE_USER", login.user(),
            "RADAR_STORE_PASSWORD", login.password());
    return RadarProcess.start(
        environment, "import", files.write(number).toString(), "--store", store);
  }

  private void bring(int number) throws Exception {
    try (var program = start(number)) {
      assertThat(program.exitCode()).as(program.said()).isZero();
    }
  }

  private void bringAndKill(int number, Duration after) throws Exception {
    try (var program = start(number)) {
      program.awaitEnd(after);
      program.kill();
      program.exitCode();
    }
  }
}
