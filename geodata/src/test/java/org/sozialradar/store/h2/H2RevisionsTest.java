package org.sozialradar.store.h2;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.RevisionsContract;

/** The embedded store keeps the contract on revisions. */
class H2RevisionsTest extends RevisionsContract {
  @TempDir Path directory;

  @Override
  protected GeodataStore open() {
    return H2GeodataStore.open(directory.resolve("radar"), Clock.systemUTC());
  }
}
