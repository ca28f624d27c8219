package org.sozialradar.filter;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The properties that may be asked for, with their types. Immutable. */
public final class Queryables {
  private static final int LONGEST_SHOWN = 60;

  private final SortedMap<String, ValueType> types;

  /**
   * Properties.
   *
   * @param types by name, which is case-sensitive
   */
  public Queryables(Map<String, ValueType> types) {
    this.types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
  }

  /** The types by name, in the order of the names. */
  public SortedMap<String, ValueType> types() {
    return types;
  }

  private static String shown(String name) {
    return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
  }

  /**
   * The type of a property.
   *
   * @throws InvalidFilterException {@code unknown-property}
   */
  ValueType type(String property) {
    var type = types.get(property);
    if (type == null) {
      throw InvalidFilterException.of(
          FilterFault.UNKNOWN_PROPERTY, shown(property), String.join(", ", types.keySet()));
    }
    return type;
  }
}
