package org.sozialradar.store;

import java.time.Instant;

/**
 * A state of the store after one import.
 *
 * @param number 1, 2, …; 0 is the empty store
 * @param createdAt when the transaction ended
 * @param datasetId data set that the import brought, empty for 0
 */
public record Revision(long number, Instant createdAt, String datasetId) {}
