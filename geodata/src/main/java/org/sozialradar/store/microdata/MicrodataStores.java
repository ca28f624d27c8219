package org.sozialradar.store.microdata;

import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.postgis.MicrodataSchema;
import org.sozialradar.survey.microdata.MicrodataStore;

/** Opens where the answers of respondents are kept, by the address of the store they belong to. */
public final class MicrodataStores {
  private MicrodataStores() {}

  /**
   * Opens it, and makes it if there is none: a file beside the embedded store, or a schema of the
   * same database.
   *
   * @param address as for {@link Stores#open(String, StoreLogin)}
   * @throws org.sozialradar.store.StoreException as there
   */
  public static MicrodataStore open(String address, StoreLogin login) {
    if (Stores.isPostgresql(address)) {
      return new JdbcMicrodataStore(MicrodataSchema.open(address, login));
    }
    var file = Stores.embeddedFile(address);
    return new JdbcMicrodataStore(
        MicrodataFile.open(file.resolveSibling(file.getFileName() + "-microdata")));
  }
}
