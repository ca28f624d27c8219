package org.sozialradar.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Linear program: the least and the largest possible total of some pieces, given the totals of rows
 * and the range of every piece. Solved by ojAlgo.
 *
 * <p>Fewer rows leave at least as much open; fewer pieces, all others staying as they are, leave at
 * most as much open.
 *
 * @param rows sets of pieces whose totals are known
 * @param pieces the pieces that may differ; all others are taken as known
 */
record BoundsProgram(List<BitSet> rows, BitSet pieces, Unknowns unknowns) {

  /** Everything that a component tells. */
  static BoundsProgram of(PublishedSums.Component component, Unknowns unknowns) {
    var rows = component.rows().stream().map(PublishedSums.Row::pieces).toList();
    return new BoundsProgram(rows, component.pieces(), unknowns);
  }

  /**
   * How far apart the largest and the least possible total are; empty if the solver finds none.
   *
   * @param part some of the pieces; what it holds beyond them does not move
   */
  OptionalDouble spread(BitSet part) {
    if (!(unknowns.weight(part) > 0)) {
      return OptionalDouble.of(0);
    }
    double scale = pieces.stream().mapToDouble(unknowns::weight).max().orElse(1);
    var most = model(part, scale).maximise();
    var least = model(part, scale).minimise();
    return isOptimal(most) && isOptimal(least)
        ? OptionalDouble.of(Math.max(0, (most.getValue() - least.getValue()) * scale))
        : OptionalDouble.empty();
  }

  private static boolean isOptimal(Optimisation.Result result) {
    return result.getState().isOptimal();
  }

  /** Pieces as their distance from the lower end of the range, weights relative to the largest. */
  private ExpressionsBasedModel model(BitSet part, double scale) {
    var model = new ExpressionsBasedModel();
    Map<Integer, Variable> variables = new HashMap<>();
    pieces.stream()
        .forEach(
            piece ->
                variables.put(
                    piece,
                    model
                        .newVariable("p" + piece)
                        .lower(0)
                        .upper(unknowns.upper() - unknowns.lower())
                        .weight(part.get(piece) ? unknowns.weight(piece) / scale : 0)));
    int number = 0;
    for (var row : rows) {
      var open = (BitSet) row.clone();
      open.and(pieces);
      if (!open.isEmpty()) {
        double level = unknowns.total(open) - unknowns.lower() * unknowns.weight(open);
        var expression = model.newExpression("r" + number++).level(Math.max(0, level / scale));
        open.stream()
            .forEach(piece -> expression.set(variables.get(piece), unknowns.weight(piece) / scale));
      }
    }
    return model;
  }
}
