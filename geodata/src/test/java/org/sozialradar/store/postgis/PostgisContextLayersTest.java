package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.ContextLayersContract;
import org.sozialradar.store.GeodataStore;

/** The store in PostGIS keeps context layers as every store does. */
class PostgisContextLayersTest extends ContextLayersContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
