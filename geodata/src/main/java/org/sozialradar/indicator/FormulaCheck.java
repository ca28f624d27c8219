package org.sozialradar.indicator;

import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The formulas of all derived indicators.
 *
 * @param usable formula by indicator id
 * @param faults why the formula of an indicator cannot be used, by indicator id
 */
public record FormulaCheck(
    SortedMap<String, Formula> usable, SortedMap<String, FormulaException> faults) {
  public FormulaCheck {
    usable = Collections.unmodifiableSortedMap(new TreeMap<>(usable));
    faults = Collections.unmodifiableSortedMap(new TreeMap<>(faults));
  }

  static FormulaCheck of(Map<String, Indicator> indicators) {
    var parsed = new TreeMap<String, Formula>();
    var faults = new TreeMap<String, FormulaException>();
    indicators.values().stream()
        .filter(Indicator::isDerived)
        .forEach(
            indicator -> {
              try {
                parsed.put(indicator.id(), parse(indicator, indicators));
              } catch (FormulaException fault) {
                faults.put(indicator.id(), fault);
              }
            });
    var needs = needs(parsed, indicators);
    for (var id : parsed.keySet()) {
      if (reaches(needs, id)) {
        faults.put(id, new FormulaException("formula-cycle", 0, id + " needs itself"));
      }
    }
    dropUnusable(parsed, faults);
    return new FormulaCheck(parsed, faults);
  }

  private static Formula parse(Indicator indicator, Map<String, Indicator> indicators) {
    var formula = Formula.parse(indicator.formula());
    formula.requireUnits(
        id -> Optional.ofNullable(indicators.get(id)).map(Indicator::unit), indicator.unit());
    return formula;
  }

  /**
   * What each indicator is computed from: inputs of its formula, or the denominator of its rate.
   */
  private static Map<String, Set<String>> needs(
      Map<String, Formula> formulas, Map<String, Indicator> indicators) {
    var needs = new TreeMap<String, Set<String>>();
    indicators.forEach(
        (id, indicator) -> {
          if (formulas.containsKey(id)) {
            needs.put(id, formulas.get(id).indicatorIds());
          } else if (indicator.measure().kind() == Measure.Kind.RATE) {
            needs.put(id, Set.of(indicator.measure().weight()));
          }
        });
    return needs;
  }

  private static boolean reaches(Map<String, Set<String>> needs, String start) {
    var open = new TreeSet<>(needs.getOrDefault(start, Set.of()));
    var seen = new HashSet<String>();
    while (!open.isEmpty()) {
      String id = open.pollFirst();
      if (id.equals(start)) {
        return true;
      }
      if (seen.add(id)) {
        open.addAll(needs.getOrDefault(id, Set.of()));
      }
    }
    return false;
  }

  /** Removes formulas with faults, and those that need one of them, until none is left. */
  private static void dropUnusable(
      Map<String, Formula> formulas, Map<String, FormulaException> faults) {
    boolean changed = true;
    while (changed) {
      formulas.keySet().removeAll(faults.keySet());
      changed = false;
      for (var entry : formulas.entrySet()) {
        for (var id : entry.getValue().indicatorIds()) {
          if (faults.containsKey(id)) {
            faults.put(
                entry.getKey(),
                new FormulaException(
                    "formula-unknown-indicator", 0, "the formula of " + id + " cannot be used"));
            changed = true;
          }
        }
      }
    }
  }
}
