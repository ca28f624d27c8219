package org.sozialradar.publication;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Releases are remembered in the embedded store. */
class EmbeddedReleaseMeaningTest extends ReleaseMeaningContract {
  @TempDir Path folder;

  @Override
  protected GeodataStore openStore() {
    return Stores.open(folder.toString());
  }

  @Override
  protected MicrodataStore openMicrodata() {
    return MicrodataStores.open(folder.toString(), StoreLogin.NONE);
  }
}
