package org.sozialradar.release;

import java.util.List;
import java.util.Optional;

/**
 * Keeps the records of releases; their files are in a {@link ReleaseFolder}. A failure is an
 * exception of the store, never an empty answer. Safe for use by many threads and processes.
 */
public interface ReleaseStore {
  /** Most releases, withdrawn ones among them. */
  int MOST = 2_000;

  /**
   * Adds a release; it is on disk when the method returns.
   *
   * @throws ReleaseException {@code exists} if there is or was one of this id, {@code too-many}
   */
  void add(Release release);

  /** The release of an id, withdrawn or not. */
  Optional<Release> find(String id);

  /** All releases, withdrawn ones among them, the newest first. */
  List<Release> list();

  /**
   * Withdraws a release for good. If it was withdrawn before, that reason stays; only that its
   * files must go is added.
   *
   * @return the release as it is now
   * @throws ReleaseException {@code unknown}
   */
  Release withdraw(String id, Withdrawal withdrawal);
}
