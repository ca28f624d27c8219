package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.sozialradar.area.AreaCode;

/**
 * Whether rules can be kept together, and if not, which of them cannot: an irreducible set, found
 * by leaving out one after another (the deletion filter of Chinneck and Dravnieks, ORSA Journal on
 * Computing 3, 1991). Without any of its rules the rest of the set can be kept.
 *
 * <p>Rules are named {@code minimum:DISTRICT}, {@code cap}, {@code budget} and {@code number:KIND}.
 * Areas of a district in which the same kinds may stand count as one place, which changes nothing.
 */
final class Contradiction {
  private static final String CAP = "cap";
  private static final String BUDGET = "budget";

  private final Ground ground;
  private final AllocationRules rules;

  /** Places: district and the kinds that may stand there, with the number of areas. */
  private final Map<Place, Integer> places = new TreeMap<>();

  private record Place(int district, List<Integer> kinds) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Integer.compare(district, other.district);
      return order != 0 ? order : kinds.toString().compareTo(other.kinds.toString());
    }
  }

  private Contradiction(Ground ground, AllocationRules rules) {
    this.ground = ground;
    this.rules = rules;
    for (int i = 0; i < ground.demand.length; i++) {
      var kinds = new ArrayList<Integer>();
      for (int k = 0; k < ground.kinds.size(); k++) {
        if (ground.mayStand(k, i)) {
          kinds.add(k);
        }
      }
      places.merge(new Place(ground.district[i], List.copyOf(kinds)), 1, Integer::sum);
    }
  }

  /**
   * Units of each kind in each district that the rules ask for at least, such that all can be kept.
   *
   * @throws InvalidAllocationException {@code infeasible} with the rules that cannot be kept
   */
  static int[][] requireNone(Ground ground, AllocationRules rules) {
    var search = new Contradiction(ground, rules);
    var all = search.names();
    var least = search.least(all);
    if (least.isPresent()) {
      return least.get();
    }
    var core = new ArrayList<>(all);
    for (var name : all) {
      var others = new ArrayList<>(core);
      others.remove(name);
      if (search.least(others).isEmpty()) {
        core.remove(name);
      }
    }
    throw new InvalidAllocationException(
        "infeasible",
        "these rules cannot be kept together: " + core,
        Map.of("rules", String.join(", ", core)));
  }

  private List<String> names() {
    var names = new ArrayList<String>();
    for (var kind : ground.kinds) {
      names.add("number:" + kind.id());
    }
    for (var rule : rules.given()) {
      switch (rule) {
        case MINIMUM_PER_DISTRICT ->
            ground.districts.stream()
                .filter(one -> rules.minimum(one) > 0)
                .forEach(one -> names.add(minimum(one)));
        case CAP_PER_AREA -> names.add(CAP);
        case BUDGET -> names.add(BUDGET);
      }
    }
    return names;
  }

  private static String minimum(AreaCode district) {
    return "minimum:" + district.value();
  }

  /** The cheapest units that keep some rules; empty if there are none. */
  private Optional<int[][]> least(List<String> kept) {
    var model = new ExpressionsBasedModel();
    var variables = new TreeMap<Place, Map<Integer, Variable>>();
    places.keySet().forEach(place -> variables.put(place, variables(model, place)));
    places.forEach((place, areas) -> cap(model, variables.get(place), areas, kept));
    for (int k = 0; k < ground.kinds.size(); k++) {
      var kind = ground.kinds.get(k);
      if (kept.contains("number:" + kind.id())) {
        var sum = model.newExpression("n" + k).upper(kind.number());
        int of = k;
        variables.values().stream()
            .filter(one -> one.containsKey(of))
            .forEach(one -> sum.set(one.get(of), 1));
      }
    }
    if (kept.contains(BUDGET)) {
      var sum = model.newExpression(BUDGET).upper(rules.budget());
      variables.values().forEach(one -> one.forEach((k, x) -> sum.set(x, cost(k))));
    }
    for (int d = 0; d < ground.districts.size(); d++) {
      if (kept.contains(minimum(ground.districts.get(d)))) {
        var sum = model.newExpression("d" + d).lower(rules.minimum(ground.districts.get(d)));
        int of = d;
        variables.forEach(
            (place, one) -> {
              if (place.district() == of) {
                one.values().forEach(x -> sum.set(x, 1));
              }
            });
        if (variables.keySet().stream()
            .noneMatch(place -> place.district() == of && !place.kinds().isEmpty())) {
          return Optional.empty();
        }
      }
    }
    var result = model.minimise();
    return result.getState().isFeasible() ? Optional.of(units(variables)) : Optional.empty();
  }

  private double cost(int kind) {
    return ground.kinds.get(kind).cost();
  }

  private Map<Integer, Variable> variables(ExpressionsBasedModel model, Place place) {
    var made = new TreeMap<Integer, Variable>();
    for (int k : place.kinds()) {
      String name = "x" + model.countVariables();
      // A little above the cost, so that no more units are taken than needed.
      made.put(k, model.newVariable(name).lower(0).integer(true).weight(1 + cost(k)));
    }
    return made;
  }

  private void cap(
      ExpressionsBasedModel model, Map<Integer, Variable> one, int areas, List<String> kept) {
    if (kept.contains(CAP)) {
      var sum = model.newExpression("c" + model.countExpressions());
      sum.upper((long) areas * rules.capPerArea());
      one.values().forEach(x -> sum.set(x, 1));
    }
  }

  private int[][] units(Map<Place, Map<Integer, Variable>> variables) {
    var units = new int[ground.kinds.size()][ground.districts.size()];
    variables.forEach(
        (place, one) ->
            one.forEach(
                (k, x) ->
                    units[k][place.district()] += (int) Math.round(x.getValue().doubleValue())));
    return units;
  }
}
