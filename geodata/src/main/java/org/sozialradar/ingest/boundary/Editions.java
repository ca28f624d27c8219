package org.sozialradar.ingest.boundary;

import java.time.LocalDate;
import java.util.Optional;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssuePlace;

/** Editions and levels that an import names. */
final class Editions {
  private Editions() {}

  /**
   * Puts an edition into the batch unless another data set brought it with the same day.
   *
   * @param validFrom its first day, null if the manifest does not name it
   * @param title its title, null if the manifest does not name it
   * @throws InputRejectedException if it is new without a day, or known with another
   */
  static void put(
      BatchBuilder batch, String id, LocalDate validFrom, LocalizedText title, IssuePlace place) {
    var known = batch.findEdition(id);
    requireSameDay(known, validFrom, id, place);
    if (known.isPresent() && !known.get().datasetId().equals(batch.datasetId())) {
      return;
    }
    var day = validFrom == null ? known.orElseThrow().validFrom() : validFrom;
    var usual = known.map(BoundaryVersion::title).orElseGet(() -> LocalizedText.same(id));
    batch.putEdition(
        new BoundaryVersion(id, day, title == null ? usual : title, batch.datasetId()));
  }

  private static void requireSameDay(
      Optional<BoundaryVersion> known, LocalDate validFrom, String id, IssuePlace place) {
    if (known.isEmpty() && validFrom == null) {
      throw new InputRejectedException(BoundaryIssues.EDITION_UNDATED.at(place, id, id));
    }
    if (known.isPresent() && validFrom != null && !known.get().validFrom().equals(validFrom)) {
      throw new InputRejectedException(
          BoundaryIssues.EDITION_CONFLICT.at(place, id, id, known.get().validFrom(), validFrom));
    }
  }

  /**
   * A level by its id.
   *
   * @throws InputRejectedException if it is unknown
   */
  static AreaLevel level(BatchBuilder batch, String id, IssuePlace place) {
    return batch
        .findLevel(id)
        .orElseThrow(
            () -> new InputRejectedException(BoundaryIssues.LEVEL_UNKNOWN.at(place, id, id)));
  }
}
