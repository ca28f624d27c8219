package org.sozialradar.ingest.feature;

import org.sozialradar.ingest.InputFile;

/** Reads the features of a file of one format. */
public interface FeatureReader {
  /**
   * Reads all features.
   *
   * @return the coordinate system that the file declares, as it stands there; empty if it declares
   *     none
   * @throws org.sozialradar.ingest.InputRejectedException if the file is truncated, not of the
   *     format, or beyond a limit
   */
  String read(InputFile file, FeatureSink sink);
}
