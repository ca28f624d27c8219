package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.PopulationGridContract;

/** The embedded store keeps a population grid as every store does. */
class H2PopulationGridTest extends PopulationGridContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("radar"), Clock.systemUTC());
  }
}
