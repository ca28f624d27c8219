package org.sozialradar.ingest.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a table of attributes is joined to an edition, or makes an edition of keys without
 * boundaries.
 *
 * @param edition id of the edition
 * @param validFrom first day of the edition; may be absent if the edition is known
 * @param editionTitle title of the edition; absent means its id
 * @param level level of the keys; absent means municipalities
 * @param key column of the key
 * @param keyType form of the key; absent means the usual one of the level
 * @param ars column of the ARS; empty if there is none
 * @param name column of the name, which replaces that of the boundaries; empty if there is none
 * @param designation column of the kind of area, which replaces that of the boundaries
 * @param ancestors columns of keys of ancestors, by level
 * @param attributes columns to keep
 * @param scope only keys with this beginning are read; empty means all
 * @param keysWithoutGeometry what becomes of keys that the edition has no area for; absent means
 *     that they are added if it has no areas at all
 * @param deriveLevels coarser levels to dissolve from the joined areas
 */
public record AttributeSettings(
    String edition,
    LocalDate validFrom,
    LocalizedText editionTitle,
    String level,
    String key,
    KeyType keyType,
    String ars,
    String name,
    String designation,
    Map<String, String> ancestors,
    List<String> attributes,
    String scope,
    UnknownKeys keysWithoutGeometry,
    List<String> deriveLevels)
    implements ResourceSettings {

  /** What becomes of keys that the edition has no area for. */
  public enum UnknownKeys {
    /** They become areas without boundary. */
    @JsonProperty("add")
    ADD,
    /** They are reported and counted. */
    @JsonProperty("report")
    REPORT,
    /** They are added if the edition has no areas of the level yet, else reported. */
    @JsonProperty("add-if-new")
    ADD_IF_NEW
  }

  public AttributeSettings {
    InvalidSettingException.requireText(edition, "edition");
    level = InvalidSettingException.orElse(level, AreaLevel.MUNICIPALITY.id());
    scope = InvalidSettingException.orElse(scope, "");
    keysWithoutGeometry =
        InvalidSettingException.orElse(keysWithoutGeometry, UnknownKeys.ADD_IF_NEW);
    deriveLevels = List.copyOf(InvalidSettingException.orElse(deriveLevels, List.of()));
    var columns =
        new AreaColumns(level, key, keyType, ars, name, designation, ancestors, attributes);
    keyType = columns.keyType();
    ars = columns.ars();
    name = columns.name();
    designation = columns.designation();
    ancestors = columns.ancestors();
    attributes = columns.attributes();
  }

  AreaColumns columns() {
    return new AreaColumns(level, key, keyType, ars, name, designation, ancestors, attributes);
  }
}
