package org.sozialradar.server.imports;

import org.sozialradar.store.Revision;

/**
 * A revision as it is told of.
 *
 * @param revision its number
 * @param createdAt when it was made, ISO 8601 in UTC
 * @param dataset data set that the import brought
 * @param restoredFrom number of the revision that it repeats; 0 for an import
 */
record RevisionView(long revision, String createdAt, String dataset, long restoredFrom) {
  static RevisionView of(Revision revision) {
    return new RevisionView(
        revision.number(),
        revision.createdAt().toString(),
        revision.datasetId(),
        revision.restoredFrom());
  }
}
