package org.sozialradar.area;

import java.time.LocalDate;
import org.sozialradar.dataset.LocalizedText;

/**
 * An edition of boundaries: the set of areas that was valid on a day.
 *
 * @param id slug such as {@code 2023}: {@code [a-z0-9][a-z0-9-]{0,39}}; stands in addresses
 * @param validFrom first day for which the edition holds
 * @param title what a person reads
 * @param datasetId the data set that the boundaries come from
 */
public record BoundaryVersion(
    String id, LocalDate validFrom, LocalizedText title, String datasetId) {
  public BoundaryVersion {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new IllegalArgumentException("not an edition id: " + id);
    }
  }
}
