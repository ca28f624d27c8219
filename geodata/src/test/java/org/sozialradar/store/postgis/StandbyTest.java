package org.sozialradar.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.uniform;

import java.time.Clock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.StoreException;

/** A store on a streaming replica reads, hears of what has arrived there, and writes nothing. */
class StandbyTest {
  @Test
  void readsAndHearsOfRevisionsAndRefusesToWrite() throws Exception {
    var cluster = PostgisCluster.require();
    String database = cluster.newDatabase();
    try (var writer =
        PostgisGeodataStore.open(
            cluster.address(database), cluster.superuser(), Clock.systemUTC())) {
      writer.commit(uniform(1, 5));
      try (var standby = Standby.of(cluster);
          var reader =
              PostgisGeodataStore.open(
                  standby.address(database), cluster.superuser(), Clock.systemUTC())) {
        GeodataStoreContract.assertUniform(reader, 1, 5);
        assertTold(reader, writer);
        assertThatExceptionOfType(StoreException.class)
            .isThrownBy(() -> reader.commit(uniform(3, 5)))
            .withMessageContaining("only reads");
      }
    }
  }

  private static void assertTold(PostgisGeodataStore reader, PostgisGeodataStore writer)
      throws InterruptedException {
    var told = new Semaphore(0);
    try (var subscription = reader.subscribe(told::release)) {
      assertThat(subscription).isNotNull();
      var made = writer.commit(uniform(2, 7));
      do {
        assertThat(told.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
      } while (!reader.currentRevision().equals(made));
      GeodataStoreContract.assertUniform(reader, 2, 7);
    }
  }
}
