package org.sozialradar.estimation;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The restricted likelihood of the variance A of the area effects, with β at its best for A.
 *
 * <p>V = diag(A + ψ_i), W = V⁻¹, Q = (X'WX)⁻¹, P = W − WXQX'W. As V is diagonal everything comes
 * from sums over areas of p × p terms:
 *
 * <ul>
 *   <li>ℓ = −½ Σ ln(A + ψ) − ½ ln |X'WX| − ½ y'Py (less its constant)
 *   <li>score = −½ tr P + ½ y'PPy, with Py = W (y − Xβ̂) and tr P = Σ w − tr(Q X'W²X)
 *   <li>information = ½ tr PP = ½ (Σ w² − 2 tr(Q X'W³X) + tr(Q X'W²X Q X'W²X))
 * </ul>
 *
 * <p>O(m p²) time and O(p²) memory for each A.
 */
final class RestrictedLikelihood {
  private final Design design;

  RestrictedLikelihood(Design design) {
    this.design = design;
  }

  /** All that is known at one A; coefficients and Q belong to the standardised covariates. */
  static final class At {
    final double variance;
    final double logLikelihood;
    final double score;
    final double information;
    final double[] coefficients;
    final DMatrixRMaj q;

    private At(
        double variance,
        double logLikelihood,
        double score,
        double information,
        double[] coefficients,
        DMatrixRMaj q) {
      this.variance = variance;
      this.logLikelihood = logLikelihood;
      this.score = score;
      this.information = information;
      this.coefficients = coefficients;
      this.q = q;
    }
  }

  At at(double variance) {
    var sums = new Sums(variance);
    int p = design.columns();
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(p, true);
    if (!cholesky.decompose(sums.first.copy())) {
      throw new IllegalStateException("X'WX is singular at A = " + variance);
    }
    DMatrixRMaj q = inverse(sums.first);
    var solved = new DMatrixRMaj(p, 1);
    CommonOps_DDRM.mult(q, sums.withValues, solved);
    double[] coefficients = solved.getData();
    return evaluate(variance, sums, coefficients, q, logDeterminant(cholesky));
  }

  private At evaluate(
      double variance, Sums sums, double[] coefficients, DMatrixRMaj q, double logDeterminant) {
    double quadratic = 0;
    double squared = 0;
    for (int i : design.sampled()) {
      double w = 1 / (variance + design.input().variance(i));
      double residual = design.centredValue(i) - design.dot(i, coefficients);
      quadratic += w * residual * residual;
      squared += w * w * residual * residual;
    }
    int p = design.columns();
    var product = new DMatrixRMaj(p, p);
    CommonOps_DDRM.mult(q, sums.second, product);
    var square = new DMatrixRMaj(p, p);
    CommonOps_DDRM.mult(product, product, square);
    var third = new DMatrixRMaj(p, p);
    CommonOps_DDRM.mult(q, sums.third, third);
    double traceP = sums.w - CommonOps_DDRM.trace(product);
    double tracePp = sums.ww - 2 * CommonOps_DDRM.trace(third) + CommonOps_DDRM.trace(square);
    return new At(
        variance,
        -(sums.logs + logDeterminant + quadratic) / 2,
        (squared - traceP) / 2,
        tracePp / 2,
        coefficients,
        q);
  }

  private static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
    if (!solver.setA(matrix.copy())) {
      throw new IllegalStateException("not positive definite");
    }
    var inverse = new DMatrixRMaj(matrix.numRows, matrix.numRows);
    solver.invert(inverse);
    return inverse;
  }

  private static double logDeterminant(CholeskyDecomposition_F64<DMatrixRMaj> cholesky) {
    DMatrixRMaj lower = cholesky.getT(null);
    double sum = 0;
    for (int j = 0; j < lower.numRows; j++) {
      sum += 2 * Math.log(lower.get(j, j));
    }
    return sum;
  }

  /** X'WX, X'W²X, X'W³X, X'Wy, Σ w, Σ w² and Σ ln(A + ψ). */
  private final class Sums {
    final DMatrixRMaj first;
    final DMatrixRMaj second;
    final DMatrixRMaj third;
    final DMatrixRMaj withValues;
    double w;
    double ww;
    double logs;

    Sums(double variance) {
      int p = design.columns();
      first = new DMatrixRMaj(p, p);
      second = new DMatrixRMaj(p, p);
      third = new DMatrixRMaj(p, p);
      withValues = new DMatrixRMaj(p, 1);
      for (int i : design.sampled()) {
        double total = variance + design.input().variance(i);
        add(i, 1 / total);
        logs += Math.log(total);
      }
      mirror(first);
      mirror(second);
      mirror(third);
    }

    private void add(int area, double weight) {
      w += weight;
      ww += weight * weight;
      double value = design.centredValue(area);
      for (int j = 0; j < design.columns(); j++) {
        double left = weight * design.at(area, j);
        withValues.data[j] += left * value;
        for (int k = 0; k <= j; k++) {
          double product = left * design.at(area, k);
          int place = j * design.columns() + k;
          first.data[place] += product;
          second.data[place] += weight * product;
          third.data[place] += weight * weight * product;
        }
      }
    }

    private static void mirror(DMatrixRMaj matrix) {
      for (int j = 0; j < matrix.numRows; j++) {
        for (int k = 0; k < j; k++) {
          matrix.set(k, j, matrix.get(j, k));
        }
      }
    }
  }
}
