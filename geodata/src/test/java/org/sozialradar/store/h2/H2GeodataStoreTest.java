package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.GeodataStoreContract;

/** The embedded store keeps the contract of all stores. */
class H2GeodataStoreTest extends GeodataStoreContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("neu/radar"), Clock.systemUTC());
  }
}
