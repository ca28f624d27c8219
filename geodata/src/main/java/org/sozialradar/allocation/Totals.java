package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * How many units of each kind would cover most if each of them were used in full: a program of as
 * many whole numbers as there are kinds. What it covers is a bound that the relaxed program of all
 * places lacks, as there a part of a unit may be bought with the rest of a budget; and its numbers
 * guide the fast allocation.
 *
 * @param number units by kind
 * @param bound no allocation covers more
 */
record Totals(List<Integer> number, double bound) {
  Totals {
    number = List.copyOf(number);
  }

  /** The best numbers under the rules; empty if a kind has no limit of capacity. */
  static Optional<Totals> of(Ground ground, AllocationRules rules) {
    double all = Arrays.stream(ground.demand).sum();
    if (ground.kinds.stream().anyMatch(kind -> kind.capacity() >= all)) {
      return Optional.empty();
    }
    var model = new ExpressionsBasedModel();
    model.options.integer(IntegerStrategy.DEFAULT.withParallelism(() -> 1));
    var numbers = new ArrayList<Variable>();
    for (var kind : ground.kinds) {
      numbers.add(
          model
              .newVariable(kind.id())
              .lower(0)
              .upper(kind.number())
              .integer(true)
              .weight(kind.capacity()));
    }
    var cost = model.newExpression("budget");
    var sum = model.newExpression("sum").lower(least(ground, rules)).upper(most(ground, rules));
    for (int k = 0; k < numbers.size(); k++) {
      cost.set(numbers.get(k), ground.kinds.get(k).cost());
      sum.set(numbers.get(k), 1);
    }
    if (rules.budget() < Double.POSITIVE_INFINITY) {
      cost.upper(rules.budget());
    }
    var result = model.maximise();
    return result.getState().isOptimal()
        ? Optional.of(
            new Totals(
                numbers.stream()
                    .map(one -> Math.round(one.getValue().doubleValue()))
                    .map(Long::intValue)
                    .toList(),
                Math.min(all, result.getValue())))
        : Optional.empty();
  }

  private static long least(Ground ground, AllocationRules rules) {
    return ground.districts.stream().mapToLong(rules::minimum).sum();
  }

  private static long most(Ground ground, AllocationRules rules) {
    return Math.min(
        AllocationQuestion.MOST_UNITS, (long) rules.capPerArea() * ground.demand.length);
  }
}
