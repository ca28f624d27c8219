package org.sozialradar.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The conditions under which a model is fitted at all.
 *
 * <table>
 * <caption>Codes</caption>
 * <tr><td>{@code too-few-areas}</td><td>m sampled areas, m &lt; 15</td></tr>
 * <tr><td>{@code too-many-covariates}</td><td>m &lt; 5 p, p counts the constant too</td></tr>
 * <tr><td>{@code covariate-missing}</td><td>a covariate has no finite value for some area</td></tr>
 * <tr><td>{@code covariate-constant}</td><td>it does not vary over the sampled areas</td></tr>
 * <tr><td>{@code covariates-collinear}</td><td>the others explain all but 10⁻⁸ of its
 * variance</td></tr>
 * </table>
 */
public final class ModelGates {
  /** Fewest sampled areas. */
  public static final int FEWEST_AREAS = 15;

  /** Fewest sampled areas for each coefficient, the constant included. */
  public static final int AREAS_PER_COEFFICIENT = 5;

  /** Least share of a covariate's variance that the others leave unexplained. */
  public static final double LEAST_TOLERANCE = 1e-8;

  private static final double NEGLIGIBLE = 1e-6;

  private ModelGates() {}

  /** Every reason not to fit a model to the input; empty if it may be fitted. */
  public static List<Refusal> refusals(ModelInput input) {
    var found = new ArrayList<Refusal>();
    counts(input, found);
    missing(input, found);
    if (found.isEmpty()) {
      var design = new Design(input);
      constant(design, found);
      if (found.isEmpty()) {
        collinear(design, found);
      }
    }
    return List.copyOf(found);
  }

  /**
   * @throws ModelRefusedException with every reason, if there is one
   */
  static void check(ModelInput input) {
    List<Refusal> refusals = refusals(input);
    if (!refusals.isEmpty()) {
      throw new ModelRefusedException(refusals);
    }
  }

  private static void counts(ModelInput input, List<Refusal> found) {
    int areas = input.sampled();
    int coefficients = input.covariates().size() + 1;
    if (areas < FEWEST_AREAS) {
      found.add(
          new Refusal(
              "too-few-areas",
              "Nur %d Gebiete haben einen verwendbaren direkten Wert; nötig sind %d."
                  .formatted(areas, FEWEST_AREAS),
              "Only %d areas have a usable direct value; %d are needed."
                  .formatted(areas, FEWEST_AREAS),
              List.of()));
    }
    if (areas < AREAS_PER_COEFFICIENT * coefficients) {
      found.add(
          new Refusal(
              "too-many-covariates",
              "%d Koeffizienten (mit der Konstante) brauchen %d Gebiete mit verwendbarem direktem Wert; es sind %d."
                  .formatted(coefficients, AREAS_PER_COEFFICIENT * coefficients, areas),
              "%d coefficients (the constant included) need %d areas with a usable direct value; there are %d."
                  .formatted(coefficients, AREAS_PER_COEFFICIENT * coefficients, areas),
              input.covariates()));
    }
  }

  private static void missing(ModelInput input, List<Refusal> found) {
    for (int j = 0; j < input.covariates().size(); j++) {
      int covariate = j;
      List<String> areas =
          IntStream.range(0, input.size())
              .filter(i -> !Double.isFinite(input.covariate(i, covariate)))
              .mapToObj(i -> input.areas().get(i).value())
              .toList();
      if (!areas.isEmpty()) {
        String name = input.covariates().get(j);
        var names = new ArrayList<>(List.of(name));
        names.addAll(areas);
        found.add(
            new Refusal(
                "covariate-missing",
                "Das Merkmal %s fehlt in %d Gebieten.".formatted(name, areas.size()),
                "Covariate %s has no value in %d areas.".formatted(name, areas.size()),
                names));
      }
    }
  }

  private static void constant(Design design, List<Refusal> found) {
    List<String> names =
        IntStream.range(0, design.input().covariates().size())
            .filter(design::isConstant)
            .mapToObj(design.input().covariates()::get)
            .toList();
    if (!names.isEmpty()) {
      found.add(
          new Refusal(
              "covariate-constant",
              "In den Gebieten mit Befragten unveränderlich: " + String.join(", ", names) + ".",
              "No variation over the sampled areas: " + String.join(", ", names) + ".",
              names));
    }
  }

  /** Takes covariates one by one; the first that those before it explain is named with them. */
  private static void collinear(Design design, List<Refusal> found) {
    DMatrixRMaj correlations = design.correlations();
    for (int j = 1; j < correlations.numRows; j++) {
      DMatrixRMaj before = CommonOps_DDRM.extract(correlations, 0, j, 0, j);
      DMatrixRMaj with = CommonOps_DDRM.extract(correlations, 0, j, j, j + 1);
      var slopes = new DMatrixRMaj(j, 1);
      if (!CommonOps_DDRM.solve(before, with, slopes)) {
        throw new IllegalStateException("correlations of checked covariates are singular");
      }
      if (1 - CommonOps_DDRM.dot(with, slopes) < LEAST_TOLERANCE) {
        found.add(collinear(design.input().covariates(), slopes, j));
        return;
      }
    }
  }

  private static Refusal collinear(List<String> covariates, DMatrixRMaj slopes, int last) {
    List<String> names =
        IntStream.rangeClosed(0, last)
            .filter(k -> k == last || Math.abs(slopes.get(k)) > NEGLIGIBLE)
            .mapToObj(covariates::get)
            .collect(Collectors.toList());
    return new Refusal(
        "covariates-collinear",
        "Eines folgt aus den anderen: " + String.join(", ", names) + ".",
        "One follows from the others: " + String.join(", ", names) + ".",
        names);
  }
}
