package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Other totals of the pieces of a component that fit all its rows: how far a part can surely be
 * moved. A lower bound of what the linear program finds, at a small part of its cost.
 *
 * <p>The rows are brought to reduced echelon form; every piece that is no pivot gives a move that
 * keeps all rows: more in this piece, less or more in pivots. From the true totals such moves are
 * made one after the other as far as the range of every piece allows.
 */
final class FeasibleMoves {
  private static final double ZERO = 1e-9;
  private static final int PASSES = 4;

  /** Change of the total of each piece, by index; pieces that stay are left out. */
  private record Move(List<Integer> pieces, List<Double> changes) {}

  private final int[] pieces;
  private final List<Move> moves = new ArrayList<>();

  FeasibleMoves(PublishedSums.Component component) {
    pieces = component.pieces().stream().toArray();
    var matrix =
        component.rows().stream()
            .map(
                row ->
                    Arrays.stream(pieces).mapToDouble(p -> row.pieces().get(p) ? 1 : 0).toArray())
            .toArray(double[][]::new);
    int[] pivots = new EchelonForm(matrix).pivots();
    var isPivot = new BitSet();
    Arrays.stream(pivots).forEach(isPivot::set);
    for (int free = 0; free < pieces.length; free++) {
      if (!isPivot.get(free)) {
        moves.add(move(matrix, pivots, free));
      }
    }
  }

  private static Move move(double[][] matrix, int[] pivots, int free) {
    var indices = new ArrayList<Integer>();
    var changes = new ArrayList<Double>();
    indices.add(free);
    changes.add(1.0);
    for (int row = 0; row < pivots.length; row++) {
      if (Math.abs(matrix[row][free]) > ZERO) {
        indices.add(pivots[row]);
        changes.add(-matrix[row][free]);
      }
    }
    return new Move(indices, changes);
  }

  /** How far apart a large and a small total of a part surely are. */
  double spread(Unknowns unknowns, BitSet part) {
    return reach(unknowns, part, 1) + reach(unknowns, part, -1);
  }

  private double reach(Unknowns unknowns, BitSet part, int sign) {
    var totals = Arrays.stream(pieces).mapToDouble(unknowns::total).toArray();
    double reached = 0;
    for (int pass = 0; pass < PASSES; pass++) {
      for (var move : moves) {
        double effect = sign * effect(move, part);
        if (Math.abs(effect) > ZERO) {
          double step = longest(unknowns, totals, move, effect > 0 ? 1 : -1);
          make(totals, move, step);
          reached += effect * step;
        }
      }
    }
    return reached;
  }

  private double effect(Move move, BitSet part) {
    double effect = 0;
    for (int i = 0; i < move.pieces().size(); i++) {
      if (part.get(pieces[move.pieces().get(i)])) {
        effect += move.changes().get(i);
      }
    }
    return effect;
  }

  /** The longest step in a direction that keeps every piece within its range. */
  private double longest(Unknowns unknowns, double[] totals, Move move, int direction) {
    double longest = Double.MAX_VALUE;
    for (int i = 0; i < move.pieces().size(); i++) {
      int index = move.pieces().get(i);
      double weight = unknowns.weight(pieces[index]);
      double change = direction * move.changes().get(i);
      double room =
          change > 0
              ? unknowns.upper() * weight - totals[index]
              : totals[index] - unknowns.lower() * weight;
      longest = Math.min(longest, Math.max(0, room) / Math.abs(change));
    }
    return direction * longest;
  }

  private static void make(double[] totals, Move move, double step) {
    for (int i = 0; i < move.pieces().size(); i++) {
      totals[move.pieces().get(i)] += step * move.changes().get(i);
    }
  }
}
