package org.sozialradar.server.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.sozialradar.priority.CriterionColumn;
import org.sozialradar.priority.DoubleCount;
import org.sozialradar.priority.InvalidPriorityException;
import org.sozialradar.priority.Prioritisation;
import org.sozialradar.priority.PriorityInput;
import org.sozialradar.priority.PriorityQuestion;
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
  private static final int USUAL_TOP = 10;

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
    var areas = ChosenAreas.of(snapshot, request);
    var criteria = new ArrayList<CriterionValues>();
    for (var asked : request.criteria()) {
      var values = CriterionValues.of(snapshot, asked, areas);
      if (asked.criterion().weight() > 0) {
        criteria.add(values);
      }
    }
    try {
      var question = question(request, criteria, areas);
      var columns = new HashMap<String, CriterionColumn>();
      criteria.forEach(one -> columns.put(one.indicator().id(), one.column()));
      var result = Prioritisation.of(question, new PriorityInput(areas.codes(), columns));
      var doubles = DoubleCount.find(question, bases(snapshot, criteria));
      return new PriorityQuery(request, snapshot, areas, criteria, result, doubles);
    } catch (InvalidPriorityException invalid) {
      throw problem(invalid);
    }
  }

  private static PriorityQuestion question(
      PriorityRequest request, List<CriterionValues> criteria, ChosenAreas areas) {
    int top = request.top() > 0 ? request.top() : usualTop(criteria, areas.codes().size());
    return new PriorityQuestion(
        request.criteria().stream().map(PriorityRequest.Asked::criterion).toList(),
        request.method(),
        request.draws(),
        request.seed(),
        top);
  }

  /** Ten, or as many areas as have all values. */
  private static int usualTop(List<CriterionValues> criteria, int areas) {
    int complete = 0;
    for (int row = 0; row < areas; row++) {
      int place = row;
      complete += criteria.stream().allMatch(one -> one.column().isPresent(place)) ? 1 : 0;
    }
    return Math.max(1, Math.min(USUAL_TOP, complete));
  }

  private static HashMap<String, DoubleCount.Basis> bases(
      Snapshot snapshot, List<CriterionValues> criteria) {
    var bases = new HashMap<String, DoubleCount.Basis>();
    for (var one : criteria) {
      MethodJson.basis(snapshot, one).ifPresent(basis -> bases.put(one.indicator().id(), basis));
    }
    return bases;
  }

  private static ProblemException problem(InvalidPriorityException invalid) {
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
