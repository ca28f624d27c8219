package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.RecordsContract;

/** The store in PostGIS keeps what is saved besides data as every store does. */
class PostgisRecordsTest extends RecordsContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
