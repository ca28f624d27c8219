package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ReleasesContract;

/** The embedded store keeps releases as every store does. */
class H2ReleasesTest extends ReleasesContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("radar"), Clock.systemUTC());
  }
}
