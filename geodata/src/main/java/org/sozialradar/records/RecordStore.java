package org.sozialradar.records;

import java.util.List;
import java.util.Optional;

/**
 * Keeps records. A failure is an exception of the store, never an empty answer. Safe for use by
 * many threads.
 */
public interface RecordStore {
  /** Most records of one kind. */
  int MOST_OF_A_KIND = 10_000;

  /**
   * Saves a record in place of one of the same kind and id; it is on disk when the method returns.
   *
   * @throws InvalidRecordException {@code too-many-records} if there are {@link #MOST_OF_A_KIND} of
   *     the kind and none of this id
   */
  void put(SavedRecord saved);

  /** The record of a kind with an id. */
  Optional<SavedRecord> find(String kind, String id);

  /** All records of a kind, by id. */
  List<SavedRecord> list(String kind);

  /**
   * Deletes a record for good.
   *
   * @return whether there was one
   */
  boolean delete(String kind, String id);
}
