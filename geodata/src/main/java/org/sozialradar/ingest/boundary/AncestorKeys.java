package org.sozialradar.ingest.boundary;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.GermanKeys;

/** The areas that hold an area, as far as German keys tell them. */
final class AncestorKeys {
  private AncestorKeys() {}

  /**
   * The ancestors of an area.
   *
   * @param level id of its level
   * @param code its key: AGS, or the first 9, 5 or 3 digits of it
   * @param ars its ARS, empty if unknown; names the association of a municipality
   */
  static Map<String, AreaCode> of(String level, AreaCode code, String ars) {
    var ancestors = new TreeMap<String, AreaCode>();
    String key = code.value();
    if (key.length() >= 3) {
      put(ancestors, AreaLevel.STATE, key.substring(0, 2));
    }
    if (key.length() > 3 && key.charAt(2) != '0') {
      put(ancestors, AreaLevel.REGION, key.substring(0, 3));
    }
    if (key.length() > 5) {
      put(ancestors, AreaLevel.DISTRICT, key.substring(0, 5));
    }
    if (level.equals(AreaLevel.MUNICIPALITY.id()) && !ars.isEmpty()) {
      put(ancestors, AreaLevel.ASSOCIATION, GermanKeys.associationOfArs(ars));
    }
    return ancestors;
  }

  private static void put(Map<String, AreaCode> ancestors, AreaLevel level, String key) {
    ancestors.put(level.id(), new AreaCode(key));
  }

  /** The ancestors that all areas have in common. */
  static Map<String, AreaCode> common(Collection<Area> areas) {
    var common = new TreeMap<>(areas.iterator().next().ancestors());
    areas.forEach(area -> common.entrySet().retainAll(area.ancestors().entrySet()));
    return common;
  }
}
