package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The audit of one family under one rule: what follows from the cells that are seen, held against
 * the rule. Not safe for use by many threads.
 */
final class CellAudit {
  private static final double SLACK = 1e-7;

  /**
   * What must not follow.
   *
   * @param reason which condition fails
   * @param cell the suppressed cell; -1 for a union
   * @param pieces its pieces
   */
  record Finding(SuppressionReason reason, int cell, BitSet pieces) {}

  private final ReleaseCells cells;
  private final SurveyRule rule;
  private final List<Unknowns> results;
  private final Unknowns sizes;
  private final int[] leastOfPiece;
  private final Map<Integer, Double> knownSizes = new TreeMap<>();
  private final Map<Integer, List<Double>> knownWidths = new TreeMap<>();
  private final ComponentBounds bounds = new ComponentBounds();
  private final OpenCells open = new OpenCells();

  CellAudit(ReleaseCells cells, SurveyRule rule) {
    this.cells = cells;
    this.rule = rule;
    results =
        IntStream.range(0, cells.results().size())
            .mapToObj(result -> Unknowns.ofResult(cells, result))
            .toList();
    sizes = Unknowns.ofSizes(cells);
    leastOfPiece =
        IntStream.range(0, cells.pieceCount())
            .map(piece -> cells.leastRespondents(single(piece)))
            .toArray();
  }

  private static BitSet single(int piece) {
    var set = new BitSet();
    set.set(piece);
    return set;
  }

  /** How many linear programs were solved so far, each for a least and a largest value. */
  long programs() {
    return bounds.programs();
  }

  /**
   * All that must not follow.
   *
   * @param suppressed the cells to protect
   */
  List<Finding> findings(PublishedSums sums, BitSet suppressed) {
    return findings(sums, suppressed, finding -> {}, pieces -> true);
  }

  /**
   * What must not follow.
   *
   * @param sums what follows if the suppressed cells are not seen
   * @param found is told each finding at once
   * @param wanted whether a set of pieces shall be looked at
   */
  List<Finding> findings(
      PublishedSums sums, BitSet suppressed, Consumer<Finding> found, Predicate<BitSet> wanted) {
    open.seenAllBut(suppressed);
    var findings = new ArrayList<Finding>();
    Consumer<Finding> add = found.andThen(findings::add);
    sums.components().forEach(component -> smallUnion(component, suppressed).ifPresent(add));
    suppressed.stream()
        .filter(cell -> wanted.test(cells.pieces(cell)))
        .forEach(cell -> finding(sums, cell).ifPresent(add));
    return findings;
  }

  private Optional<Finding> smallUnion(PublishedSums.Component component, BitSet suppressed) {
    var found =
        component.isSingleRow()
            ? Optional.of(component.pieces()).filter(set -> isSmall(set, suppressed))
            : SmallUnions.find(component, leastOfPiece, rule.minRespondents());
    return found.map(set -> new Finding(SuppressionReason.UNION_TOO_SMALL, -1, set));
  }

  /** Whether a set whose mean is known has too few respondents, or cells if it holds suppressed. */
  boolean isSmall(BitSet set, BitSet suppressed) {
    return cells.leastRespondents(set) < rule.minRespondents()
        || (set.cardinality() < rule.minCells()
            && suppressed.stream().anyMatch(cell -> isWithin(cells.pieces(cell), set)));
  }

  private static boolean isWithin(BitSet part, BitSet set) {
    var rest = (BitSet) part.clone();
    rest.andNot(set);
    return rest.isEmpty();
  }

  private Optional<Finding> finding(PublishedSums sums, int cell) {
    var pieces = cells.pieces(cell);
    if (!isSpread(sums, cell)) {
      return Optional.of(new Finding(SuppressionReason.SIZE_TOO_NARROW, cell, pieces));
    }
    return IntStream.range(0, results.size()).allMatch(result -> isWide(sums, cell, result))
        ? Optional.empty()
        : Optional.of(new Finding(SuppressionReason.VALUE_TOO_NARROW, cell, pieces));
  }

  private boolean isSpread(PublishedSums sums, int cell) {
    return open.isOpen(
        results.size(),
        cell,
        () -> isAtLeast(leastSizes(cell), part -> spread(sums, sizes, cells.pieces(cell), part)));
  }

  private boolean isWide(PublishedSums sums, int cell, int result) {
    var pieces = cells.pieces(cell);
    double least = leastWidth(cell, result);
    return isInOneRow(sums, pieces)
        ? width(sums, result, pieces, bounds::spread) >= least
        : open.isOpen(
            result, cell, () -> isAtLeast(least, part -> width(sums, result, pieces, part)));
  }

  /** First by bounds that cost little, in the end by the linear program of all. */
  private boolean isAtLeast(double least, ToDoubleFunction<PartSpread> spread) {
    if (spread.applyAsDouble(bounds::sureSpread) >= least) {
      return true;
    }
    return spread.applyAsDouble(ComponentBounds::mostSpread) >= least
        && (spread.applyAsDouble(bounds::nearSpread) >= least
            || (spread.applyAsDouble(bounds::nearMostSpread) >= least
                && spread.applyAsDouble(bounds::spread) >= least));
  }

  private double leastSizes(int cell) {
    return Math.min(rule.minSizes() - 1, knownSizes.getOrDefault(cell, Double.MAX_VALUE)) - SLACK;
  }

  private double leastWidth(int cell, int result) {
    double known =
        knownWidths.containsKey(cell) ? knownWidths.get(cell).get(result) : Double.MAX_VALUE;
    return Math.min(rule.leastWidth(cells.results().get(result)), known) - SLACK;
  }

  /**
   * Takes over what can be told of cells already: no more is demanded than that it gets no
   * narrower.
   *
   * @return what can be told more narrowly than the rule allows
   */
  List<Finding> acceptKnown(PublishedSums earlier, BitSet unreleased) {
    var findings = findings(earlier, unreleased);
    for (var finding : findings) {
      if (finding.cell() >= 0) {
        var pieces = finding.pieces();
        knownSizes.put(finding.cell(), spread(earlier, sizes, pieces, bounds::spread));
        knownWidths.put(
            finding.cell(),
            IntStream.range(0, results.size())
                .mapToObj(result -> width(earlier, result, pieces, bounds::spread))
                .toList());
      }
    }
    return findings;
  }

  /** How far apart the largest and the least possible mean of a cell are; huge if no answers. */
  private double width(PublishedSums sums, int result, BitSet pieces, PartSpread ofPart) {
    var unknowns = results.get(result);
    double weight = unknowns.weight(pieces);
    if (weight == 0) {
      return Double.MAX_VALUE;
    }
    return isInOneRow(sums, pieces)
        ? rowWidth(sums.componentsOf(pieces).get(0).pieces(), result, pieces)
        : spread(sums, unknowns, pieces, ofPart) / weight;
  }

  private static boolean isInOneRow(PublishedSums sums, BitSet pieces) {
    var components = sums.componentsOf(pieces);
    return components.size() == 1
        && components.get(0).isSingleRow()
        && isWithin(pieces, components.get(0).pieces());
  }

  /** The width of what can be told of a part of a set whose total is known. */
  private double rowWidth(BitSet set, int result, BitSet part) {
    var unknowns = results.get(result);
    double width = unknowns.spread(set, part) / unknowns.weight(part);
    return cells.results().get(result).kind() == ResultRange.Kind.SCALE
        ? Math.min(width, widthByVariance(cells.sums(set, result), unknowns.weight(part)))
        : width;
  }

  /**
   * Intervals that are published tell how answers vary in the set; the mean of a part with share p
   * of the weight is at most s·√((1 − p)/p) from the mean of the set. Proportions: implied by their
   * mean.
   */
  private static double widthByVariance(AnswerSums set, double partWeight) {
    double share = partWeight / set.weight();
    double variance = set.squares() / set.weight() - set.mean() * set.mean();
    return share >= 1 ? 0 : 2 * Math.sqrt(Math.max(0, variance) * (1 - share) / share);
  }

  /** How a component bounds a part of it. */
  private interface PartSpread {
    double of(PublishedSums.Component component, Unknowns unknowns, BitSet part);
  }

  /** Components are independent: what is open adds up. Pieces in no row are open altogether. */
  private static double spread(
      PublishedSums sums, Unknowns unknowns, BitSet pieces, PartSpread ofPart) {
    var open = (BitSet) pieces.clone();
    double spread = 0;
    for (var component : sums.componentsOf(pieces)) {
      var part = (BitSet) pieces.clone();
      part.and(component.pieces());
      open.andNot(part);
      spread += ofPart.of(component, unknowns, part);
    }
    return spread + unknowns.weight(open) * (unknowns.upper() - unknowns.lower());
  }

  /**
   * Whether the total of a set may be known, as far as the suppressed cells are concerned that have
   * a part in it; of what they have outside all is taken as known.
   */
  boolean isSafeRow(BitSet set, BitSet suppressed) {
    if (isSmall(set, suppressed)) {
      return false;
    }
    return suppressed.stream()
        .filter(cell -> cells.pieces(cell).intersects(set))
        .allMatch(cell -> isSafeIn(set, cell));
  }

  private boolean isSafeIn(BitSet set, int cell) {
    var pieces = cells.pieces(cell);
    var part = (BitSet) pieces.clone();
    part.and(set);
    return sizes.spread(set, part) >= leastSizes(cell)
        && IntStream.range(0, results.size())
            .filter(result -> results.get(result).weight(part) > 0)
            .allMatch(result -> widthIn(set, result, part, pieces) >= leastWidth(cell, result));
  }

  private double widthIn(BitSet set, int result, BitSet part, BitSet pieces) {
    var unknowns = results.get(result);
    return rowWidth(set, result, part) * unknowns.weight(part) / unknowns.weight(pieces);
  }
}
