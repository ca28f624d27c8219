package org.sozialradar.store;

import java.util.function.Function;

/**
 * Keeps areas, tables and their revisions. A failure of the store is a {@link StoreException},
 * never an empty answer. Safe for use by many threads.
 */
public interface GeodataStore extends GeodataReader, AutoCloseable {
  /**
   * Answers several questions from one revision, whatever is committed meanwhile.
   *
   * @param work asks the reader, which serves only while {@code work} runs and only on its thread
   * @return what {@code work} returns
   */
  <T> T read(Function<? super GeodataReader, ? extends T> work);

  /**
   * Stores a batch in one transaction; it is on disk when the method returns. Commits of several
   * threads follow each other.
   *
   * @return the revision that it made
   * @throws StoreException if it could not be stored; then the store is as it was
   */
  Revision commit(ImportBatch batch);

  @Override
  void close();
}
