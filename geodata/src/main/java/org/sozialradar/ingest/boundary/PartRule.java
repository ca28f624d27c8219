package org.sozialradar.ingest.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.sozialradar.ingest.InvalidSettingException;

/**
 * What to do where several features have one key. VG250 has a second row for the water of a
 * municipality, told by its factor {@code GF}.
 *
 * @param field column that tells the parts apart
 * @param land its values for land
 * @param others what becomes of the features with other values
 */
public record PartRule(String field, List<String> land, Others others) {

  /** What becomes of features that are not land. */
  public enum Others {
    /** They are left out and counted. */
    @JsonProperty("drop")
    DROP,
    /** All features with one key become one area. */
    @JsonProperty("merge")
    MERGE
  }

  public PartRule {
    InvalidSettingException.requireText(field, "parts.field");
    land = List.copyOf(InvalidSettingException.require(land, "parts.land"));
    InvalidSettingException.require(others, "parts.others");
    if (land.isEmpty()) {
      throw new InvalidSettingException("„parts.land“ ist leer", "'parts.land' is empty");
    }
  }
}
