package org.sozialradar.server.imports;

import org.sozialradar.ingest.Progress;

/**
 * What one job does. Closing it deletes the files that it was sent; it is closed whether it ran or
 * not.
 */
interface Work extends AutoCloseable {
  /** What kind of work it is, as told to who asks for the job. */
  enum Kind {
    /** Data packages are imported. */
    IMPORT,
    /** Answers of a survey are imported, and what may be is published. */
    SURVEY,
    /** A model is fitted. */
    MODEL,
    /** An index is computed. */
    INDEX,
    /** A wave that is kept is published anew. */
    PUBLICATION,
    /** A wave of a survey is deleted with all that was made of it. */
    DELETION,
    /** What is published is frozen under an id. */
    RELEASE,
    /** An older revision is restored. */
    RESTORATION
  }

  Kind kind();

  /**
   * Does it.
   *
   * @param progress hears how it goes on
   */
  Ending run(Progress progress);

  @Override
  void close();
}
