package org.sozialradar.priority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sozialradar.composite.RankDraws;
import org.sozialradar.composite.RankIntervals;
import org.sozialradar.composite.RankStability;
import org.sozialradar.composite.UncertaintyPlan;

/**
 * Puts areas in an order and says how certain it is. In every draw weights are drawn from a
 * Dirichlet distribution around those given and values within their errors, those of one model
 * jointly over areas; scales keep their ends. Stateless and safe for use by many threads.
 */
public final class Prioritisation {
  private final PriorityQuestion question;
  private final PriorityInput input;
  private final RankedColumns columns;
  private final int[] nominal;

  private Prioritisation(PriorityQuestion question, PriorityInput input) {
    this.question = question;
    this.input = input;
    columns = RankedColumns.of(question, input);
    nominal = RankDraws.ranks(columns.nominal(question.method()));
  }

  /**
   * The order of areas.
   *
   * @throws InvalidPriorityException {@code column-missing}, {@code too-many-missing}, {@code
   *     too-few-areas}, {@code criterion-constant}, {@code first-out-of-range} if k is larger than
   *     the number of ranked areas, {@code too-many-ranks}
   */
  public static PriorityResult of(PriorityQuestion question, PriorityInput input) {
    return new Prioritisation(question, input).result();
  }

  /**
   * The scores behind an order and its first draws, the same that its rank intervals rest on.
   *
   * @param draws how many of them, at least 0, whatever the question says
   * @throws InvalidPriorityException {@code column-missing}, {@code too-many-missing}, {@code
   *     too-few-areas}, {@code criterion-constant}
   */
  public static PriorityScores scores(PriorityQuestion question, PriorityInput input, int draws) {
    var own = new Prioritisation(question, input);
    var scorer = own.columns.scorer(question.method());
    return new PriorityScores(
        own.columns.codes(),
        DoubleStream.of(own.columns.nominal(question.method())).boxed().toList(),
        RankDraws.scores(draws, question.seed(), random -> own.columns.draw(scorer, random)),
        own.unranked());
  }

  private PriorityResult result() {
    int areas = columns.codes().size();
    if (question.first() > areas) {
      throw new InvalidPriorityException(
          "first-out-of-range",
          "the first " + question.first() + " of " + areas + " areas",
          Map.of("first", Integer.toString(question.first()), "areas", Integer.toString(areas)));
    }
    if ((long) areas * question.draws() > PriorityQuestion.MOST_RANKS) {
      throw new InvalidPriorityException(
          "too-many-ranks",
          areas + " areas and " + question.draws() + " draws are too many",
          Map.of(
              "areas",
              Integer.toString(areas),
              "draws",
              Integer.toString(question.draws()),
              "most",
              Integer.toString(PriorityQuestion.MOST_RANKS / areas)));
    }
    var draws = draws();
    int[] order = order();
    return new PriorityResult(
        question,
        areas(draws.intervals(question.first()), order),
        unranked(),
        draws.stability(question.first()),
        decisive(),
        agreement(),
        disagreement(order),
        pairs(draws, order),
        unknownErrors());
  }

  private RankDraws draws() {
    var scorer = columns.scorer(question.method());
    var plan =
        new UncertaintyPlan(
            question.draws(),
            question.seed(),
            List.of(),
            List.of(),
            PriorityQuestion.WEIGHT_CONCENTRATION,
            false,
            true);
    return RankDraws.of(
        columns.codes(),
        columns.nominal(question.method()),
        plan,
        random -> columns.draw(scorer, random));
  }

  /** Rows by nominal rank, then code. */
  private int[] order() {
    return IntStream.range(0, nominal.length)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer row) -> nominal[row])
                .thenComparing(row -> columns.codes().get(row)))
        .mapToInt(row -> row)
        .toArray();
  }

  private List<PriorityArea> areas(RankIntervals ranks, int[] order) {
    var scores = columns.nominal(question.method());
    var parts =
        columns.scorer(question.method()).contributions(columns.values(), columns.weights());
    double[] need = axis(true);
    double[] lack = axis(false);
    int[] without = withoutSupport();
    return IntStream.of(order)
        .mapToObj(
            row ->
                new PriorityArea(
                    columns.codes().get(row),
                    scores[row],
                    need[row],
                    1 - lack[row],
                    contributions(parts, row),
                    ranks.at(row),
                    ranks.probabilityAmongFirst(question.first(), row),
                    without[row]))
        .toList();
  }

  private SortedMap<String, Double> contributions(double[][] parts, int row) {
    var contributions = new TreeMap<String, Double>();
    for (int j = 0; j < parts.length; j++) {
      contributions.put(columns.criteria().get(j).id(), parts[j][row]);
    }
    return contributions;
  }

  /** Places on an axis; NaN if it has no criteria. */
  private double[] axis(boolean need) {
    var own = columns.only(criterion -> criterion.role().isNeed() == need);
    if (!own.criteria().isEmpty()) {
      return own.nominal(new PriorityMethod.WeightedSum());
    }
    var none = new double[nominal.length];
    Arrays.fill(none, Double.NaN);
    return none;
  }

  private int[] withoutSupport() {
    var others = columns.only(criterion -> criterion.role() != Role.SUPPORT);
    boolean differs =
        !others.criteria().isEmpty() && others.criteria().size() < columns.criteria().size();
    return differs ? RankDraws.ranks(others.nominal(question.method())) : new int[nominal.length];
  }

  private List<PriorityResult.Unranked> unranked() {
    var unranked = new ArrayList<PriorityResult.Unranked>();
    for (int row = 0; row < input.codes().size(); row++) {
      var missing = RankedColumns.missing(columns.criteria(), input, row);
      if (!missing.isEmpty()) {
        unranked.add(new PriorityResult.Unranked(input.codes().get(row), missing));
      }
    }
    unranked.sort(Comparator.comparing(PriorityResult.Unranked::code));
    return unranked;
  }

  private List<PriorityResult.Influence> decisive() {
    return columns.criteria().stream()
        .map(one -> new PriorityResult.Influence(one.id(), change(one)))
        .sorted(
            Comparator.comparingDouble(PriorityResult.Influence::meanRankChange)
                .reversed()
                .thenComparing(PriorityResult.Influence::criterion))
        .toList();
  }

  /** How far areas move without a criterion; without the only one all of them share rank 1. */
  private double change(Criterion left) {
    var others = columns.only(criterion -> !criterion.equals(left));
    int[] ranks =
        others.criteria().isEmpty()
            ? IntStream.range(0, nominal.length).map(row -> 1).toArray()
            : RankDraws.ranks(others.nominal(question.method()));
    return IntStream.range(0, nominal.length)
        .map(row -> Math.abs(ranks[row] - nominal[row]))
        .average()
        .orElse(0);
  }

  /** The methods that can be compared, the one asked for among them. */
  private List<PriorityMethod> methods() {
    var methods = new ArrayList<PriorityMethod>();
    methods.add(question.method());
    var others = new ArrayList<PriorityMethod>();
    if (PriorityQuestion.hasBothAxes(columns.criteria())) {
      others.add(new PriorityMethod.TwoAxes());
    }
    others.add(new PriorityMethod.WeightedSum());
    others.add(new PriorityMethod.Topsis());
    others.add(PriorityMethod.Product.STANDARD);
    others.stream()
        .filter(other -> !other.id().equals(question.method().id()))
        .forEach(methods::add);
    return methods;
  }

  private SortedMap<String, int[]> ranksByMethod() {
    var ranks = new TreeMap<String, int[]>();
    methods().forEach(one -> ranks.put(one.id(), RankDraws.ranks(columns.nominal(one))));
    return ranks;
  }

  private SortedMap<String, Double> agreement() {
    var agreement = new TreeMap<String, Double>();
    ranksByMethod()
        .forEach((id, ranks) -> agreement.put(id, RankStability.correlation(nominal, ranks)));
    agreement.remove(question.method().id());
    return agreement;
  }

  private List<PriorityResult.Disagreement> disagreement(int[] order) {
    var ranks = ranksByMethod();
    return IntStream.of(order)
        .mapToObj(
            row -> {
              var own = new TreeMap<String, Integer>();
              ranks.forEach((method, all) -> own.put(method, all[row]));
              return new PriorityResult.Disagreement(columns.codes().get(row), own);
            })
        .filter(one -> one.spread() > 0)
        .sorted(Comparator.comparingInt(PriorityResult.Disagreement::spread).reversed())
        .limit(PriorityResult.MOST_DISAGREEMENTS)
        .toList();
  }

  private List<PriorityResult.Pair> pairs(RankDraws draws, int[] order) {
    int most = Math.min(order.length, Math.min(question.first(), PriorityResult.MOST_PAIRED));
    var pairs = new ArrayList<PriorityResult.Pair>();
    for (int i = 0; i < most; i++) {
      for (int k = i + 1; k < most; k++) {
        pairs.add(
            new PriorityResult.Pair(
                columns.codes().get(order[i]),
                columns.codes().get(order[k]),
                draws.probabilityAhead(order[i], order[k])));
      }
    }
    return pairs;
  }

  private SortedMap<String, Integer> unknownErrors() {
    var unknown = new TreeMap<String, Integer>();
    for (var criterion : columns.criteria()) {
      int number = input.column(criterion.id()).unknownErrors();
      if (number > 0) {
        unknown.put(criterion.id(), number);
      }
    }
    return unknown;
  }
}
