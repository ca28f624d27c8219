package org.sozialradar.ingest.microdata;

import org.sozialradar.store.StoreLogin;

/** Waves in the file beside the embedded store. */
class H2SurveyStoresTest extends SurveyStoresContract {
  @Override
  SurveyStores open() {
    return SurveyStores.open(folder.resolve("store").toString(), StoreLogin.NONE);
  }
}
