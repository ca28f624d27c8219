package org.sozialradar.export.geopackage;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sozialradar.export.feature.ExportColumn;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.filter.ValueType;

/**
 * The table of a layer's features.
 *
 * @param layer the layer, whose columns follow key and geometry
 * @param key name of the column of the key, which no other column has
 * @param geometry name of the column of the geometry, which no other column has
 */
record FeatureTable(ExportLayer layer, String key, String geometry) {
  static FeatureTable of(ExportLayer layer) {
    var taken =
        layer.columns().stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new FeatureTable(layer, free("fid", taken), free("geom", taken));
  }

  private static String free(String name, Set<String> taken) {
    return taken.contains(name)
        ? IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> name + "_" + i)
            .filter(other -> !taken.contains(other))
            .findFirst()
            .orElseThrow()
        : name;
  }

  /** A name as SQL takes it whatever it holds. */
  static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  String definition(String table, String geometryType) {
    String columns =
        layer.columns().stream()
            .map(column -> ", " + quoted(column.name()) + " " + type(column))
            .collect(Collectors.joining());
    return "CREATE TABLE %s (%s INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, %s %s%s)"
        .formatted(quoted(table), quoted(key), quoted(geometry), geometryType, columns);
  }

  /** Inserts key, geometry and values. */
  String insertion() {
    return "INSERT INTO %s VALUES (?, ?%s)"
        .formatted(quoted(layer.name()), ", ?".repeat(layer.columns().size()));
  }

  private static String type(ExportColumn column) {
    return switch (column.type()) {
      case NUMBER -> "DOUBLE";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case TIMESTAMP -> "DATETIME";
      case TEXT -> "TEXT";
      default -> throw new IllegalStateException("no column holds " + column.type());
    };
  }

  /** Whether a column is of times. */
  boolean isTime(int column) {
    return layer.columns().get(column).type() == ValueType.TIMESTAMP;
  }
}
