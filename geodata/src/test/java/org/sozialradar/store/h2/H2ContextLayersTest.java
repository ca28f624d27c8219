package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.ContextLayersContract;
import org.sozialradar.store.GeodataStore;

/** The embedded store keeps context layers as every store does. */
class H2ContextLayersTest extends ContextLayersContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("radar"), Clock.systemUTC());
  }
}
