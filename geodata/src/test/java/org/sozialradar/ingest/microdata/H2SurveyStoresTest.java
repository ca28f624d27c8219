package org.sozialradar.ingest.microdata;

import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Waves in the file beside the embedded store. */
class H2SurveyStoresTest extends SurveyStoresContract {
  @Override
  SurveyStores open() {
    return SurveyStores.open(folder.resolve("store").toString(), StoreLogin.NONE);
  }

  @Override
  MicrodataStore microdata() {
    return MicrodataStores.open(folder.resolve("store").toString(), StoreLogin.NONE);
  }
}
