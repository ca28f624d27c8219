package org.sozialradar.ingest.feature;

import java.util.Map;

/** Takes the features of a file in its order. */
public interface FeatureSink {
  void accept(RawFeature feature);

  /**
   * Takes note of a feature whose geometry cannot be used.
   *
   * @param number which feature of the file it is, from 1
   * @param properties its attributes
   * @param reason what is wrong
   */
  void refuse(long number, Map<String, String> properties, BadGeometryException reason);
}
