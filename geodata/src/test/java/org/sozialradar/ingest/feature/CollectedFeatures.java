package org.sozialradar.ingest.feature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;

/** Reads a file and keeps what its reader says. */
public final class CollectedFeatures implements FeatureSink {
  private final List<RawFeature> accepted = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();
  private String crs = "";

  public static CollectedFeatures of(FeatureReader reader, Path file) {
    return of(reader, InputFile.of(file, ImportLimits.STANDARD));
  }

  public static CollectedFeatures of(FeatureReader reader, InputFile file) {
    var collected = new CollectedFeatures();
    collected.crs = reader.read(file, collected);
    return collected;
  }

  /** A copy of a fixture in a folder of the test. */
  public static Path fixture(Path folder, String name) throws IOException {
    var target = folder.resolve(name);
    try (var in = CollectedFeatures.class.getResourceAsStream("/boundaries/" + name)) {
      Files.write(target, in.readAllBytes());
    }
    return target;
  }

  static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  @Override
  public void accept(RawFeature feature) {
    accepted.add(feature);
  }

  @Override
  public void refuse(long number, Map<String, String> properties, BadGeometryException reason) {
    refused.add(number + " " + reason.type().code());
  }

  public List<RawFeature> accepted() {
    return accepted;
  }

  /** Number and code of each refused feature. */
  public List<String> refused() {
    return refused;
  }

  public String crs() {
    return crs;
  }
}
