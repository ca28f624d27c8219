package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What lies near a part of a component: small programs on it bound what the whole component leaves
 * open from below and from above, and nearly always decide.
 */
final class Neighbourhood {
  /** A component of fewer pieces is looked at as a whole. */
  static final int MOST_PIECES = 48;

  private static final int MOST_ROWS = 24;
  private static final int PIECES_OF_ROW = 4;

  private final PublishedSums.Component component;
  private final Unknowns unknowns;
  private final BitSet part;

  Neighbourhood(PublishedSums.Component component, Unknowns unknowns, BitSet part) {
    this.component = component;
    this.unknowns = unknowns;
    this.part = part;
  }

  /** At most what is open: only near pieces may differ; 0 if that cannot be solved. */
  double leastSpread() {
    var rows = component.rows().stream().map(PublishedSums.Row::pieces).toList();
    return new BoundsProgram(rows, nearPieces(), unknowns).spread(part).orElse(0);
  }

  /** At least what is open: only near rows are known; huge if that cannot be solved. */
  double mostSpread() {
    var rows = nearRows();
    var pieces = (BitSet) part.clone();
    rows.forEach(pieces::or);
    return new BoundsProgram(rows, pieces, unknowns).spread(part).orElse(Double.MAX_VALUE);
  }

  /** The part, and from every row that holds one of the pieces found so far the heaviest others. */
  private BitSet nearPieces() {
    var near = (BitSet) part.clone();
    boolean grows = true;
    while (grows && near.cardinality() < MOST_PIECES) {
      int before = near.cardinality();
      var reached = (BitSet) near.clone();
      for (var row : component.rows()) {
        if (row.pieces().intersects(reached) && near.cardinality() < MOST_PIECES) {
          heaviest(row.pieces(), near).forEach(near::set);
        }
      }
      grows = near.cardinality() > before;
    }
    return near;
  }

  private List<Integer> heaviest(BitSet row, BitSet except) {
    return row.stream()
        .filter(piece -> !except.get(piece))
        .boxed()
        .sorted(Comparator.comparingDouble(piece -> -unknowns.weight(piece)))
        .limit(PIECES_OF_ROW)
        .toList();
  }

  /** The smallest rows first that hold a piece of the part, then those that share with these. */
  private List<BitSet> nearRows() {
    var bySize = new ArrayList<BitSet>();
    component.rows().forEach(row -> bySize.add(row.pieces()));
    bySize.sort(Comparator.comparing(BitSet::cardinality));
    Set<BitSet> near = new LinkedHashSet<>();
    var reached = (BitSet) part.clone();
    boolean grows = true;
    while (grows && near.size() < MOST_ROWS) {
      int before = near.size();
      var from = (BitSet) reached.clone();
      for (var row : bySize) {
        if (row.intersects(from) && near.size() < MOST_ROWS && near.add(row)) {
          reached.or(row);
        }
      }
      grows = near.size() > before;
    }
    return List.copyOf(near);
  }
}
