package org.sozialradar.ingest.feature;

import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/**
 * Counts what a file brings and ends reading where it is too much. Not safe for use by many
 * threads.
 */
public final class FeatureBudget {
  /** Features of one file, which are kept in memory; Germany has 11 000 municipalities. */
  public static final long MAX_FEATURES = 1_000_000;

  private final InputFile file;
  private final long maxVertices;
  private long vertices;
  private long features;

  public FeatureBudget(InputFile file) {
    this(file, file.limits().vertices());
  }

  FeatureBudget(InputFile file, long maxVertices) {
    this.file = file;
    this.maxVertices = maxVertices;
  }

  /**
   * Counts vertices before they are kept.
   *
   * @throws InputRejectedException if they are too many
   */
  public void addVertices(long number) {
    vertices += number;
    if (number < 0 || vertices > maxVertices) {
      throw new InputRejectedException(
          FeatureFileIssues.TOO_MANY_VERTICES.at(
              IssuePlace.ofRow(file.name(), features), "", maxVertices));
    }
  }

  /**
   * Counts a feature.
   *
   * @return its number, from 1
   * @throws InputRejectedException if they are too many
   */
  public long nextFeature() {
    features++;
    long most = Math.min(MAX_FEATURES, file.limits().rows());
    if (features > most) {
      throw new InputRejectedException(
          FeatureFileIssues.TOO_MANY_FEATURES.at(IssuePlace.ofFile(file.name()), "", most));
    }
    return features;
  }
}
