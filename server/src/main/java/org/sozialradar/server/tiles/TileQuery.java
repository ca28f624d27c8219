package org.sozialradar.server.tiles;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.util.Fields;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;

/**
 * What follows the address of a tile.
 *
 * @param columns columns of values to put inside, as in {@link TileColumns}
 * @param stamp stamp of the revision, empty if none is given
 */
record TileQuery(List<String> columns, String stamp) {
  static final String COLUMNS = "columns";
  static final String STAMP = "stamp";

  TileQuery {
    columns = List.copyOf(columns);
  }

  /**
   * What the parameters say.
   *
   * @throws ProblemException if one is unknown or given twice
   */
  static TileQuery of(Fields parameters) {
    for (var field : parameters) {
      if (!Set.of(COLUMNS, STAMP).contains(field.getName())) {
        throw ProblemException.ofParameter(ProblemType.UNKNOWN_PARAMETER, field.getName());
      }
      if (field.getValues().size() > 1) {
        throw ProblemException.ofParameter(ProblemType.REPEATED_PARAMETER, field.getName());
      }
    }
    return new TileQuery(split(value(parameters, COLUMNS)), value(parameters, STAMP));
  }

  private static String value(Fields parameters, String name) {
    return String.join("", parameters.getValuesOrEmpty(name));
  }

  /** Columns separated by commas, each once. */
  static List<String> split(String columns) {
    return columns.isBlank()
        ? List.of()
        : Arrays.stream(columns.split(",", -1)).map(String::strip).distinct().toList();
  }
}
