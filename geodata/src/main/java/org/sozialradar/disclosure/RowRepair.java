package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Chooses what to suppress so that a single known sum becomes safe. Not safe for use by many
 * threads.
 */
final class RowRepair {
  private final ReleaseCells cells;
  private final CellAudit audit;
  private final PublishedSums sums;
  private final ToDoubleFunction<Integer> cost;

  RowRepair(
      ReleaseCells cells, CellAudit audit, PublishedSums sums, ToDoubleFunction<Integer> cost) {
    this.cells = cells;
    this.audit = audit;
    this.sums = sums;
    this.cost = cost;
  }

  /**
   * Cells to suppress: the cheapest part whose joining makes the sum safe; else parts from the
   * cheapest on until it is safe, or the cell that the sum began as, whichever costs less. Empty if
   * all of them were published before.
   *
   * @param suppressed cells to protect
   */
  List<Integer> choose(PublishedSums.Row row, BitSet suppressed) {
    var parts =
        row.sources().stream()
            .filter(cell -> cell != row.base() && !cells.isReleased(cell))
            .boxed()
            .sorted(Comparator.comparingDouble(cost))
            .toList();
    boolean baseIsOpen = !cells.isReleased(row.base());
    double baseCost = baseIsOpen ? cost.applyAsDouble(row.base()) : Double.POSITIVE_INFINITY;
    for (var part : parts) {
      if (cost.applyAsDouble(part) < baseCost && isSafeWith(row, List.of(part), suppressed)) {
        return List.of(part);
      }
    }
    var several = several(row, parts, suppressed);
    if (total(several) < baseCost || !baseIsOpen) {
      return several;
    }
    return List.of(row.base());
  }

  /** Parts from the cheapest on until the sum is safe, less those that are not needed for it. */
  private List<Integer> several(PublishedSums.Row row, List<Integer> parts, BitSet suppressed) {
    var chosen = new ArrayList<Integer>();
    for (var part : parts) {
      chosen.add(part);
      if (isSafeWith(row, chosen, suppressed)) {
        return needed(row, chosen, suppressed);
      }
    }
    return cells.isReleased(row.base()) ? chosen : List.of(row.base());
  }

  private List<Integer> needed(PublishedSums.Row row, List<Integer> chosen, BitSet suppressed) {
    var needed = new ArrayList<>(chosen);
    for (int i = chosen.size() - 1; i >= 0; i--) {
      var fewer = new ArrayList<>(needed);
      fewer.remove(chosen.get(i));
      if (!fewer.isEmpty() && isSafeWith(row, fewer, suppressed)) {
        needed = fewer;
      }
    }
    return needed;
  }

  private double total(List<Integer> chosen) {
    return chosen.stream().mapToDouble(cost).sum();
  }

  private boolean isSafeWith(PublishedSums.Row row, List<Integer> parts, BitSet suppressed) {
    var joined = (BitSet) row.pieces().clone();
    var protectedCells = (BitSet) suppressed.clone();
    for (var part : parts) {
      joined.or(sums.rowOf(part));
      protectedCells.set(part);
    }
    return audit.isSafeRow(joined, protectedCells);
  }
}
