package org.sozialradar.ingest;

import org.sozialradar.dataset.LocalizedText;

/** Hears how an import goes on. Called by one thread at a time. */
public interface Progress {
  /**
   * A step begins.
   *
   * @param what what is done, short
   * @param total units that the step will have (bytes, rows, areas); negative if unknown
   * @return the running step; closing it ends the step
   */
  Step begin(LocalizedText what, long total);

  /** A running step. */
  interface Step extends AutoCloseable {
    /** More units are done; units are not negative. */
    void advance(long units);

    @Override
    void close();
  }

  /** Hears nothing. */
  static Progress silent() {
    return (what, total) ->
        new Step() {
          @Override
          public void advance(long units) {}

          @Override
          public void close() {}
        };
  }
}
