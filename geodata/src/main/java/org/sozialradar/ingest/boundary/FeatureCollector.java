package org.sozialradar.ingest.boundary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.RawFeature;

/** Keeps the features of a file and makes issues of those that cannot be used. */
final class FeatureCollector implements FeatureSink {
  private final ResourceInput<BoundarySettings> input;

  /** The columns that the manifest names: others may be large and are not kept. */
  private final List<String> wanted;

  private final List<RawFeature> features = new ArrayList<>();
  private final Set<String> columns = new TreeSet<>();

  FeatureCollector(ResourceInput<BoundarySettings> input) {
    this.input = input;
    this.wanted = wanted(input.settings());
  }

  private static List<String> wanted(BoundarySettings settings) {
    var wanted = new ArrayList<>(List.of(settings.key(), settings.name()));
    wanted.addAll(List.of(settings.ars(), settings.designation()));
    wanted.addAll(settings.ancestors().values());
    wanted.addAll(settings.attributes());
    settings.findParts().ifPresent(rule -> wanted.add(rule.field()));
    return List.copyOf(wanted);
  }

  @Override
  public void accept(RawFeature feature) {
    input.tally().add(Count.ROWS_READ);
    columns.addAll(feature.properties().keySet());
    var kept = new LinkedHashMap<>(feature.properties());
    kept.keySet().retainAll(wanted);
    features.add(new RawFeature(feature.number(), kept, feature.geometry()));
  }

  @Override
  public void refuse(long number, Map<String, String> properties, BadGeometryException reason) {
    input.tally().add(Count.ROWS_READ);
    columns.addAll(properties.keySet());
    String key = properties.getOrDefault(input.settings().key(), "?");
    var place = input.place(number, input.settings().key());
    input.issues().add(reason.type().at(place, key, number, key, reason.detail()));
  }

  List<RawFeature> features() {
    return features;
  }

  /**
   * Checks that the columns are there that the manifest names.
   *
   * @throws InputRejectedException if one is in no feature
   */
  void requireColumns() {
    for (var column : wanted) {
      if (!column.isEmpty() && !columns.isEmpty() && !columns.contains(column)) {
        throw new InputRejectedException(
            BoundaryIssues.COLUMN_MISSING.at(
                input.place(), column, column, String.join(", ", columns)));
      }
    }
  }
}
