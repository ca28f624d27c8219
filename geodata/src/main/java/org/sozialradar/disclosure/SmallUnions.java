package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a union of pieces that has few respondents and whose total follows from the rows of a
 * component by adding and subtracting.
 *
 * <p>The rows are brought to reduced echelon form with the largest pieces as pivots as far as
 * possible. A sum of rows that is a union has the coefficient 0 or 1 at every row, as its pivot
 * stands in no other row, and a row with coefficient 1 brings its pivot into the union: so only
 * rows with small pivots, few at a time, have to be tried.
 */
final class SmallUnions {
  private static final double ZERO = 1e-7;
  private static final int MOST_TRIALS = 200_000;

  private final int[] pieces;
  private final int[] sizes;
  private final int fewerThan;
  private final List<double[]> rows = new ArrayList<>();
  private final List<Integer> pivotSizes = new ArrayList<>();
  private int trials;

  private SmallUnions(PublishedSums.Component component, int[] sizeOfPiece, int fewerThan) {
    pieces =
        component.pieces().stream()
            .boxed()
            .sorted(java.util.Comparator.comparing(piece -> -sizeOfPiece[piece]))
            .mapToInt(Integer::intValue)
            .toArray();
    sizes = Arrays.stream(pieces).map(piece -> sizeOfPiece[piece]).toArray();
    this.fewerThan = fewerThan;
    eliminate(matrix(component));
  }

  /**
   * A union of fewer respondents, if there is one; all pieces of the component if there are too
   * many sums to try.
   *
   * @param sizeOfPiece number of respondents of each piece
   */
  static Optional<BitSet> find(
      PublishedSums.Component component, int[] sizeOfPiece, int fewerThan) {
    var search = new SmallUnions(component, sizeOfPiece, fewerThan);
    var found = search.extend(new double[search.pieces.length], 0, 0);
    return search.trials > MOST_TRIALS ? Optional.of(component.pieces()) : found;
  }

  private double[][] matrix(PublishedSums.Component component) {
    return component.rows().stream()
        .map(row -> Arrays.stream(pieces).mapToDouble(p -> row.pieces().get(p) ? 1 : 0).toArray())
        .toArray(double[][]::new);
  }

  private void eliminate(double[][] matrix) {
    int[] pivots = new EchelonForm(matrix).pivots();
    for (int row = 0; row < pivots.length; row++) {
      if (sizes[pivots[row]] < fewerThan) {
        rows.add(matrix[row]);
        pivotSizes.add(sizes[pivots[row]]);
      }
    }
  }

  private static void add(double[] to, double[] row, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * row[i];
    }
  }

  private Optional<BitSet> extend(double[] sum, int next, int pivotsSize) {
    if (++trials > MOST_TRIALS) {
      return Optional.empty();
    }
    var union = union(sum);
    for (int row = next; union.isEmpty() && row < rows.size(); row++) {
      int size = pivotsSize + pivotSizes.get(row);
      if (size < fewerThan) {
        var longer = sum.clone();
        add(longer, rows.get(row), 1);
        union = extend(longer, row + 1, size);
      }
    }
    return union;
  }

  private Optional<BitSet> union(double[] sum) {
    var union = new BitSet();
    int size = 0;
    for (int i = 0; i < sum.length; i++) {
      boolean in = Math.abs(sum[i] - 1) < ZERO;
      if (!in && Math.abs(sum[i]) > ZERO) {
        return Optional.empty();
      }
      if (in) {
        union.set(pieces[i]);
        size += sizes[i];
      }
    }
    return union.isEmpty() || size >= fewerThan ? Optional.empty() : Optional.of(union);
  }
}
