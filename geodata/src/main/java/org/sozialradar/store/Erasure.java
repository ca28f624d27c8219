package org.sozialradar.store;

import java.time.Instant;
import java.util.Optional;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * Values that were erased from all revisions, as a duty to delete asks for.
 *
 * @param datasetId the data set that they came with
 * @param periodId the period erased; empty if the whole data set was
 * @param erasedAt when
 */
public record Erasure(String datasetId, String periodId, Instant erasedAt) {
  /** The erasure of one period of a data set. */
  public static Erasure of(String datasetId, ReferencePeriod period, Instant at) {
    return new Erasure(datasetId, period.id(), at);
  }

  /** The erasure of a data set as a whole. */
  public static Erasure of(String datasetId, Instant at) {
    return new Erasure(datasetId, "", at);
  }

  /** The period erased; empty if the whole data set was. */
  public Optional<ReferencePeriod> period() {
    return periodId.isEmpty() ? Optional.empty() : Optional.of(new ReferencePeriod(periodId));
  }
}
