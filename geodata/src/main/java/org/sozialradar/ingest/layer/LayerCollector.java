package org.sozialradar.ingest.layer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.Severity;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.RawFeature;

/** Keeps the features of a file; those that cannot be used are counted and left out. */
final class LayerCollector implements FeatureSink {
  /** Features of one layer, which the server keeps in memory. */
  static final int MAX_FEATURES = 200_000;

  /** Vertices of one layer: the rivers of a state in full detail. */
  static final long MAX_VERTICES = 4_000_000;

  private final ResourceInput<LayerSettings> input;
  private final List<RawFeature> features = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private long vertices;

  LayerCollector(ResourceInput<LayerSettings> input) {
    this.input = input;
  }

  @Override
  public void accept(RawFeature feature) {
    input.tally().add(Count.ROWS_READ);
    columns.addAll(feature.properties().keySet());
    vertices += feature.geometry().getNumPoints();
    if (features.size() == MAX_FEATURES || vertices > MAX_VERTICES) {
      throw new InputRejectedException(
          LayerIssues.TOO_LARGE.at(input.place(), "", MAX_FEATURES, MAX_VERTICES));
    }
    features.add(feature);
  }

  @Override
  public void refuse(long number, Map<String, String> properties, BadGeometryException reason) {
    input.tally().add(Count.ROWS_READ);
    columns.addAll(properties.keySet());
    leaveOut(reason.type(), number, properties, reason.detail());
  }

  /** Counts a feature that is left out, with a warning of arguments number, key and more. */
  void leaveOut(IssueType type, RawFeature feature, Object... more) {
    leaveOut(type, feature.number(), feature.properties(), more);
  }

  private void leaveOut(
      IssueType type, long number, Map<String, String> properties, Object... more) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    warn(type, number, properties, more);
  }

  /** Warns of a feature that is kept. */
  void warn(IssueType type, RawFeature feature, Object... more) {
    warn(type, feature.number(), feature.properties(), more);
  }

  private void warn(IssueType type, long number, Map<String, String> properties, Object... more) {
    String column = input.settings().key();
    String key = column.isEmpty() ? "–" : properties.getOrDefault(column, "?");
    var arguments = new ArrayList<Object>(List.of(number, key));
    arguments.addAll(List.of(more));
    var warning = type.as(Severity.WARNING);
    input.issues().add(warning.at(input.place(number, column), key, arguments.toArray()));
  }

  List<RawFeature> features() {
    return features;
  }

  /** The columns of the file in their order. */
  List<String> columns() {
    return List.copyOf(columns);
  }

  /**
   * Checks that a column is there that the manifest names.
   *
   * @throws InputRejectedException if it is in no feature
   */
  void requireColumn(String column) {
    if (!column.isEmpty() && !columns.contains(column)) {
      throw new InputRejectedException(
          LayerIssues.COLUMN_MISSING.at(input.place(), column, column, String.join(", ", columns)));
    }
  }
}
