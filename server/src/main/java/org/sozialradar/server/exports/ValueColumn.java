package org.sozialradar.server.exports;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.server.features.ValueColumns;
import org.sozialradar.server.features.ValueColumns.Part;
import org.sozialradar.server.text.Bilingual;

/**
 * A column that holds a part of an indicator's values.
 *
 * @param values which values
 * @param part which part of them
 */
record ValueColumn(ValueColumns values, Part part) {
  private static final Bilingual TEXTS = Bilingual.of(ValueColumn.class, "exports");
  private static final Set<Part> NUMBERS = EnumSet.of(Part.VALUE, Part.LOWER, Part.UPPER);

  /** The column of a name, if it holds values. */
  static Optional<ValueColumn> find(ExportChoice choice, String name) {
    return choice.values().stream()
        .flatMap(chosen -> chosen.columns().stream())
        .flatMap(values -> values.parts().stream().map(part -> new ValueColumn(values, part)))
        .filter(column -> column.values().name(column.part()).equals(name))
        .findFirst();
  }

  /** Whether it holds numbers in the indicator's unit. */
  boolean hasUnit() {
    return NUMBERS.contains(part);
  }

  /** What stands in it. */
  LocalizedText description() {
    var indicator = values.indicator();
    return part == Part.VALUE
        ? indicator.description()
        : TEXTS.get("part." + part.name().toLowerCase(Locale.ROOT), indicator.name());
  }
}
