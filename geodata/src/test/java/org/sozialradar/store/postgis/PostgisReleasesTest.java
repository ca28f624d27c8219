package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ReleasesContract;

/** The store in PostGIS keeps releases as every store does. */
class PostgisReleasesTest extends ReleasesContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
