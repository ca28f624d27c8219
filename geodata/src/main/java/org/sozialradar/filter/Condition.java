package org.sozialradar.filter;

import java.util.List;
import java.util.regex.Pattern;
import org.sozialradar.dataset.LocalizedText;

/** Says what could be meant where a filter has a value instead of a condition. */
final class Condition {
  /** Other names stand in quotation marks. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Condition() {}

  /**
   * Says it of a value.
   *
   * @param type of the value; what is {@code BOOLEAN} is a condition
   */
  static InvalidFilterException missing(Expression expression, ValueType type) {
    String name = expression instanceof Property property ? property.name() : "";
    var what = withArticle(type);
    String example = example(name.isEmpty() ? "name" : quoted(name), type);
    return InvalidFilterException.inWords(
        FilterFault.NO_CONDITION,
        List.of(name.isEmpty() ? "Ein Teil des Filters" : "„" + name + "“", what.de(), example),
        List.of(name.isEmpty() ? "A part of the filter" : "'" + name + "'", what.en(), example));
  }

  private static String quoted(String name) {
    return PLAIN.matcher(name).matches() ? name : '"' + name + '"';
  }

  private static LocalizedText withArticle(ValueType type) {
    String de =
        switch (type) {
          case TEXT, DATE, INTERVAL -> "ein ";
          default -> "eine ";
        };
    String en = type == ValueType.INTERVAL || type == ValueType.ARRAY ? "an " : "a ";
    return new LocalizedText(de + type.label().de(), en + type.label().en());
  }

  private static String example(String name, ValueType type) {
    return switch (type) {
      case TEXT -> "%1$s = 'Dresden', %1$s LIKE 'Dre%%'".formatted(name);
      case NUMBER -> "%1$s > 1000".formatted(name);
      case BOOLEAN -> throw new IllegalArgumentException(name + " is a condition");
      case DATE -> "%1$s >= DATE('2023-12-31')".formatted(name);
      case TIMESTAMP -> "%1$s >= TIMESTAMP('2023-12-31T08:00:00Z')".formatted(name);
      case INTERVAL -> "T_DURING(DATE('2023-12-31'), INTERVAL('2023-01-01', '..'))";
      case GEOMETRY -> "S_INTERSECTS(%1$s, POINT(13.7 51.1))".formatted(name);
      case ARRAY -> "A_CONTAINS(%1$s, ('a', 'b'))".formatted(name);
    };
  }
}
