package org.sozialradar.disclosure;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Linear program: the least and the largest possible total of some pieces of a component, given the
 * totals of its rows and the range of every piece. Solved by ojAlgo.
 *
 * <p>Not safe for use by many threads.
 */
final class BoundsProgram {
  private final PublishedSums.Component component;
  private final Unknowns unknowns;
  private final double scale;

  BoundsProgram(PublishedSums.Component component, Unknowns unknowns) {
    this.component = component;
    this.unknowns = unknowns;
    scale = component.pieces().stream().mapToDouble(unknowns::weight).max().orElse(1);
  }

  /**
   * How far apart the largest and the least possible total are; 0 if the solver finds none, so that
   * a failure never passes for safety.
   */
  double spread(BitSet part) {
    if (!(unknowns.weight(part) > 0)) {
      return 0;
    }
    var most = model(part).maximise();
    var least = model(part).minimise();
    return isOptimal(most) && isOptimal(least)
        ? Math.max(0, (most.getValue() - least.getValue()) * scale)
        : 0;
  }

  private static boolean isOptimal(Optimisation.Result result) {
    return result.getState().isOptimal();
  }

  /** Pieces as their distance from the lower end of the range, weights relative to the largest. */
  private ExpressionsBasedModel model(BitSet part) {
    var model = new ExpressionsBasedModel();
    Map<Integer, Variable> variables = new HashMap<>();
    component.pieces().stream()
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
    for (var row : component.rows()) {
      double weight = unknowns.weight(row.pieces());
      double level = (unknowns.total(row.pieces()) - unknowns.lower() * weight) / scale;
      var expression = model.newExpression("r" + number++).level(Math.max(0, level));
      row.pieces().stream()
          .forEach(piece -> expression.set(variables.get(piece), unknowns.weight(piece) / scale));
    }
    return model;
  }
}
