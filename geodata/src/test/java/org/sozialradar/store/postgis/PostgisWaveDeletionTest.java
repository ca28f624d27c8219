package org.sozialradar.store.postgis;

import org.sozialradar.publication.WaveDeletionContract;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Waves are deleted from PostgreSQL. */
class PostgisWaveDeletionTest extends WaveDeletionContract {
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
