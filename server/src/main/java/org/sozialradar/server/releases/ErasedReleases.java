package org.sozialradar.server.releases;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.publication.Releases;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.StoreUnreachableException;

/**
 * Deletes files of releases that must not exist any more, as a wave of a survey was deleted, or as
 * whoever wrote them ended before there was a record of them.
 */
public final class ErasedReleases {
  private static final Logger LOG = LoggerFactory.getLogger(ErasedReleases.class);

  private ErasedReleases() {}

  /**
   * Deletes them, here where this server keeps them. Nobody is given them in any case; what fails
   * is logged and tried again when the server starts.
   */
  public static void delete(ReleaseFolder folder, GeodataStore store) {
    try {
      var deleted = Releases.deleteErased(store, store.releases().list(), folder);
      if (!deleted.isEmpty()) {
        LOG.info("files of releases that were erased or never finished are deleted: {}", deleted);
      }
    } catch (IOException failure) {
      LOG.error("files of releases that were erased or never finished cannot be deleted", failure);
    } catch (StoreUnreachableException away) {
      LOG.debug("it is not known whether files of releases must be deleted", away);
    } catch (StoreException failure) {
      LOG.error("it is not known whether files of releases must be deleted", failure);
    }
  }
}
