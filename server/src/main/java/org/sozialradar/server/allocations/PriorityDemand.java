package org.sozialradar.server.allocations;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sozialradar.allocation.AllocationArea;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.priority.PriorityScores;
import org.sozialradar.server.ranking.PriorityBasis;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * Demand from priorities: the score of each area, or its score times its inhabitants, nominal and
 * in the draws on which the rank intervals of the same question rest. Errors that areas share stay
 * shared.
 */
final class PriorityDemand {
  private final Snapshot snapshot;
  private final AllocationRequest request;
  private final PriorityScores scores;

  /** Inhabitants by area; 1 for all where the score counts once. */
  private final Map<AreaCode, Double> people = new HashMap<>();

  private final List<Demand.Missing> missing = new ArrayList<>();

  private PriorityDemand(Snapshot snapshot, AllocationRequest request, PriorityScores scores) {
    this.snapshot = snapshot;
    this.request = request;
    this.scores = scores;
  }

  static Demand of(Snapshot snapshot, AllocationRequest request, DemandSource.Prioritised source) {
    var basis = PriorityBasis.of(snapshot, source.priorities());
    var datasets = basis.datasets();
    var own = new PriorityDemand(snapshot, request, basis.scores(request.draws()));
    if (source.byPeople()) {
      datasets.addAll(own.countPeople());
    } else {
      own.scores.codes().forEach(code -> own.people.put(code, 1.0));
    }
    own.scores
        .unranked()
        .forEach(one -> own.missing.add(new Demand.Missing(one.code().value(), one.missing())));
    return new Demand(own.areas(), own.missing, own.drawn(), List.copyOf(datasets));
  }

  /** Fills in inhabitants as they are published, and says which data sets they come from. */
  private Set<String> countPeople() {
    var table = Peers.findPopulation(snapshot, request.edition(), request.level());
    String indicator = Peers.findPopulation(snapshot).orElse("population");
    for (var code : scores.codes()) {
      table
          .flatMap(one -> one.find(code, one.periods().get(one.periods().size() - 1)))
          .filter(Estimate::hasValue)
          .map(estimate -> Decimals.rounded(estimate, 0))
          .ifPresentOrElse(
              number -> people.put(code, number),
              () -> missing.add(new Demand.Missing(code.value(), List.of(indicator))));
    }
    return table
        .map(one -> one.origin(one.periods().get(one.periods().size() - 1)).datasets())
        .orElse(Collections.emptySortedSet());
  }

  private List<AllocationArea> areas() {
    var areas = new ArrayList<AllocationArea>();
    for (int row = 0; row < scores.codes().size(); row++) {
      var code = scores.codes().get(row);
      if (people.containsKey(code)) {
        double demand = Math.max(0, scores.nominal().get(row)) * people.get(code);
        var district = DemandSource.district(snapshot, request, code);
        areas.add(new AllocationArea(code, district, demand, 0));
      }
    }
    return areas;
  }

  /** A score below 0 is no demand. */
  private List<List<Double>> drawn() {
    var drawn = new ArrayList<List<Double>>();
    for (var draw : scores.drawn()) {
      var demand = new ArrayList<Double>();
      for (int row = 0; row < draw.size(); row++) {
        Double number = people.get(scores.codes().get(row));
        if (number != null) {
          demand.add(Math.max(0, draw.get(row)) * number);
        }
      }
      drawn.add(demand);
    }
    return drawn;
  }
}
