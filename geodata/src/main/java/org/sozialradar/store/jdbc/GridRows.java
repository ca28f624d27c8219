package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes and reads the population grid, a row for each of its rows. */
final class GridRows {
  private static final Target GRID =
      Target.of("population_grid", "part_id", "title_de", "title_en", "dataset_id");
  private static final Target ROW =
      Target.of("population_grid_row", "part_id", "grid_row", "grid_columns", "people");

  private final Statements statements;

  GridRows(Statements statements) {
    this.statements = statements;
  }

  /** Whether the grid that is a part of some revision comes from a data set. */
  boolean isOf(long part, String datasetId) throws SQLException {
    return statements
        .find(
            "SELECT 1 FROM population_grid WHERE part_id = ? AND dataset_id = ?",
            row -> true,
            part,
            datasetId)
        .isPresent();
  }

  void write(long part, PopulationGrid grid) throws SQLException {
    statements.insert(GRID, part, grid.title().de(), grid.title().en(), grid.datasetId());
    statements.insertAll(
        ROW,
        IntStream.rangeClosed(grid.firstRow(), grid.lastRow())
            .filter(grid::hasRow)
            .boxed()
            .toList(),
        row -> parameters(part, grid, row));
  }

  private List<Object> parameters(long part, PopulationGrid grid, int row) throws SQLException {
    var columns = new ArrayList<Integer>();
    var people = new ArrayList<Integer>();
    grid.forEach(
        row,
        (column, number) -> {
          columns.add(column);
          people.add(number);
        });
    return List.of(part, row, statements.integerArray(columns), statements.integerArray(people));
  }

  private record Part(long id, PopulationGrid.Builder grid) {}

  Optional<PopulationGrid> find(long revision) throws SQLException {
    var part =
        statements.find(
            """
            SELECT g.part_id, g.title_de, g.title_en, g.dataset_id
            FROM population_grid g JOIN revision_part p ON p.part_id = g.part_id
            WHERE p.revision_number = ?\
            """,
            row ->
                new Part(
                    row.getLong(1),
                    PopulationGrid.builder(
                        row.getString(4), new LocalizedText(row.getString(2), row.getString(3)))),
            revision);
    return part.isEmpty() ? Optional.empty() : Optional.of(read(part.get()));
  }

  private PopulationGrid read(Part part) throws SQLException {
    statements.each(
        """
        SELECT grid_row, grid_columns, people FROM population_grid_row
        WHERE part_id = ? ORDER BY grid_row\
        """,
        row -> add(row, part.grid()),
        part.id());
    return part.grid().build();
  }

  private static void add(ResultSet row, PopulationGrid.Builder grid) throws SQLException {
    var columns = Statements.integers(row, 2);
    var people = Statements.integers(row, 3);
    for (int i = 0; i < columns.size(); i++) {
      grid.add(row.getInt(1), columns.get(i), people.get(i));
    }
  }
}
