package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sozialradar.disclosure.CellAudit.Finding;

/**
 * Suppresses cells until the audit passes.
 *
 * <p>First the cells with too few respondents in any result of the family. Then, as long as the
 * {@link SuppressionAudit audit} finds something, a further cell from the published sums that it
 * follows from: the one with the fewest respondents that makes the sum safe, or several of them, or
 * the sum itself, whichever costs less; cells that are too imprecise to show anyway cost almost
 * nothing. Every round suppresses at least one cell, so it ends: a family without published cells
 * passes. What was published in an earlier release counts as known and cannot be suppressed; what
 * follows from earlier releases alone is reported.
 *
 * <p>The same cells give the same suppression. Stateless and safe for use by many threads.
 */
public final class CellSuppression {
  private static final double COST_OF_IMPRECISE = 1e-3;

  private final ReleaseCells cells;
  private final SurveyRule rule;
  private final CellAudit audit;
  private final BitSet hidden = new BitSet();
  private final Map<Integer, SuppressionReason> reasons = new TreeMap<>();
  private final Map<Integer, Integer> protectedCells = new TreeMap<>();
  private final Map<Finding, AuditFinding> known = new HashMap<>();
  private final List<AuditFinding> left = new ArrayList<>();
  private int rounds;

  private CellSuppression(ReleaseCells cells, SurveyRule rule) {
    this.cells = cells;
    this.rule = rule;
    audit = new CellAudit(cells, rule);
  }

  /** Decides which cells of a family are suppressed. */
  public static Suppression suppress(ReleaseCells cells, SurveyRule rule) {
    return new CellSuppression(cells, rule).run();
  }

  private Suppression run() {
    findKnown();
    for (int cell = 0; cell < cells.cellCount(); cell++) {
      if (cells.leastRespondents(cells.pieces(cell)) < rule.minRespondents()) {
        hide(cell, SuppressionReason.FEW_RESPONDENTS, cell);
      }
    }
    boolean repaired = true;
    while (repaired) {
      rounds++;
      repaired = repairAll();
    }
    return result();
  }

  private void hide(int cell, SuppressionReason reason, int protectedCell) {
    hidden.set(cell);
    reasons.put(cell, reason);
    protectedCells.put(cell, protectedCell);
  }

  /** What earlier releases alone tell; nothing that is suppressed now could change it. */
  private void findKnown() {
    var unreleased = new BitSet();
    IntStream.range(0, cells.cellCount())
        .filter(cell -> !cells.isReleased(cell))
        .forEach(unreleased::set);
    if (unreleased.cardinality() < cells.cellCount()) {
      var sums = new PublishedSums(cells, unreleased);
      for (var finding : audit.acceptKnown(sums, unreleased)) {
        known.put(finding, SuppressionAudit.named(cells, sums, finding));
      }
    }
  }

  private boolean repairAll() {
    var unseen = SuppressionAudit.unseen(cells, hidden);
    var sums = new PublishedSums(cells, unseen);
    Set<PublishedSums.Row> used = Collections.newSetFromMap(new IdentityHashMap<>());
    var repairs = new ArrayList<Finding>();
    audit.findings(
        sums,
        unseen,
        finding -> {
          var rows = sums.rowsOf(finding.pieces());
          if (!isKnownUnion(finding) && rows.stream().noneMatch(used::contains)) {
            repairs.add(finding);
            used.addAll(rows);
          }
        },
        pieces -> sums.rowsOf(pieces).stream().noneMatch(used::contains));
    left.clear();
    repairs.forEach(finding -> left.add(SuppressionAudit.named(cells, sums, finding)));
    boolean repaired = false;
    for (var finding : repairs) {
      repaired |= repair(sums, finding, unseen);
    }
    return repaired;
  }

  /** Cells that could be told before must not be told more narrowly; unions cannot be untold. */
  private boolean isKnownUnion(Finding finding) {
    return finding.cell() < 0 && known.containsKey(finding);
  }

  private boolean repair(PublishedSums sums, Finding finding, BitSet targets) {
    var touched = sums.componentsOf(finding.pieces());
    int protectedCell = finding.cell() >= 0 ? finding.cell() : touched.get(0).rows().get(0).base();
    List<Integer> choice =
        touched.size() == 1 && touched.get(0).isSingleRow()
            ? new RowRepair(cells, audit, sums, this::cost)
                .choose(touched.get(0).rows().get(0), targets)
            : cheapest(touched, finding.pieces());
    choice.forEach(cell -> hide(cell, finding.reason(), protectedCell));
    return !choice.isEmpty();
  }

  /** The cheapest cell among those that the overlapping sums around a set are made from. */
  private List<Integer> cheapest(List<PublishedSums.Component> touched, BitSet pieces) {
    var near = new BitSet();
    var all = new BitSet();
    for (var component : touched) {
      for (var row : component.rows()) {
        all.or(row.sources());
        if (row.pieces().intersects(pieces)) {
          near.or(row.sources());
        }
      }
    }
    var candidates = unreleased(near).isEmpty() ? unreleased(all) : unreleased(near);
    return candidates.isEmpty() ? List.of() : List.of(candidates.get(0));
  }

  private List<Integer> unreleased(BitSet sources) {
    return sources.stream()
        .filter(cell -> !cells.isReleased(cell))
        .boxed()
        .sorted(java.util.Comparator.<Integer>comparingDouble(this::cost))
        .toList();
  }

  /** What is lost if a cell is not published: the knowledge of its respondents. */
  private double cost(int cell) {
    double respondents =
        IntStream.range(0, cells.results().size())
            .map(result -> cells.sums(cells.pieces(cell), result).respondents())
            .max()
            .orElse(0);
    return cells.isImprecise(cell) ? COST_OF_IMPRECISE * respondents : respondents;
  }

  private Suppression result() {
    var ofKey = new TreeMap<CellKey, SuppressionReason>();
    var entries = new ArrayList<SuppressionReport.Entry>();
    for (var key : cells.keys()) {
      int cell = cells.cell(key);
      if (hidden.get(cell)) {
        var reason = reasons.get(cell);
        ofKey.put(key, reason);
        var other = protectedCells.get(cell);
        var protectedKey = other == cell ? key : cells.keys(other).first();
        entries.add(new SuppressionReport.Entry(key, reason, protectedKey));
      }
    }
    var report =
        new SuppressionReport(
            cells.keys().size(), entries, alreadyKnown(), rounds, audit.programs());
    return new Suppression(cells, rule, ofKey, report);
  }

  private List<AuditFinding> alreadyKnown() {
    var findings = new TreeMap<CellKey, AuditFinding>();
    left.forEach(finding -> findings.put(finding.cell(), finding));
    known.forEach(
        (finding, named) -> {
          if (finding.cell() < 0 || hidden.get(finding.cell())) {
            findings.put(named.cell(), named);
          }
        });
    return List.copyOf(findings.values());
  }
}
