package org.sozialradar.ingest.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a table of mergers makes later editions of an earlier one: a row for each area that was
 * merged away.
 *
 * @param fromEdition edition that the mergers start from
 * @param level level of the areas; absent means municipalities
 * @param derive editions to derive
 * @param columns columns of the table; absent means their usual names
 */
public record MergerSettings(
    String fromEdition, String level, List<DerivedEdition> derive, MergerColumns columns)
    implements ResourceSettings {

  /**
   * An edition to derive: all mergers up to its first day are in it.
   *
   * @param edition its id
   * @param validFrom its first day
   * @param editionTitle its title; absent means its id
   */
  public record DerivedEdition(String edition, LocalDate validFrom, LocalizedText editionTitle) {
    public DerivedEdition {
      InvalidSettingException.requireText(edition, "derive.edition");
      InvalidSettingException.require(validFrom, "derive.validFrom");
      editionTitle = InvalidSettingException.orElse(editionTitle, LocalizedText.same(edition));
    }
  }

  /**
   * Columns of a table of mergers.
   *
   * @param old key of the area that was merged away
   * @param successor key of the area that it became part of ({@code new} in the manifest)
   * @param newName name of that area after the merger
   * @param validOn first day of the merged area, ISO 8601
   */
  public record MergerColumns(
      String old, @JsonProperty("new") String successor, String newName, String validOn) {
    public MergerColumns {
      old = InvalidSettingException.orElse(old, "ags_old");
      successor = InvalidSettingException.orElse(successor, "ags_new");
      newName = InvalidSettingException.orElse(newName, "name_new");
      validOn = InvalidSettingException.orElse(validOn, "valid_on");
    }
  }

  public MergerSettings {
    InvalidSettingException.requireText(fromEdition, "fromEdition");
    level = InvalidSettingException.orElse(level, AreaLevel.MUNICIPALITY.id());
    derive = List.copyOf(InvalidSettingException.require(derive, "derive"));
    columns = InvalidSettingException.orElse(columns, new MergerColumns(null, null, null, null));
    if (derive.isEmpty()) {
      throw new InvalidSettingException("„derive“ ist leer", "'derive' is empty");
    }
  }

  KeyType keyType() {
    return AreaColumns.usualKeyType(level);
  }
}
