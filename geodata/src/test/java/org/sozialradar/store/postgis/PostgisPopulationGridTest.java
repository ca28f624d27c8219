package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.PopulationGridContract;

/** The store in PostGIS keeps a population grid as every store does. */
class PostgisPopulationGridTest extends PopulationGridContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
