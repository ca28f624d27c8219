package org.sozialradar.layer;

import java.util.Arrays;
import org.sozialradar.dataset.LocalizedText;

/**
 * People by cells of 100 m, as the census counts them: where in an area they live. A cell is named
 * by its row and column, the north and east of its lower left corner in EPSG:3035 divided by 100 m;
 * cells without people are left out. Immutable and safe for use by many threads; 8 bytes per cell.
 *
 * <p>It says how people are spread, not how many there are: numbers per cell are changed a little
 * by the statistical office (for the Zensus 2022 with the cell-key method), so that sums over small
 * parts are only near the truth.
 */
public final class PopulationGrid {
  /** Width and height of a cell in metres. */
  public static final int CELL = 100;

  /** Most cells; Germany has about 3.1 million with people. */
  public static final int MOST_CELLS = 20_000_000;

  private static final int ROW_SHIFT = 44;
  private static final int COLUMN_SHIFT = 24;

  /** 52 428 km, wider than the plane: a packed row stays clear of the sign. */
  private static final int MOST_PLACE = (1 << 19) - 1;

  /** Most people in a cell. */
  public static final int MOST_PEOPLE = (1 << 24) - 1;

  private final String datasetId;
  private final LocalizedText title;
  private final int firstRow;

  /** Where the cells of each row begin, and at last their number. */
  private final int[] starts;

  private final int[] columns;

  /** People of all cells before each, and at last of all. */
  private final int[] before;

  private final int firstColumn;
  private final int lastColumn;

  private PopulationGrid(
      String datasetId, LocalizedText title, int firstRow, int[] starts, Cells cells) {
    this.datasetId = datasetId;
    this.title = title;
    this.firstRow = firstRow;
    this.starts = starts;
    columns = cells.columns;
    before = cells.before;
    firstColumn = Arrays.stream(columns).min().orElse(0);
    lastColumn = Arrays.stream(columns).max().orElse(-1);
  }

  /** The columns of the cells in order of their rows. */
  private static final class Cells {
    private final int[] columns;
    private final int[] before;

    private Cells(int number) {
      columns = new int[number];
      before = new int[number + 1];
    }
  }

  /** Collects cells in any order; 8 bytes per cell while it grows. Not safe for many threads. */
  public static final class Builder {
    private final String datasetId;
    private final LocalizedText title;
    private long[] packed = new long[1024];
    private int size;

    private Builder(String datasetId, LocalizedText title) {
      this.datasetId = datasetId;
      this.title = title;
    }

    /**
     * Adds a cell.
     *
     * @param row north of its lower left corner by 100 m
     * @param column east of its lower left corner by 100 m
     * @param people 1..{@value PopulationGrid#MOST_PEOPLE}
     * @throws IllegalArgumentException if a number is out of range
     * @throws IllegalStateException if there are too many cells
     */
    public void add(int row, int column, int people) {
      if (!isPlace(row) || !isPlace(column) || people < 1 || people > MOST_PEOPLE) {
        throw new IllegalArgumentException("no cell: " + row + ", " + column + ", " + people);
      }
      if (size == MOST_CELLS) {
        throw new IllegalStateException("more than " + MOST_CELLS + " cells");
      }
      if (size == packed.length) {
        packed = Arrays.copyOf(packed, size + (size >> 1));
      }
      packed[size++] = (long) row << ROW_SHIFT | (long) column << COLUMN_SHIFT | people;
    }

    public int size() {
      return size;
    }

    /**
     * The grid. The builder is of no use afterwards.
     *
     * @throws RepeatedCellException if a cell was added twice
     * @throws ArithmeticException if there are more than 2³¹ − 1 people
     */
    public PopulationGrid build() {
      Arrays.sort(packed, 0, size);
      for (int i = 1; i < size; i++) {
        if (packed[i] >> COLUMN_SHIFT == packed[i - 1] >> COLUMN_SHIFT) {
          throw new RepeatedCellException(row(packed[i]), column(packed[i]));
        }
      }
      int first = size == 0 ? 0 : row(packed[0]);
      var starts = new int[size == 0 ? 1 : row(packed[size - 1]) - first + 2];
      var cells = new Cells(size);
      int row = 0;
      for (int i = 0; i < size; i++) {
        for (; row <= row(packed[i]) - first; row++) {
          starts[row] = i;
        }
        cells.columns[i] = column(packed[i]);
        cells.before[i + 1] = Math.addExact(cells.before[i], (int) (packed[i] & MOST_PEOPLE));
      }
      starts[starts.length - 1] = size;
      packed = new long[0];
      return new PopulationGrid(datasetId, title, first, starts, cells);
    }

    private static int row(long cell) {
      return (int) (cell >> ROW_SHIFT);
    }

    private static int column(long cell) {
      return (int) (cell >> COLUMN_SHIFT) & MOST_PLACE;
    }
  }

  /** A cell that stands twice. */
  public static final class RepeatedCellException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final int row;
    private final int column;

    RepeatedCellException(int row, int column) {
      super("cell " + id(row, column) + " stands twice");
      this.row = row;
      this.column = column;
    }

    /** The cell's name as of {@link PopulationGrid#id}. */
    public String cell() {
      return id(row, column);
    }
  }

  /**
   * A grid to be filled.
   *
   * @param datasetId id of the data set that it comes from
   * @param title how people call it
   */
  public static Builder builder(String datasetId, LocalizedText title) {
    return new Builder(datasetId, title);
  }

  /** Whether a row or column can be one of a cell. */
  public static boolean isPlace(int number) {
    return number >= 0 && number <= MOST_PLACE;
  }

  /** Name of a cell as INSPIRE has it, such as {@code CRS3035RES100mN2689100E4337000}. */
  public static String id(int row, int column) {
    return "CRS3035RES100mN" + (long) row * CELL + "E" + (long) column * CELL;
  }

  public String datasetId() {
    return datasetId;
  }

  public LocalizedText title() {
    return title;
  }

  /** Number of cells with people. */
  public int cells() {
    return columns.length;
  }

  /** People in all cells. */
  public int people() {
    return before[columns.length];
  }

  /** The southernmost row. */
  public int firstRow() {
    return firstRow;
  }

  /** The northernmost row; before the first one if there are no cells. */
  public int lastRow() {
    return firstRow + starts.length - 2;
  }

  /** The westernmost column. */
  public int firstColumn() {
    return firstColumn;
  }

  /** The easternmost column; before the first one if there are no cells. */
  public int lastColumn() {
    return lastColumn;
  }

  /** Whether a row has a cell. */
  public boolean hasRow(int row) {
    return row >= firstRow
        && row <= lastRow()
        && starts[row - firstRow] < starts[row - firstRow + 1];
  }

  /** Takes cells in order of rows and columns. */
  @FunctionalInterface
  public interface CellSink {
    void accept(int column, int people);
  }

  /** Hands out the cells of a row in order of their columns; none beyond the rows there are. */
  public void forEach(int row, CellSink sink) {
    if (hasRow(row)) {
      for (int i = starts[row - firstRow]; i < starts[row - firstRow + 1]; i++) {
        sink.accept(columns[i], before[i + 1] - before[i]);
      }
    }
  }

  /**
   * People in neighbouring cells of a row.
   *
   * @param from column of the first
   * @param to column of the last; none if it is before the first
   */
  public int people(int row, int from, int to) {
    if (!hasRow(row) || to < from) {
      return 0;
    }
    return before[place(row, (long) to + 1)] - before[place(row, from)];
  }

  /** Place of the first cell of a row that is not before a column. */
  private int place(int row, long column) {
    if (column > MOST_PLACE) {
      return starts[row - firstRow + 1];
    }
    int found =
        Arrays.binarySearch(
            columns, starts[row - firstRow], starts[row - firstRow + 1], (int) column);
    return found >= 0 ? found : -found - 1;
  }
}
