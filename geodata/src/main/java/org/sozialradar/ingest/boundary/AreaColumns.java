package org.sozialradar.ingest.boundary;

import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.FieldSettings.KeyType;
import org.sozialradar.ingest.InvalidSettingException;

/**
 * Which columns of a file make an area.
 *
 * @param level id of the level
 * @param key column of the key
 * @param keyType form of the key
 * @param ars column of the ARS, which names the association; empty if there is none
 * @param name column of the name; empty if there is none
 * @param designation column of the kind after its law; empty if there is none
 * @param ancestors for levels that the key does not tell, the column of the ancestor's key
 * @param attributes columns to keep by their names
 */
record AreaColumns(
    String level,
    String key,
    KeyType keyType,
    String ars,
    String name,
    String designation,
    Map<String, String> ancestors,
    List<String> attributes) {
  /** Name under which the ARS is kept as an attribute. */
  static final String ARS_ATTRIBUTE = "ARS";

  AreaColumns {
    InvalidSettingException.requireText(level, "level");
    InvalidSettingException.requireText(key, "key");
    keyType = InvalidSettingException.orElse(keyType, usualKeyType(level));
    ars = InvalidSettingException.orElse(ars, "");
    name = InvalidSettingException.orElse(name, "");
    designation = InvalidSettingException.orElse(designation, "");
    ancestors = Map.copyOf(InvalidSettingException.orElse(ancestors, Map.of()));
    attributes = List.copyOf(InvalidSettingException.orElse(attributes, List.of()));
  }

  static KeyType usualKeyType(String level) {
    if (level.equals(AreaLevel.MUNICIPALITY.id())) {
      return KeyType.AGS;
    }
    if (level.equals(AreaLevel.ASSOCIATION.id())) {
      return KeyType.GVB;
    }
    if (level.equals(AreaLevel.DISTRICT.id())) {
      return KeyType.DISTRICT;
    }
    return level.equals(AreaLevel.STATE.id()) ? KeyType.STATE : KeyType.CODE;
  }

  /** Whether the keys are German, so that they tell ancestors and country. */
  boolean isGerman() {
    return keyType != KeyType.CODE;
  }
}
