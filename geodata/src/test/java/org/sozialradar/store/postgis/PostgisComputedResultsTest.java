package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.ComputedResultsContract;
import org.sozialradar.store.GeodataStore;

/** The store in PostGIS keeps and forgets computed results as every store does. */
class PostgisComputedResultsTest extends ComputedResultsContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
