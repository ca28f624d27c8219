package org.sozialradar.tile;

import java.util.Map;
import org.sozialradar.area.AreaCode;

/** Further attributes that the features of a tile shall carry, such as chosen columns of values. */
@FunctionalInterface
public interface AttributeSource {
  /** None. */
  AttributeSource NONE = code -> Map.of();

  /**
   * The attributes of an area by name: texts, numbers (integers stay integers) or booleans. A
   * missing value is an absent entry. The names {@code code} and {@code name} are taken. Must be
   * safe for use by many threads.
   */
  Map<String, Object> attributesOf(AreaCode code);
}
