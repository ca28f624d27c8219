package org.sozialradar.store.postgis;

import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStoreContract;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Survey rows in PostgreSQL. */
class MicrodataSchemaTest extends MicrodataStoreContract {
  private final PostgisCluster cluster = PostgisCluster.require();
  private final String database = cluster.newDatabase();

  @Override
  protected MicrodataStore open() {
    Stores.migrate(cluster.address(database), cluster.superuser());
    return MicrodataStores.open(cluster.address(database), cluster.superuser());
  }
}
