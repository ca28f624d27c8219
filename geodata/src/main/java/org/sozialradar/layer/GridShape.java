package org.sozialradar.layer;

import java.util.Arrays;
import java.util.BitSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/**
 * Which cells of a grid lie in a polygon: those whose middle does, row by row, and apart from them
 * those that its border passes through. Immutable and safe for use by many threads.
 *
 * <p>A cell counts as a whole by its middle, not by the share of its surface: of the people within
 * 100 m nobody knows where they stand, the cells that a border cuts add too much as often as too
 * little, every cell belongs to exactly one of the areas of a coverage, and no cell has to be cut.
 * The border cells tell how much there is in doubt.
 */
public final class GridShape {
  private static final double CELL = PopulationGrid.CELL;

  private final PopulationGrid grid;
  private final int firstRow;

  /** By row: beginnings and ends of runs of cells, in turn. */
  private final int[][] runs;

  /** By row: the cells on the border, counted from the first column. */
  private final BitSet[] border;

  private final int firstColumn;

  private GridShape(PopulationGrid grid, Scan scan) {
    this.grid = grid;
    firstRow = scan.firstRow;
    firstColumn = scan.firstColumn;
    runs = scan.runs();
    border = scan.touched;
  }

  /**
   * The cells of a grid in a shape.
   *
   * @param metres valid polygons in EPSG:3035, east before north, that do not overlap
   */
  public static GridShape of(PopulationGrid grid, Geometry metres) {
    var scan = new Scan(grid, metres.getEnvelopeInternal());
    metres.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString ring) {
                scan.add(ring.getCoordinates());
              }
            });
    return new GridShape(grid, scan);
  }

  private static int cell(double metres) {
    return (int) Math.floor(metres / CELL);
  }

  /** The first cell whose middle is not before a place. */
  private static int middle(double metres) {
    return (int) Math.ceil(metres / CELL - 0.5);
  }

  /**
   * Goes along the rings, row by row. However many edges there are, it takes two bits for each cell
   * of the box around the shape that lies within the grid.
   */
  private static final class Scan {
    private final int firstRow;
    private final int firstColumn;
    private final int columns;

    /** By row: the cells from which on all to the east lie on the other side of the border. */
    private final BitSet[] turns;

    private final BitSet[] touched;

    private Scan(PopulationGrid grid, Envelope box) {
      firstRow = Math.max(grid.firstRow(), cell(box.getMinY()));
      firstColumn = Math.max(grid.firstColumn(), cell(box.getMinX()));
      int lastRow = Math.min(grid.lastRow(), cell(box.getMaxY()));
      int lastColumn = Math.min(grid.lastColumn(), cell(box.getMaxX()));
      columns = box.isNull() ? 0 : Math.max(0, lastColumn - firstColumn + 1);
      turns = sets(columns == 0 ? 0 : Math.max(0, lastRow - firstRow + 1));
      touched = sets(turns.length);
    }

    private static BitSet[] sets(int number) {
      var sets = new BitSet[number];
      Arrays.setAll(sets, i -> new BitSet());
      return sets;
    }

    private void add(Coordinate[] ring) {
      for (int i = 1; i < ring.length; i++) {
        cross(ring[i - 1], ring[i]);
        touch(ring[i - 1], ring[i]);
      }
    }

    /** Where an edge crosses the line through the middles of each row. */
    private void cross(Coordinate a, Coordinate b) {
      double south = Math.min(a.y, b.y);
      double north = Math.max(a.y, b.y);
      int last = Math.min(firstRow + turns.length - 1, middle(north) - 1);
      for (int row = Math.max(firstRow, middle(south)); row <= last; row++) {
        double y = (row + 0.5) * CELL;
        int column = middle(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)) - firstColumn;
        if (column < columns) {
          turns[row - firstRow].flip(Math.max(0, column));
        }
      }
    }

    /** Which cells an edge passes through. */
    private void touch(Coordinate a, Coordinate b) {
      var lower = a.y <= b.y ? a : b;
      var upper = a.y <= b.y ? b : a;
      int last = Math.min(firstRow + touched.length - 1, cell(upper.y));
      for (int row = Math.max(firstRow, cell(lower.y)); row <= last; row++) {
        double from = at(lower, upper, row * CELL);
        double to = at(lower, upper, (row + 1) * CELL);
        touch(touched[row - firstRow], cell(Math.min(from, to)), cell(Math.max(from, to)));
      }
    }

    /** East of an edge at some height, at its end beyond it. */
    private static double at(Coordinate lower, Coordinate upper, double y) {
      if (y <= lower.y) {
        return lower.x;
      }
      return y >= upper.y
          ? upper.x
          : lower.x + (y - lower.y) / (upper.y - lower.y) * (upper.x - lower.x);
    }

    private void touch(BitSet row, int from, int to) {
      int first = Math.max(0, from - firstColumn);
      int end = Math.min(columns, to - firstColumn + 1);
      if (first < end) {
        row.set(first, end);
      }
    }

    private int[][] runs() {
      return Arrays.stream(turns).map(this::runs).toArray(int[][]::new);
    }

    /** A run that goes on beyond the last column ends there. */
    private int[] runs(BitSet row) {
      int[] ends = row.stream().toArray();
      var runs = new int[(ends.length + 1) / 2 * 2];
      for (int i = 0; i < runs.length; i += 2) {
        runs[i] = firstColumn + ends[i];
        runs[i + 1] = firstColumn + (i + 1 < ends.length ? ends[i + 1] : columns) - 1;
      }
      return runs;
    }
  }

  /**
   * People of one shape that are in another.
   *
   * @param value in cells whose middle is in both
   * @param low of these in cells that lie in the other as a whole
   * @param high and in those that the other touches
   */
  public record Inside(long value, long low, long high) {}

  /** People in the cells whose middle is in the shape. */
  public long people() {
    long people = 0;
    for (int row = 0; row < runs.length; row++) {
      for (int i = 0; i < runs[row].length; i += 2) {
        people += grid.people(firstRow + row, runs[row][i], runs[row][i + 1]);
      }
    }
    return people;
  }

  /** People in the cells that the shape touches, however little. */
  public long peopleTouched() {
    long people = people();
    for (int row = 0; row < runs.length; row++) {
      people += doubtful(firstRow + row, firstColumn, Integer.MAX_VALUE).high();
    }
    return people;
  }

  /** People of this shape that are in another one of the same grid. */
  public Inside inside(GridShape other) {
    long value = 0;
    long surely = 0;
    long perhaps = 0;
    int last = Math.min(firstRow + runs.length, other.firstRow + other.runs.length) - 1;
    for (int row = Math.max(firstRow, other.firstRow); row <= last; row++) {
      int[] own = runs[row - firstRow];
      value += common(row, own, other.runs[row - other.firstRow]);
      for (int i = 0; i < own.length; i += 2) {
        var doubtful = other.doubtful(row, own[i], own[i + 1]);
        surely += doubtful.value();
        perhaps += doubtful.high();
      }
    }
    return new Inside(value, value - surely, value + perhaps);
  }

  /** People of cells on the border: those whose middle is inside, none, and those of the others. */
  private Inside doubtful(int row, int from, int to) {
    long inside = 0;
    long outside = 0;
    var cells = border[row - firstRow];
    int cell = cells.nextSetBit(Math.max(0, from - firstColumn));
    while (cell >= 0 && cell <= to - firstColumn) {
      int column = firstColumn + cell;
      int people = grid.people(row, column, column);
      boolean holds = people > 0 && holds(row, column);
      inside += holds ? people : 0;
      outside += holds ? 0 : people;
      cell = cells.nextSetBit(cell + 1);
    }
    return new Inside(inside, 0, outside);
  }

  private boolean holds(int row, int column) {
    int[] own = runs[row - firstRow];
    int at = Arrays.binarySearch(own, column);
    // A column between the ends of a run stands behind an even place, in a run of one at either.
    return at >= 0 || (-at - 1) % 2 == 1;
  }

  private long common(int row, int[] one, int[] other) {
    long people = 0;
    int j = 0;
    for (int i = 0; i < one.length; i += 2) {
      while (j < other.length && other[j + 1] < one[i]) {
        j += 2;
      }
      for (int k = j; k < other.length && other[k] <= one[i + 1]; k += 2) {
        people += grid.people(row, Math.max(one[i], other[k]), Math.min(one[i + 1], other[k + 1]));
      }
    }
    return people;
  }
}
