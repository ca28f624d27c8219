package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.ComputedResultsContract;
import org.sozialradar.store.GeodataStore;

/** The embedded store keeps and forgets computed results as every store does. */
class H2ComputedResultsTest extends ComputedResultsContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("radar"), Clock.systemUTC());
  }
}
