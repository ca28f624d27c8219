package org.sozialradar.ingest.microdata;

import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.store.postgis.PostgisCluster;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Waves in the schema that only those who import can see. */
class PostgisSurveyStoresTest extends SurveyStoresContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  SurveyStores open() {
    return SurveyStores.open(cluster.address(database), cluster.superuser());
  }

  @Override
  MicrodataStore microdata() {
    return MicrodataStores.open(cluster.address(database), cluster.superuser());
  }
}
