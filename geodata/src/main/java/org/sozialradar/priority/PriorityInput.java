package org.sozialradar.priority;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.sozialradar.area.AreaCode;

/**
 * The areas to choose among and the values of the criteria for them.
 *
 * @param codes areas of one level, each once
 * @param columns values by criterion, in the order of the codes
 */
public record PriorityInput(List<AreaCode> codes, Map<String, CriterionColumn> columns) {
  /**
   * Checks that columns fit.
   *
   * @throws InvalidPriorityException {@code column-unfit}
   */
  public PriorityInput {
    codes = List.copyOf(codes);
    columns = Map.copyOf(columns);
    if (new HashSet<>(codes).size() < codes.size()) {
      throw new InvalidPriorityException("column-unfit", "an area stands twice", Map.of());
    }
    for (var column : columns.entrySet()) {
      if (column.getValue().size() != codes.size()) {
        throw new InvalidPriorityException(
            "column-unfit",
            "values of " + column.getKey() + " do not fit the areas",
            Map.of("criterion", column.getKey()));
      }
    }
  }

  CriterionColumn column(String id) {
    var column = columns.get(id);
    if (column == null) {
      throw new InvalidPriorityException(
          "column-missing", "there are no values of " + id, Map.of("criterion", id));
    }
    return column;
  }
}
