package org.sozialradar.disclosure;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Judges whether suppressed cells can be told from what is published.
 *
 * <p>An attacker is assumed to know every published value exactly, the weights of all cells, the
 * range of each result, the number of respondents of every published cell and how answers vary in
 * it, and all earlier releases. Unknown are the means of the pieces that cells are made of. The
 * audit fails if
 *
 * <ul>
 *   <li>a union of pieces whose total follows by adding and subtracting published totals has fewer
 *       respondents than the rule's minimum or, holding a suppressed cell, fewer cells;
 *   <li>the least and the largest value of a suppressed cell that fit everything published lie
 *       closer together than twice the rule's bound (linear programming);
 *   <li>the number of respondents of a suppressed cell is left fewer possible values than the rule
 *       demands.
 * </ul>
 *
 * <p>Totals that follow from disjoint sets have their bounds in closed form; only what hangs
 * together in several overlapping sums goes to the solver. Source: Hundepool et al., Statistical
 * Disclosure Control (Wiley 2012), chapter 4. Stateless and safe for use by many threads.
 */
public final class SuppressionAudit {
  private SuppressionAudit() {}

  /**
   * What must not follow and does; empty if the audit passes.
   *
   * @param suppressed the cells that are not published; cells published in an earlier release stay
   *     known even if they are named here
   */
  public static List<AuditFinding> audit(
      ReleaseCells cells, Set<CellKey> suppressed, SurveyRule rule) {
    var hidden = new BitSet();
    suppressed.stream().filter(cells::contains).forEach(key -> hidden.set(cells.cell(key)));
    var sums = new PublishedSums(cells, unseen(cells, hidden));
    return new CellAudit(cells, rule)
        .findings(sums, unseen(cells, hidden)).stream()
            .map(finding -> named(cells, sums, finding))
            .toList();
  }

  /** Hidden cells that were not published before. */
  static BitSet unseen(ReleaseCells cells, BitSet hidden) {
    var unseen = (BitSet) hidden.clone();
    hidden.stream().filter(cells::isReleased).forEach(unseen::clear);
    return unseen;
  }

  static AuditFinding named(ReleaseCells cells, PublishedSums sums, CellAudit.Finding finding) {
    int cell =
        finding.cell() >= 0
            ? finding.cell()
            : sums.componentsOf(finding.pieces()).get(0).rows().get(0).base();
    return new AuditFinding(cells.keys(cell).first(), finding.reason());
  }
}
