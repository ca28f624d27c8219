package org.sozialradar.store.postgis;

import java.time.Clock;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.RevisionsContract;

/** The store in PostGIS keeps the contract on revisions. */
class PostgisRevisionsTest extends RevisionsContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore open() {
    return PostgisGeodataStore.open(
        cluster.address(database), cluster.superuser(), Clock.systemUTC());
  }
}
