package org.sozialradar.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Branch and bound on the numbers of units of each kind in all, best bound first. With whole
 * numbers of these the relaxed program of all places is much tighter than without, because no part
 * of a unit is bought with the rest of a budget, and they guide a fast allocation that often
 * reaches the bound.
 */
final class TotalsSearch {
  private static final double WHOLE = 1e-6;

  private final CoverageProgram program;
  private final ToDoubleFunction<CoverageProgram.Relaxed> reached;
  private double known;

  /** A range of numbers of each kind and what no allocation within it exceeds. */
  private record Node(
      List<Integer> least, List<Integer> most, double bound, CoverageProgram.Relaxed at) {}

  private TotalsSearch(
      CoverageProgram program, double known, ToDoubleFunction<CoverageProgram.Relaxed> reached) {
    this.program = program;
    this.known = known;
    this.reached = reached;
  }

  /**
   * A value that nothing exceeds.
   *
   * @param known what some allocation covers; the search ends when it is the bound
   * @param reached tells what is known to be covered after an allocation near a solution was tried
   * @param most programs that are solved at most, so that the search ends at the same place on
   *     every machine
   * @param guard whether there is time for another one
   * @return infinite if the first program cannot be solved
   */
  static double bound(
      CoverageProgram program,
      double known,
      ToDoubleFunction<CoverageProgram.Relaxed> reached,
      int most,
      java.util.function.BooleanSupplier guard) {
    return new TotalsSearch(program, known, reached).bound(most, guard);
  }

  private double bound(int most, java.util.function.BooleanSupplier guard) {
    var open = new PriorityQueue<Node>(Comparator.comparingDouble((Node one) -> -one.bound()));
    var first = node(program.noUnits(), program.allUnits(), Double.POSITIVE_INFINITY);
    if (first.at().totals().isEmpty()) {
      return first.bound();
    }
    open.add(first);
    double closed = 0;
    for (int solved = 1; !open.isEmpty(); ) {
      var best = open.peek();
      if (isReached(best.bound()) || isReached(Math.max(best.bound(), closed))) {
        break;
      }
      int kind = mostFractional(best.at().totals());
      if (kind < 0) {
        open.remove();
        known = Math.max(known, reached.applyAsDouble(best.at()));
        closed = Math.max(closed, best.bound());
        continue;
      }
      if (solved + 2 > most || !guard.getAsBoolean()) {
        break;
      }
      open.remove();
      known = Math.max(known, reached.applyAsDouble(best.at()));
      for (var child : children(best, kind)) {
        solved++;
        if (child.at().totals().isEmpty()) {
          closed = Math.max(closed, child.bound());
        } else if (!isReached(child.bound())) {
          open.add(child);
        }
      }
    }
    double left = open.isEmpty() ? 0 : open.peek().bound();
    return Math.max(known, Math.max(left, closed));
  }

  private boolean isReached(double bound) {
    return bound - known <= AllocationResult.ROUNDING * bound;
  }

  private List<Node> children(Node parent, int kind) {
    int below = (int) Math.floor(parent.at().totals().get(kind));
    return List.of(
        node(parent.least(), with(parent.most(), kind, below), parent.bound()),
        node(with(parent.least(), kind, below + 1), parent.most(), parent.bound()));
  }

  private Node node(List<Integer> least, List<Integer> most, double parent) {
    var relaxed = program.relaxed(least, most);
    return new Node(least, most, Math.min(parent, relaxed.bound()), relaxed);
  }

  private static List<Integer> with(List<Integer> numbers, int kind, int number) {
    var changed = new ArrayList<>(numbers);
    changed.set(kind, number);
    return List.copyOf(changed);
  }

  private static int mostFractional(List<Double> totals) {
    int kind = -1;
    double far = WHOLE;
    for (int k = 0; k < totals.size(); k++) {
      double off = Math.abs(totals.get(k) - Math.rint(totals.get(k)));
      if (off > far) {
        far = off;
        kind = k;
      }
    }
    return kind;
  }
}
