package org.sozialradar.server;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.StoreLogin;

class EmbeddedRevisionsTest extends RevisionsContract {
  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    start(folder, folder.resolve("store").toString(), StoreLogin.NONE);
  }
}
