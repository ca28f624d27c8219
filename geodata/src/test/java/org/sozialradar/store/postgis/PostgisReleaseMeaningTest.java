package org.sozialradar.store.postgis;

import org.sozialradar.publication.ReleaseMeaningContract;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Releases are remembered in PostgreSQL. */
class PostgisReleaseMeaningTest extends ReleaseMeaningContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected GeodataStore openStore() {
    return Stores.open(cluster.address(database), cluster.superuser());
  }

  @Override
  protected MicrodataStore openMicrodata() {
    return MicrodataStores.open(cluster.address(database), cluster.superuser());
  }
}
