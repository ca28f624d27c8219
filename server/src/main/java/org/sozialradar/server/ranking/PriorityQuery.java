package org.sozialradar.server.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import org.sozialradar.priority.DoubleCount;
import org.sozialradar.priority.InvalidPriorityException;
import org.sozialradar.priority.Prioritisation;
import org.sozialradar.priority.PriorityResult;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A request together with the data that it asks about, and what came of it.
 *
 * @param request what was asked
 * @param snapshot the revision
 * @param areas the areas
 * @param criteria their values, those of weight 0 left out
 * @param result the order
 * @param doubles indicators that count more than once
 */
public record PriorityQuery(
    PriorityRequest request,
    Snapshot snapshot,
    ChosenAreas areas,
    List<CriterionValues> criteria,
    PriorityResult result,
    List<DoubleCount> doubles) {
  public PriorityQuery {
    criteria = List.copyOf(criteria);
    doubles = List.copyOf(doubles);
  }

  /**
   * Computes the answer.
   *
   * @throws ProblemException if it cannot be answered as asked
   */
  public static PriorityQuery of(Snapshot snapshot, PriorityRequest request) {
    var basis = PriorityBasis.of(snapshot, request);
    try {
      var question = basis.question();
      var result = Prioritisation.of(question, basis.input());
      var doubles = DoubleCount.find(question, bases(snapshot, basis.criteria()));
      return new PriorityQuery(request, snapshot, basis.areas(), basis.criteria(), result, doubles);
    } catch (InvalidPriorityException invalid) {
      throw problem(invalid);
    }
  }

  private static HashMap<String, DoubleCount.Basis> bases(
      Snapshot snapshot, List<CriterionValues> criteria) {
    var bases = new HashMap<String, DoubleCount.Basis>();
    for (var one : criteria) {
      MethodJson.basis(snapshot, one).ifPresent(basis -> bases.put(one.indicator().id(), basis));
    }
    return bases;
  }

  /** Ids of the data sets that the values come from. */
  SortedSet<String> datasets() {
    return new PriorityBasis(request, snapshot, areas, criteria).datasets();
  }

  static ProblemException problem(InvalidPriorityException invalid) {
    var details = invalid.details();
    return switch (invalid.code()) {
      case "weights-zero" -> ProblemException.of(ProblemType.WEIGHTS_ZERO);
      case "axis-missing" -> ProblemException.of(ProblemType.AXIS_MISSING);
      case "criterion-constant" ->
          ProblemException.of(ProblemType.CRITERION_CONSTANT, details.get("criterion"));
      case "too-many-missing" ->
          ProblemException.of(
              ProblemType.TOO_MANY_MISSING,
              details.get("criterion"),
              details.get("missing"),
              details.get("of"),
              details.get("areas"));
      case "too-few-areas" -> ProblemException.of(ProblemType.TOO_FEW_AREAS, details.get("areas"));
      case "first-out-of-range" ->
          ProblemException.ofParameter(
              ProblemType.FIRST_OUT_OF_RANGE, "top", details.get("first"), details.get("areas"));
      case "too-many-ranks" ->
          ProblemException.ofParameter(
              ProblemType.TOO_MANY_DRAWS,
              "draws",
              details.get("areas"),
              details.get("draws"),
              details.get("most"));
      default -> throw new IllegalStateException("not checked before: " + invalid.code(), invalid);
    };
  }
}
