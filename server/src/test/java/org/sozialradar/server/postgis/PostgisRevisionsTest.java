package org.sozialradar.server.postgis;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.RevisionsContract;

/** The database goes last, after the server over it. */
class PostgisRevisionsTest extends RevisionsContract {
  private static PrivateCluster cluster;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    cluster = PrivateCluster.start();
    start(folder, cluster.address(), cluster.login());
  }

  @Override
  @AfterAll
  protected void stop() throws IOException {
    super.stop();
    if (cluster != null) {
      cluster.close();
    }
  }
}
