package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * The mixed-integer program: units x of kind k in area j, covered demand y of area i, and flows f
 * from units of limited capacity that serve several areas. Maximise Σ y with
 *
 * <ul>
 *   <li>y(i) ≤ d(i); y(i) ≤ Σ min(c, d(i)) x + Σ d(i) x + Σ f over what serves i: units in it,
 *       units without limit in reach, flows from units in reach;
 *   <li>Σ f from j ≤ Σ min(c, D(j)) x(j), D(j) being the demand in reach;
 *   <li>numbers of units, cap, budget and minimum per district.
 * </ul>
 *
 * For each kind that serves the area it is in, mixed-integer rounding (Nemhauser and Wolsey,
 * Integer and Combinatorial Optimization, 1988, II.1.6) of "what is uncovered + Σ c x ≥ d" with its
 * capacity as divisor tightens the program: where a last unit would be used in part, it counts in
 * part.
 */
final class CoverageProgram {
  private static final double FRACTION = 1e-6;

  private final Ground ground;
  private final AllocationRules rules;
  private final double scale;
  private final ExpressionsBasedModel model = new ExpressionsBasedModel();
  private final List<Map<Integer, Variable>> units = new ArrayList<>();
  private final List<Variable> totals = new ArrayList<>();
  private final List<Expression> serving = new ArrayList<>();

  CoverageProgram(Ground ground, AllocationRules rules, SearchLimits limits) {
    this.ground = ground;
    this.rules = rules;
    scale =
        ground.kinds.stream()
            .mapToDouble(UnitKind::capacity)
            .filter(Double::isFinite)
            .max()
            .orElse(Arrays.stream(ground.demand).max().orElse(1));
    model.options.time_abort = limits.time().toMillis();
    // One worker: several find different optima from run to run.
    model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
    addTotals();
    addUnits();
    addDemand();
    addFlows();
    addRounding();
    addRules();
    model.options.iterations_abort = limits.nodesFor(model.countVariables());
  }

  /** What a search found. */
  record Found(Units units, boolean optimal) {}

  /** How many variables it has. */
  int variables() {
    return model.countVariables();
  }

  /** No unit of any kind. */
  List<Integer> noUnits() {
    return ground.kinds.stream().map(kind -> 0).toList();
  }

  /** All units of each kind. */
  List<Integer> allUnits() {
    return ground.kinds.stream().map(UnitKind::number).toList();
  }

  /**
   * The program without the demand that units be whole.
   *
   * @param bound a value that nothing exceeds; infinite if it could not be found, negative if there
   *     is no solution
   * @param totals units of each kind in its solution; empty without one
   * @param whole what of its units is whole, by place
   */
  record Relaxed(double bound, List<Double> totals, Units whole) {}

  /** The relaxed program with at least and at most so many units of each kind. */
  Relaxed relaxed(List<Integer> least, List<Integer> most) {
    var relaxed = model.copy(true);
    relaxed.options.iterations_abort = Integer.MAX_VALUE;
    for (int k = 0; k < totals.size(); k++) {
      var total = relaxed.getVariable(model.indexOf(totals.get(k)));
      total.lower(least.get(k)).upper(most.get(k));
    }
    relaxed.relax();
    var result = relaxed.maximise();
    if (result.getState().isOptimal()) {
      return new Relaxed(
          result.getValue() * scale,
          totals.stream().map(one -> result.doubleValue(model.indexOf(one))).toList(),
          units(result, value -> Math.floor(value + FRACTION)));
    }
    boolean none = result.getState() == Optimisation.State.INFEASIBLE;
    return new Relaxed(none ? -1 : Double.POSITIVE_INFINITY, List.of(), Units.NONE);
  }

  /** The best whole units; empty if none were found within the limits. */
  Optional<Found> search() {
    var result = model.maximise();
    if (!result.getState().isFeasible()) {
      return Optional.empty();
    }
    return Optional.of(new Found(units(result, Math::rint), result.getState().isOptimal()));
  }

  private Units units(Optimisation.Result result, DoubleUnaryOperator rounding) {
    var found = new int[units.size()][ground.demand.length];
    for (int k = 0; k < found.length; k++) {
      for (var unit : units.get(k).entrySet()) {
        int place = model.indexOf(unit.getValue());
        found[k][unit.getKey()] = (int) rounding.applyAsDouble(result.doubleValue(place));
      }
    }
    return new Units(found);
  }

  private double demand(int area) {
    return ground.demand[area] / scale;
  }

  private double capacity(int kind) {
    return ground.kinds.get(kind).capacity() / scale;
  }

  private double inReach(int kind, int area) {
    return Arrays.stream(ground.reach[kind][area]).mapToDouble(this::demand).sum();
  }

  /** Units of each kind in all: whole numbers on which a search branches well. */
  private void addTotals() {
    for (int k = 0; k < ground.kinds.size(); k++) {
      int number = ground.kinds.get(k).number();
      totals.add(model.newVariable("t" + k).lower(0).upper(number).integer(true));
    }
  }

  private void addUnits() {
    for (int k = 0; k < ground.kinds.size(); k++) {
      var own = new TreeMap<Integer, Variable>();
      int most = Math.min(ground.kinds.get(k).number(), rules.capPerArea());
      for (int i = 0; i < ground.demand.length; i++) {
        if (ground.mayStand(k, i) && most > 0) {
          own.put(i, model.newVariable("x" + k + "_" + i).lower(0).upper(most).integer(true));
        }
      }
      units.add(own);
    }
  }

  private void addDemand() {
    for (int i = 0; i < ground.demand.length; i++) {
      var covered = model.newVariable("y" + i).lower(0).upper(demand(i)).weight(1);
      serving.add(model.newExpression("s" + i).lower(0).set(covered, -1));
    }
    for (int k = 0; k < units.size(); k++) {
      boolean covers = ground.kinds.get(k).covers();
      int of = k;
      units
          .get(k)
          .forEach(
              (place, x) -> {
                if (!covers) {
                  serving.get(place).set(x, Math.min(capacity(of), demand(place)));
                } else if (Double.isInfinite(capacity(of))) {
                  for (int i : ground.reach[of][place]) {
                    serving.get(i).set(x, demand(i));
                  }
                }
              });
    }
  }

  /** Kinds of the same radius share flows: it does not matter which of them serves. */
  private void addFlows() {
    var byRadius = new TreeMap<Double, List<Integer>>();
    for (int k = 0; k < units.size(); k++) {
      var kind = ground.kinds.get(k);
      if (kind.covers() && Double.isFinite(kind.capacity()) && !units.get(k).isEmpty()) {
        byRadius.computeIfAbsent(kind.radius(), unused -> new ArrayList<>()).add(k);
      }
    }
    for (var kinds : byRadius.values()) {
      for (int place : units.get(kinds.get(0)).keySet()) {
        addFlows(kinds, place);
      }
    }
  }

  private void addFlows(List<Integer> kinds, int place) {
    String name = "f" + kinds.get(0) + "_" + place;
    var from = model.newExpression(name).upper(0);
    for (int k : kinds) {
      from.set(units.get(k).get(place), -Math.min(capacity(k), inReach(k, place)));
    }
    for (int i : ground.reach[kinds.get(0)][place]) {
      if (demand(i) > 0) {
        var flow = model.newVariable(name + "_" + i).lower(0).upper(demand(i));
        from.set(flow, 1);
        serving.get(i).set(flow, 1);
      }
    }
  }

  private void addRounding() {
    for (int k = 0; k < units.size(); k++) {
      if (!ground.kinds.get(k).covers() && Double.isFinite(capacity(k))) {
        for (int place : units.get(k).keySet()) {
          addRounding(place, capacity(k), "r" + k + "_" + place);
        }
      }
    }
  }

  /** d − y + flows + Σ c x ≥ d, rounded with the divisor. */
  private void addRounding(int area, double divisor, String name) {
    double number = demand(area) / divisor;
    double fraction = number - Math.floor(number);
    if (fraction < FRACTION || fraction > 1 - FRACTION) {
      return;
    }
    double step = divisor * fraction;
    var row = model.newExpression(name).lower(step * Math.ceil(number) - demand(area));
    for (var served : serving.get(area).getLinearKeySet()) {
      var variable = model.getVariable(served);
      if (!variable.isInteger()) {
        row.set(variable, serving.get(area).get(variable));
      }
    }
    for (int k = 0; k < units.size(); k++) {
      var x = units.get(k).get(area);
      if (x != null && !ground.kinds.get(k).covers()) {
        double size = Math.min(capacity(k), demand(area)) / divisor;
        double whole = Math.floor(size + FRACTION);
        row.set(x, step * (whole + Math.min(1, Math.max(0, size - whole) / fraction)));
      }
    }
    for (int k = 0; k < units.size(); k++) {
      if (ground.kinds.get(k).covers() && Double.isInfinite(capacity(k))) {
        for (var unit : units.get(k).entrySet()) {
          if (Arrays.stream(ground.reach[k][unit.getKey()]).anyMatch(i -> i == area)) {
            row.set(unit.getValue(), step * Math.ceil(number));
          }
        }
      }
    }
  }

  private void addRules() {
    for (int k = 0; k < units.size(); k++) {
      var sum = model.newExpression("n" + k).level(0).set(totals.get(k), -1);
      units.get(k).values().forEach(x -> sum.set(x, 1));
    }
    if (rules.budget() < Double.POSITIVE_INFINITY) {
      var sum = model.newExpression("budget").upper(rules.budget());
      for (int k = 0; k < units.size(); k++) {
        sum.set(totals.get(k), ground.kinds.get(k).cost());
      }
    }
    if (rules.capPerArea() < AllocationRules.NO_CAP) {
      for (int i = 0; i < ground.demand.length; i++) {
        sum("cap" + i, i, true).upper(rules.capPerArea());
      }
    }
    for (int d = 0; d < ground.districts.size(); d++) {
      int least = rules.minimum(ground.districts.get(d));
      if (least > 0) {
        sum("d" + d, d, false).lower(least);
      }
    }
  }

  /** Units in an area, or in a district. */
  private Expression sum(String name, int of, boolean area) {
    var sum = model.newExpression(name);
    for (var own : units) {
      own.forEach(
          (place, x) -> {
            if (of == (area ? place : ground.district[place])) {
              sum.set(x, 1);
            }
          });
    }
    return sum;
  }
}
