package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.GeodataStoreContract;

/** The store in PostGIS keeps the contract of all stores. */
class PostgisGeodataStoreTest extends GeodataStoreContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
