package org.sozialradar.disclosure;

import java.util.BitSet;
import java.util.IdentityHashMap;

/**
 * How far parts of components are left open: in closed form for a single row, else first by moves
 * that are surely possible, then by linear program. Keeps what it has prepared. Not safe for use by
 * many threads.
 */
final class ComponentBounds {
  private final IdentityHashMap<PublishedSums.Component, FeasibleMoves> moves =
      new IdentityHashMap<>();
  private long programs;

  /** How many bounds needed the solver. */
  long programs() {
    return programs;
  }

  /**
   * How far apart the largest and the least possible total of a part are; 0 if the solver finds
   * none, so that a failure never passes for safety.
   */
  double spread(PublishedSums.Component component, Unknowns unknowns, BitSet part) {
    if (component.isSingleRow()) {
      return unknowns.spread(component.pieces(), part);
    }
    programs++;
    return BoundsProgram.of(component, unknowns).spread(part).orElse(0);
  }

  /** A spread that near pieces alone allow, at most the true one. */
  double nearSpread(PublishedSums.Component component, Unknowns unknowns, BitSet part) {
    if (isSmall(component)) {
      return sureSpread(component, unknowns, part);
    }
    programs++;
    return new Neighbourhood(component, unknowns, part).leastSpread();
  }

  /** A spread that near rows alone allow, at least the true one. */
  double nearMostSpread(PublishedSums.Component component, Unknowns unknowns, BitSet part) {
    if (isSmall(component)) {
      return mostSpread(component, unknowns, part);
    }
    programs++;
    return new Neighbourhood(component, unknowns, part).mostSpread();
  }

  private static boolean isSmall(PublishedSums.Component component) {
    return component.pieces().cardinality() <= Neighbourhood.MOST_PIECES;
  }

  /** A total spread that is surely possible, at most the true one. */
  double sureSpread(PublishedSums.Component component, Unknowns unknowns, BitSet part) {
    return component.isSingleRow()
        ? unknowns.spread(component.pieces(), part)
        : moves.computeIfAbsent(component, FeasibleMoves::new).spread(unknowns, part);
  }

  /** A total spread that is at least the true one: every row looked at alone. */
  static double mostSpread(PublishedSums.Component component, Unknowns unknowns, BitSet part) {
    double ofPieces = part.stream().mapToDouble(piece -> ofPiece(component, unknowns, piece)).sum();
    return component.rows().stream()
        .filter(row -> row.holds(part))
        .mapToDouble(row -> unknowns.spread(row.pieces(), part))
        .reduce(ofPieces, Math::min);
  }

  private static double ofPiece(PublishedSums.Component component, Unknowns unknowns, int piece) {
    var part = new BitSet();
    part.set(piece);
    return component.rows().stream()
        .filter(row -> row.pieces().get(piece))
        .mapToDouble(row -> unknowns.spread(row.pieces(), part))
        .min()
        .orElse(0);
  }
}
