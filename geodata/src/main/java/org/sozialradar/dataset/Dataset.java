package org.sozialradar.dataset;

import java.time.Instant;
import java.util.List;

/**
 * A published body of data, imported from one or more files.
 *
 * @param id slug, unique in a store: {@code [a-z0-9][a-z0-9._-]*}
 * @param title what the data set is called
 * @param publisher who publishes it
 * @param licence its terms
 * @param attribution the line that must show wherever the data shows
 * @param vintage state of the data, a year or an ISO 8601 date
 * @param example true if the values are invented; every place that shows them says so
 * @param files the files that it was imported from
 * @param importedAt when the import ended
 */
public record Dataset(
    String id,
    LocalizedText title,
    String publisher,
    Licence licence,
    String attribution,
    String vintage,
    boolean example,
    List<SourceFile> files,
    Instant importedAt) {
  public Dataset {
    if (!id.matches("[a-z0-9][a-z0-9._-]*")) {
      throw new IllegalArgumentException("not a data set id: " + id);
    }
    if (publisher.isBlank() || attribution.isBlank() || vintage.isBlank()) {
      throw new IllegalArgumentException(
          "data set " + id + " lacks publisher, attribution or vintage");
    }
    files = List.copyOf(files);
  }
}
