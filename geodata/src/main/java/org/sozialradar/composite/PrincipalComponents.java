package org.sozialradar.composite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Principal components of the correlation matrix of the parts of a dimension or index, from which
 * their weights were taken.
 *
 * @param whole id of the dimension or index
 * @param parts ids of its parts
 * @param loadings elements of the first unit eigenvector, one per part; the anchor's is not
 *     negative
 * @param eigenvalues descending; they sum to the number of parts
 * @param areas number of areas without a missing part, over which correlations were taken
 */
public record PrincipalComponents(
    String whole, List<String> parts, List<Double> loadings, List<Double> eigenvalues, int areas) {
  private static final double WEAK = 1e-6;

  public PrincipalComponents {
    parts = List.copyOf(parts);
    loadings = List.copyOf(loadings);
    eigenvalues = List.copyOf(eigenvalues);
  }

  /** Share of the variance of all parts that the first component explains, 0..1. */
  public double explained() {
    return eigenvalues.get(0) / parts.size();
  }

  /** Squared loadings; they sum to 1. */
  double[] weights() {
    return loadings.stream().mapToDouble(loading -> loading * loading).toArray();
  }

  List<IndexWarning> warnings(String anchor) {
    var warnings = new ArrayList<IndexWarning>();
    var against =
        IntStream.range(0, parts.size())
            .filter(i -> loadings.get(i) < 0)
            .mapToObj(parts::get)
            .toList();
    if (!against.isEmpty()) {
      warnings.add(
          new IndexWarning(IndexWarning.Kind.MIXED_SIGNS, whole, String.join(", ", against)));
    }
    if (eigenvalues.size() > 1 && eigenvalues.get(1) >= 1) {
      warnings.add(
          new IndexWarning(
              IndexWarning.Kind.SECOND_COMPONENT, whole, Double.toString(eigenvalues.get(1))));
    }
    double loading = loadings.get(parts.indexOf(anchor));
    if (loading < WEAK) {
      warnings.add(
          new IndexWarning(IndexWarning.Kind.WEAK_ANCHOR, whole, Double.toString(loading)));
    }
    return warnings;
  }

  /**
   * Components of columns.
   *
   * @param columns one per part, in the direction of the index, NaN where missing
   * @throws InvalidIndexException {@code too-few-complete-areas} unless there are more complete
   *     areas than parts, {@code indicator-constant} if a part does not vary over them
   */
  static PrincipalComponents of(
      String whole, List<String> parts, String anchor, List<double[]> columns) {
    int[] complete = completeRows(columns);
    if (complete.length <= parts.size()) {
      throw new InvalidIndexException(
          "too-few-complete-areas",
          complete.length + " areas have all " + parts.size() + " parts of " + whole,
          Map.of("whole", whole, "areas", Integer.toString(complete.length)));
    }
    var standardised = new ArrayList<double[]>();
    for (int part = 0; part < parts.size(); part++) {
      standardised.add(standardised(parts.get(part), columns.get(part), complete));
    }
    return decomposed(whole, parts, anchor, standardised, complete.length);
  }

  private static PrincipalComponents decomposed(
      String whole, List<String> parts, String anchor, List<double[]> columns, int areas) {
    int size = parts.size();
    var decomposition = DecompositionFactory_DDRM.eig(size, true, true);
    if (!decomposition.decompose(correlations(columns))) {
      throw new IllegalStateException("no eigenvalues of the correlation matrix of " + whole);
    }
    var order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer i) -> -decomposition.getEigenvalue(i).getReal()))
            .toList();
    var first = decomposition.getEigenVector(order.get(0));
    double sign = first.get(parts.indexOf(anchor)) < 0 ? -1 : 1;
    return new PrincipalComponents(
        whole,
        parts,
        IntStream.range(0, size).mapToObj(i -> sign * first.get(i)).toList(),
        order.stream().map(i -> decomposition.getEigenvalue(i).getReal()).toList(),
        areas);
  }

  private static DMatrixRMaj correlations(List<double[]> columns) {
    var matrix = new DMatrixRMaj(columns.size(), columns.size());
    for (int row = 0; row < columns.size(); row++) {
      matrix.set(row, row, 1);
      for (int column = 0; column < row; column++) {
        double correlation = product(columns.get(row), columns.get(column));
        matrix.set(row, column, correlation);
        matrix.set(column, row, correlation);
      }
    }
    return matrix;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  /** Values of the complete rows with mean 0 and length 1. */
  private static double[] standardised(String part, double[] column, int[] rows) {
    var values = IntStream.of(rows).mapToDouble(row -> column[row]).toArray();
    var moments = Moments.of(values);
    double length = Math.sqrt(moments.second() * values.length);
    var range = Range.of(values);
    if (range.min() == range.max()) {
      throw new InvalidIndexException(
          "indicator-constant",
          part + " has the same value in all " + rows.length + " complete areas",
          Map.of("indicator", part));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - moments.mean()) / length;
    }
    return values;
  }

  private static int[] completeRows(List<double[]> columns) {
    return IntStream.range(0, columns.get(0).length)
        .filter(row -> columns.stream().noneMatch(column -> Double.isNaN(column[row])))
        .toArray();
  }
}
