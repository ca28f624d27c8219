package org.sozialradar.layer;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
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

  /** By row: columns of the cells on the border, ascending. */
  private final int[][] border;

  private GridShape(PopulationGrid grid, int firstRow, int[][] runs, int[][] border) {
    this.grid = grid;
    this.firstRow = firstRow;
    this.runs = runs;
    this.border = border;
  }

  /**
   * The cells of a grid in a shape.
   *
   * @param metres valid polygons in EPSG:3035, east before north, that do not overlap
   */
  public static GridShape of(PopulationGrid grid, Geometry metres) {
    var box = metres.getEnvelopeInternal();
    int first = Math.max(grid.firstRow(), cell(box.getMinY()));
    int last = Math.min(grid.lastRow(), cell(box.getMaxY()));
    var scan = new Scan(first, Math.max(0, box.isNull() ? 0 : last - first + 1));
    metres.apply(
        (GeometryComponentFilter)
            part -> {
              if (part instanceof LineString ring) {
                scan.add(ring.getCoordinates());
              }
            });
    return new GridShape(grid, first, scan.runs(), scan.border());
  }

  private static int cell(double metres) {
    return (int) Math.floor(metres / CELL);
  }

  /** The first cell whose middle is not before a place. */
  private static int middle(double metres) {
    return (int) Math.ceil(metres / CELL - 0.5);
  }

  /** Goes along the rings, row by row. */
  private static final class Scan {
    private final int first;
    private final double[][] crossings;
    private final int[][] touched;
    private final int[] numbers;
    private final int[] touches;

    private Scan(int first, int rows) {
      this.first = first;
      crossings = new double[rows][0];
      touched = new int[rows][0];
      numbers = new int[rows];
      touches = new int[rows];
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
      int last = Math.min(first + crossings.length - 1, middle(north) - 1);
      for (int row = Math.max(first, middle(south)); row <= last; row++) {
        double y = (row + 0.5) * CELL;
        int at = row - first;
        if (numbers[at] == crossings[at].length) {
          crossings[at] = Arrays.copyOf(crossings[at], Math.max(4, 2 * numbers[at]));
        }
        crossings[at][numbers[at]++] = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
      }
    }

    /** Which cells an edge passes through. */
    private void touch(Coordinate a, Coordinate b) {
      var lower = a.y <= b.y ? a : b;
      var upper = a.y <= b.y ? b : a;
      int last = Math.min(first + touched.length - 1, cell(upper.y));
      for (int row = Math.max(first, cell(lower.y)); row <= last; row++) {
        double from = at(lower, upper, row * CELL);
        double to = at(lower, upper, (row + 1) * CELL);
        touch(row - first, cell(Math.min(from, to)), cell(Math.max(from, to)));
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

    private void touch(int row, int from, int to) {
      for (int column = Math.max(0, from); column <= to; column++) {
        if (!PopulationGrid.isPlace(column)) {
          return;
        }
        if (touches[row] == touched[row].length) {
          touched[row] = Arrays.copyOf(touched[row], Math.max(4, 2 * touches[row]));
        }
        touched[row][touches[row]++] = column;
      }
    }

    private int[][] runs() {
      var runs = new int[crossings.length][];
      for (int row = 0; row < runs.length; row++) {
        Arrays.sort(crossings[row], 0, numbers[row]);
        runs[row] = new int[numbers[row] / 2 * 2];
        for (int i = 0; i < runs[row].length; i += 2) {
          runs[row][i] = middle(crossings[row][i]);
          runs[row][i + 1] = middle(crossings[row][i + 1]) - 1;
        }
      }
      return runs;
    }

    private int[][] border() {
      var border = new int[touched.length][];
      for (int row = 0; row < border.length; row++) {
        border[row] = Arrays.stream(touched[row], 0, touches[row]).sorted().distinct().toArray();
      }
      return border;
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

  /** People of this shape that are in another one of the same grid. */
  public Inside inside(GridShape other) {
    long value = 0;
    long surely = 0;
    long perhaps = 0;
    int last = Math.min(firstRow + runs.length, other.firstRow + other.runs.length) - 1;
    for (int row = Math.max(firstRow, other.firstRow); row <= last; row++) {
      value += common(row, runs[row - firstRow], other.runs[row - other.firstRow]);
      for (int column : other.border[row - other.firstRow]) {
        if (holds(row, column)) {
          int people = grid.people(row, column, column);
          surely += other.holds(row, column) ? people : 0;
          perhaps += other.holds(row, column) ? 0 : people;
        }
      }
    }
    return new Inside(value, value - surely, value + perhaps);
  }

  private boolean holds(int row, int column) {
    int[] own = runs[row - firstRow];
    for (int i = 0; i < own.length; i += 2) {
      if (column >= own[i] && column <= own[i + 1]) {
        return true;
      }
    }
    return false;
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
