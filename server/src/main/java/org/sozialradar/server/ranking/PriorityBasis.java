package org.sozialradar.server.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.priority.CriterionColumn;
import org.sozialradar.priority.InvalidPriorityException;
import org.sozialradar.priority.Prioritisation;
import org.sozialradar.priority.PriorityInput;
import org.sozialradar.priority.PriorityQuestion;
import org.sozialradar.priority.PriorityScores;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * A request together with the data that it asks about.
 *
 * @param request what was asked
 * @param snapshot the revision
 * @param areas the areas
 * @param criteria their values, those of weight 0 left out
 */
public record PriorityBasis(
    PriorityRequest request, Snapshot snapshot, ChosenAreas areas, List<CriterionValues> criteria) {
  private static final int USUAL_TOP = 10;

  public PriorityBasis {
    criteria = List.copyOf(criteria);
  }

  /**
   * Finds the data.
   *
   * @throws ProblemException if there are none as asked
   */
  public static PriorityBasis of(Snapshot snapshot, PriorityRequest request) {
    var areas = ChosenAreas.of(snapshot, request);
    var criteria = new ArrayList<CriterionValues>();
    for (var asked : request.criteria()) {
      var values = CriterionValues.of(snapshot, asked, areas);
      if (asked.criterion().weight() > 0) {
        criteria.add(values);
      }
    }
    return new PriorityBasis(request, snapshot, areas, criteria);
  }

  /**
   * Scores with their first draws, the same that rank intervals rest on.
   *
   * @throws ProblemException if the question cannot be answered as asked
   */
  public PriorityScores scores(int draws) {
    try {
      return Prioritisation.scores(question(), input(), draws);
    } catch (InvalidPriorityException invalid) {
      throw PriorityQuery.problem(invalid);
    }
  }

  /** Ids of the data sets that the values come from. */
  public SortedSet<String> datasets() {
    var ids = new TreeSet<String>();
    criteria.forEach(one -> ids.addAll(one.origin().datasets()));
    return ids;
  }

  PriorityQuestion question() {
    return new PriorityQuestion(
        request.criteria().stream().map(PriorityRequest.Asked::criterion).toList(),
        request.method(),
        request.draws(),
        request.seed(),
        request.top() > 0 ? request.top() : usualTop());
  }

  /** Ten, or as many areas as have all values. */
  private int usualTop() {
    int complete = 0;
    for (int row = 0; row < areas.codes().size(); row++) {
      int place = row;
      complete += criteria.stream().allMatch(one -> one.column().isPresent(place)) ? 1 : 0;
    }
    return Math.max(1, Math.min(USUAL_TOP, complete));
  }

  PriorityInput input() {
    var columns = new HashMap<String, CriterionColumn>();
    criteria.forEach(one -> columns.put(one.indicator().id(), one.column()));
    return new PriorityInput(areas.codes(), columns);
  }
}
