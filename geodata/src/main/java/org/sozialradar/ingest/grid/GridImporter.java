package org.sozialradar.ingest.grid;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sozialradar.ingest.BatchBuilder;
import org.sozialradar.ingest.Count;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.IssueType;
import org.sozialradar.ingest.ResourceImporter;
import org.sozialradar.ingest.ResourceInput;
import org.sozialradar.ingest.table.HeaderedTable;
import org.sozialradar.ingest.table.NamedRow;
import org.sozialradar.layer.PopulationGrid;

/**
 * Imports population grids (kind {@code grid}): a table with a row for each cell, in any order. A
 * row that cannot be used is left out with a warning: among millions it leaves the rest right. The
 * rows are streamed; what is kept of one are 8 bytes.
 */
public final class GridImporter implements ResourceImporter<GridSettings> {
  /** As INSPIRE names cells; the numbers are metres. */
  private static final Pattern CELL = Pattern.compile("CRS3035RES100mN(\\d{1,8})E(\\d{1,8})");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,8}");

  /** Signs of German official statistics in the place of a number. */
  private static final Set<String> SIGNS = Set.of("-", "–", "—", ".", "/", "x", "X", "...", "…");

  @Override
  public String kind() {
    return "grid";
  }

  @Override
  public Class<GridSettings> settingsType() {
    return GridSettings.class;
  }

  @Override
  public void read(ResourceInput<GridSettings> input, BatchBuilder batch) {
    var settings = input.settings();
    var builder = PopulationGrid.builder(batch.datasetId(), settings.title());
    HeaderedTable.read(
        input, List.of(settings.cell(), settings.people()), row -> add(input, row, builder));
    batch.putGrid(build(input, builder));
  }

  private static PopulationGrid build(
      ResourceInput<GridSettings> input, PopulationGrid.Builder builder) {
    if (builder.size() == 0) {
      throw new InputRejectedException(GridIssues.EMPTY.at(input.place(), ""));
    }
    try {
      var grid = builder.build();
      input.tally().add(Count.ROWS_STORED, grid.cells());
      input
          .issues()
          .add(GridIssues.TOTAL.at(input.place(), "", grid.cells(), (long) grid.people()));
      return grid;
    } catch (PopulationGrid.RepeatedCellException twice) {
      throw new InputRejectedException(
          GridIssues.TWICE.at(input.place(), twice.cell(), twice.cell()));
    } catch (ArithmeticException tooMany) {
      throw new InputRejectedException(tooLarge(input));
    }
  }

  private static ImportIssue tooLarge(ResourceInput<GridSettings> input) {
    return GridIssues.TOO_LARGE.at(input.place(), "", PopulationGrid.MOST_CELLS);
  }

  private static void add(
      ResourceInput<GridSettings> input, NamedRow row, PopulationGrid.Builder builder) {
    var settings = input.settings();
    String name = row.text(settings.cell()).strip();
    var cell = CELL.matcher(name);
    String people = row.text(settings.people()).strip();
    if (!cell.matches() || !isCorner(cell.group(1)) || !isCorner(cell.group(2))) {
      leaveOut(input, GridIssues.CELL, row, settings.cell(), name);
    } else if (people.isEmpty() || SIGNS.contains(people)) {
      leaveOut(input, GridIssues.WITHHELD, row, settings.people(), people);
    } else if (!NUMBER.matcher(people).matches()
        || Integer.parseInt(people) > PopulationGrid.MOST_PEOPLE) {
      leaveOut(input, GridIssues.PEOPLE, row, settings.people(), people);
    } else if (Integer.parseInt(people) == 0) {
      input.tally().add(Count.ROWS_SKIPPED);
    } else if (builder.size() == PopulationGrid.MOST_CELLS) {
      throw new InputRejectedException(tooLarge(input));
    } else {
      builder.add(place(cell.group(1)), place(cell.group(2)), Integer.parseInt(people));
    }
  }

  /** Whether metres are those of a corner of a cell. */
  private static boolean isCorner(String metres) {
    return Integer.parseInt(metres) % PopulationGrid.CELL == 0
        && PopulationGrid.isPlace(place(metres));
  }

  private static int place(String metres) {
    return Integer.parseInt(metres) / PopulationGrid.CELL;
  }

  private static void leaveOut(
      ResourceInput<GridSettings> input,
      IssueType issue,
      NamedRow row,
      String column,
      String value) {
    input.tally().add(Count.ROWS_LEFT_OUT);
    input.issues().add(issue.at(input.place(row.number(), column), value, value));
  }
}
