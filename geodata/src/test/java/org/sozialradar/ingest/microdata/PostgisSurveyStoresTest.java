package org.sozialradar.ingest.microdata;

import org.sozialradar.store.postgis.PostgisCluster;

/** Waves in the schema that only those who import can see. */
class PostgisSurveyStoresTest extends SurveyStoresContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  SurveyStores open() {
    return SurveyStores.open(cluster.address(database), cluster.superuser());
  }
}
