package org.sozialradar.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.store.Batches;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.GeodataStoreContract;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.StoreException;

/** The embedded store keeps the contract of all stores. */
class H2GeodataStoreTest extends GeodataStoreContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("neu/radar"), Clock.systemUTC());
  }

  @Test
  void moreAreasThanATableHoldsAreRefusedNamingTheLimit() {
    var before = store.commit(Batches.uniform(1, 3));
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.commit(values(65_537)))
        .withMessageContaining("'population'")
        .withMessageContaining("65537 areas")
        .withMessageContaining("at most 65536");
    assertThat(store.currentRevision()).isEqualTo(before);
    store.commit(values(65_536));
    assertThat(store.listTables("population").get(0).codes()).hasSize(65_536);
  }

  private static ImportBatch values(int areas) {
    var parts = new Batches.Parts(Batches.dataset("uniform"));
    var table = IndicatorTable.builder("population", Batches.EDITION, "municipality", "uniform");
    for (int i = 0; i < areas; i++) {
      table.put(
          new AreaCode("%08d".formatted(i)),
          ReferencePeriod.ofYear(2023),
          Estimate.of(i, ObservationStatus.REPORTED));
    }
    parts.tables.add(table.build());
    return parts.batch();
  }
}
