package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.feature.RawFeature;

/** Finds key and ancestors of features. */
final class FeatureKeys {
  private final KeyedRecord.Reader reader;

  FeatureKeys(ResourceInput<BoundarySettings> input) {
    this.reader = new KeyedRecord.Reader(input, input.settings().columns());
  }

  /** The features that have a key, by key, in the order of the file; others are errors. */
  Map<AreaCode, List<KeyedFeature>> byKey(List<RawFeature> features) {
    var byKey = new TreeMap<AreaCode, List<KeyedFeature>>();
    for (var feature : features) {
      findKeyed(feature)
          .ifPresent(one -> byKey.computeIfAbsent(one.code(), c -> new ArrayList<>()).add(one));
    }
    reader.noteRestored();
    return byKey;
  }

  private Optional<KeyedFeature> findKeyed(RawFeature feature) {
    var record = new KeyedRecord.Source(feature.number(), feature.properties());
    return reader
        .find(record)
        .map(keyed -> new KeyedFeature(keyed.code(), keyed.ancestors(), feature));
  }
}
