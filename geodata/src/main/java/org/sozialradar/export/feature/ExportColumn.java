package org.sozialradar.export.feature;

import java.util.Set;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.ValueType;

/**
 * A column of values.
 *
 * @param name unique in the layer, not blank; letters, digits and {@code _} are safe everywhere
 * @param type what its values are: text, number, truth value, day or time
 * @param title what people call it
 * @param unit unit of its numbers, empty if they have none
 * @param description more about it, empty if there is nothing to say
 */
public record ExportColumn(
    String name, ValueType type, LocalizedText title, String unit, String description) {
  private static final Set<ValueType> TYPES =
      Set.of(
          ValueType.TEXT, ValueType.NUMBER, ValueType.BOOLEAN, ValueType.DATE, ValueType.TIMESTAMP);

  public ExportColumn {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a column without a name");
    }
    if (!TYPES.contains(type)) {
      throw new IllegalArgumentException("column " + name + " cannot hold " + type);
    }
  }
}
