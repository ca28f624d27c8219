package org.sozialradar.ingest.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.InvalidSettingException;
import org.sozialradar.ingest.ResourceSettings;

/**
 * How a file of boundaries is read.
 *
 * @param level level of the areas
 * @param edition id of the edition that they belong to
 * @param validFrom first day of the edition; may be absent if the edition is known
 * @param editionTitle title of the edition; absent means its id
 * @param layer layer of a file that has several; empty if it has one
 * @param crs coordinate system such as {@code EPSG:25832}; empty means that the file says it
 * @param key column of the key
 * @param keyType form of the key; absent means the usual one of the level, such as the AGS of
 *     municipalities
 * @param ars column of the ARS; empty if there is none
 * @param name column of the name
 * @param designation column of the kind of area; empty if there is none
 * @param ancestors columns of keys of ancestors, by level, that the key does not tell
 * @param attributes columns to keep
 * @param parts what to do with several features of one key; absent means that they are an error
 * @param deriveLevels coarser levels to dissolve from these areas
 * @param closeGaps mean width in metres up to which a gap between areas is a mistake of drawing and
 *     is closed; absent means {@value #GAP_METRES}
 */
public record BoundarySettings(
    String level,
    String edition,
    LocalDate validFrom,
    LocalizedText editionTitle,
    String layer,
    String crs,
    String key,
    KeyType keyType,
    String ars,
    String name,
    String designation,
    Map<String, String> ancestors,
    List<String> attributes,
    PartRule parts,
    List<String> deriveLevels,
    Double closeGaps)
    implements ResourceSettings {
  /** A tenth of the accuracy of a map of 1 : 250 000. */
  static final double GAP_METRES = 10;

  private static final double MAX_GAP_METRES = 1000;

  public BoundarySettings {
    InvalidSettingException.requireText(edition, "edition");
    layer = InvalidSettingException.orElse(layer, "");
    crs = InvalidSettingException.orElse(crs, "");
    InvalidSettingException.requireText(name, "name");
    deriveLevels = List.copyOf(InvalidSettingException.orElse(deriveLevels, List.of()));
    closeGaps = InvalidSettingException.orElse(closeGaps, GAP_METRES);
    if (!(closeGaps >= 0 && closeGaps <= MAX_GAP_METRES)) {
      throw new InvalidSettingException(
          "„closeGaps“ liegt in 0..1000 Metern", "'closeGaps' is in 0..1000 metres");
    }
    var columns =
        new AreaColumns(level, key, keyType, ars, name, designation, ancestors, attributes);
    keyType = columns.keyType();
    ars = columns.ars();
    designation = columns.designation();
    ancestors = columns.ancestors();
    attributes = columns.attributes();
  }

  /** The rule for parts, if the manifest has one. */
  Optional<PartRule> findParts() {
    return Optional.ofNullable(parts);
  }

  AreaColumns columns() {
    return new AreaColumns(level, key, keyType, ars, name, designation, ancestors, attributes);
  }
}
