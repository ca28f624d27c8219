package org.sozialradar.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.ingest.feature.WantedShapes;
import org.sozialradar.ingest.format.FeatureFiles;

/** Reads files as an import does. */
public final class ReadFeatures {
  private ReadFeatures() {}

  /** The features of a file by their code. */
  public static Map<String, RawFeature> of(Path file) {
    var features = new TreeMap<String, RawFeature>();
    var input = InputFile.of(file, ImportLimits.STANDARD);
    FeatureFiles.reader(input, "", "", WantedShapes.POLYGONS)
        .read(
            input,
            new FeatureSink() {
              @Override
              public void accept(RawFeature feature) {
                features.put(feature.properties().get("code"), feature);
              }

              @Override
              public void refuse(
                  long number, Map<String, String> properties, BadGeometryException reason) {
                throw new IllegalStateException(file + " " + number, reason);
              }
            });
    return features;
  }
}
