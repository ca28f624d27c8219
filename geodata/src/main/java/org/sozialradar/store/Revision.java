package org.sozialradar.store;

import java.time.Instant;

/**
 * A state of the store after one import, or after an older state was restored.
 *
 * @param number 1, 2, …; 0 is the empty store
 * @param createdAt when the transaction ended
 * @param datasetId data set that the import brought, empty for 0
 * @param restoredFrom number of the revision that this one repeats; 0 for an import
 */
public record Revision(long number, Instant createdAt, String datasetId, long restoredFrom) {
  public Revision {
    if (number < 0 || restoredFrom < 0) {
      throw new IllegalArgumentException("revision " + number + " from " + restoredFrom);
    }
  }
}
