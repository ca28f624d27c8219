package org.sozialradar.composite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.JumpableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.sozialradar.area.AreaCode;

/**
 * Ranks of areas in many draws. Rank 1 has the highest score; areas of equal score share the best
 * rank of theirs. Ranked are the areas that have a score. What leaves are {@link RankIntervals}, of
 * all areas or within a {@link PeerGroup}.
 *
 * <p>Every draw has its own stream of one generator (XoShiRo256++, streams 2^128 numbers apart), so
 * neither the number of threads nor their timing matters. Runs on the threads of the pool that the
 * caller is in, else on all. Immutable and safe for use by many threads; holds 4 bytes per area and
 * draw.
 */
public final class RankDraws {
  /** Areas × draws that are held at most: 200 MB. */
  public static final long MOST_RANKS = 50_000_000;

  private static final int FEWEST_PEERS = 2;

  private final UncertaintyPlan plan;
  private final List<AreaCode> codes;
  private final int[] nominal;

  /** Ranks draw by draw: those of draw d begin at d · areas. */
  private final int[] ranks;

  private RankDraws(UncertaintyPlan plan, List<AreaCode> codes, int[] nominal, int[] ranks) {
    this.plan = plan;
    this.codes = codes;
    this.nominal = nominal;
    this.ranks = ranks;
  }

  /**
   * Draws an index anew.
   *
   * @throws InvalidIndexException the faults of {@link CompositeIndex#compute}, {@code no-scores}
   *     if no area has a score, {@code too-many-ranks}
   */
  public static RankDraws simulate(CompositeIndex index, IndexInput input, UncertaintyPlan plan) {
    var simulation = new RankSimulation(PreparedIndex.of(index, input), plan);
    int[] rows = simulation.rows();
    if (rows.length == 0) {
      throw new InvalidIndexException(
          "no-scores", "no area has a score of index " + index.id(), Map.of("index", index.id()));
    }
    var codes = IntStream.of(rows).mapToObj(input.codes()::get).toList();
    return of(codes, simulation.nominal(), plan, simulation::draw);
  }

  /**
   * Ranks of scores that somebody else draws.
   *
   * @param codes areas, one per row, at least one
   * @param nominal the score of each area without a draw; finite
   * @param plan how often and from which seed
   * @param draw the scores of one draw, finite, from its own stream of random numbers; called by
   *     many threads at once
   * @throws InvalidIndexException {@code no-scores} without areas, {@code too-many-ranks}
   */
  public static RankDraws of(
      List<AreaCode> codes,
      double[] nominal,
      UncertaintyPlan plan,
      Function<UniformRandomProvider, double[]> draw) {
    requireRanks(codes.size(), plan);
    int areas = codes.size();
    var streams = streams(plan.draws(), plan.seed());
    var ranks = new int[areas * plan.draws()];
    IntStream.range(0, plan.draws())
        .parallel()
        .forEach(
            number -> {
              var drawn = ranks(draw.apply(streams.get(number)));
              System.arraycopy(drawn, 0, ranks, number * areas, areas);
            });
    return new RankDraws(plan, List.copyOf(codes), ranks(nominal), ranks);
  }

  /**
   * Draws the ranks of a single result, such as a survey result with its errors, within its
   * sampling errors.
   *
   * @param indicator whose column is ranked; with {@link IndexIndicator.Direction#RAISES} the
   *     highest value has rank 1
   * @throws InvalidIndexException as {@link #simulate}
   */
  public static RankDraws ofIndicator(
      IndexInput input, IndexIndicator indicator, int draws, long seed) {
    var equal = new WeightScheme.Equal();
    var index =
        new CompositeIndex(
            indicator.id(),
            List.of(new IndexDimension(indicator.id(), List.of(indicator), equal)),
            equal,
            OutlierTreatment.none(),
            new Normalisation.MinMax(0, 1),
            Aggregation.ARITHMETIC,
            Aggregation.ARITHMETIC);
    return simulate(index, input, UncertaintyPlan.samplingOnly(draws, seed));
  }

  /**
   * The drawn scores themselves, draw by draw: those that {@link #of} ranks, from the same seed.
   *
   * @param draws how many, at least 0
   * @param draw as in {@link #of}
   */
  public static List<List<Double>> scores(
      int draws, long seed, Function<UniformRandomProvider, double[]> draw) {
    return streams(draws, seed).stream()
        .parallel()
        .map(random -> DoubleStream.of(draw.apply(random)).boxed().toList())
        .toList();
  }

  private static void requireRanks(int areas, UncertaintyPlan plan) {
    if (areas == 0) {
      throw new InvalidIndexException("no-scores", "no area has a score", Map.of());
    }
    if ((long) areas * plan.draws() > MOST_RANKS) {
      throw new InvalidIndexException(
          "too-many-ranks",
          areas + " areas and " + plan.draws() + " draws are more than " + MOST_RANKS + " ranks",
          Map.of("areas", Integer.toString(areas), "draws", Integer.toString(plan.draws())));
    }
  }

  private static List<UniformRandomProvider> streams(int draws, long seed) {
    var source = (JumpableUniformRandomProvider) RandomSource.XO_SHI_RO_256_PP.create(seed);
    var streams = new ArrayList<UniformRandomProvider>(draws);
    for (int draw = 0; draw < draws; draw++) {
      streams.add(source.jump());
    }
    return streams;
  }

  /**
   * Ranks of scores, 1 for the highest; equal scores share the best rank. For comparing orders with
   * each other: what is shown carries its interval.
   */
  public static int[] ranks(double[] scores) {
    var ordered = OrderedValues.of(scores);
    var ranks = new int[scores.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = 1 + scores.length - ordered.upTo(scores[i]);
    }
    return ranks;
  }

  /** How the ranks were drawn, with the seed. */
  public UncertaintyPlan plan() {
    return plan;
  }

  /** Areas that are ranked, in the order of the input. */
  public List<AreaCode> codes() {
    return codes;
  }

  /**
   * Intervals of the ranks among all areas.
   *
   * @param first numbers k for which the probability to be among the first k is wanted, each at
   *     least 1
   * @throws InvalidIndexException {@code first-not-positive}
   */
  public RankIntervals intervals(int... first) {
    return RankIntervals.of(codes, nominal, ranks, first);
  }

  /**
   * Intervals of the ranks among the members of a group that have a score.
   *
   * @param first as in {@link #intervals}, within the group
   * @throws InvalidIndexException {@code peer-group-too-small} if fewer than two of them have a
   *     score, {@code first-not-positive}
   */
  public RankIntervals within(PeerGroup group, int... first) {
    int[] members = members(group);
    if (members.length < FEWEST_PEERS) {
      throw new InvalidIndexException(
          "peer-group-too-small",
          "group " + group.id() + " has " + members.length + " areas with a score; 2 are needed",
          Map.of("group", group.id(), "areas", Integer.toString(members.length)));
    }
    var among = new int[members.length * plan.draws()];
    for (int draw = 0; draw < plan.draws(); draw++) {
      var ranked = among(members, ranks, draw * codes.size());
      System.arraycopy(ranked, 0, among, draw * members.length, members.length);
    }
    return RankIntervals.of(
        IntStream.of(members).mapToObj(codes::get).toList(),
        among(members, nominal, 0),
        among,
        first);
  }

  /**
   * Share of the draws in which the area of one row is ahead of that of another; draws in which
   * both have the same rank count half.
   */
  public double probabilityAhead(int row, int other) {
    double ahead = 0;
    for (int draw = 0; draw < plan.draws(); draw++) {
      int difference = ranks[draw * codes.size() + other] - ranks[draw * codes.size() + row];
      ahead += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
    }
    return ahead / plan.draws();
  }

  /** How firm the order is: the draws against the nominal ranks. */
  public RankStability stability(int first) {
    return RankStability.of(nominal, ranks, first);
  }

  private int[] members(PeerGroup group) {
    var places = new HashMap<AreaCode, Integer>();
    for (int i = 0; i < codes.size(); i++) {
      places.put(codes.get(i), i);
    }
    return group.members().stream()
        .filter(places::containsKey)
        .mapToInt(places::get)
        .sorted()
        .toArray();
  }

  /** Ranks of members among themselves: the order is that of their ranks among all. */
  private static int[] among(int[] members, int[] ranks, int from) {
    return ranks(IntStream.of(members).mapToDouble(member -> -ranks[from + member]).toArray());
  }
}
