package org.sozialradar.priority;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.RankStability;

/**
 * An order of areas with its uncertainty.
 *
 * @param question what was asked
 * @param areas ranked areas, by nominal rank, then code
 * @param unranked areas that lack a value, by code
 * @param stability how firm the order is
 * @param decisive the criteria by how far the order moves without them, the one that decides first
 * @param agreement Spearman's correlation of the order with that of other methods, by method
 * @param disagreement areas on which methods differ most, at most {@value #MOST_DISAGREEMENTS}
 * @param pairs all pairs of the first areas, at most {@value #MOST_PAIRED} areas
 * @param unknownErrors criteria with estimates whose error nobody knows, by how many
 */
public record PriorityResult(
    PriorityQuestion question,
    List<PriorityArea> areas,
    List<Unranked> unranked,
    RankStability stability,
    List<Influence> decisive,
    SortedMap<String, Double> agreement,
    List<Disagreement> disagreement,
    List<Pair> pairs,
    SortedMap<String, Integer> unknownErrors) {
  /** Most areas on which methods differ. */
  public static final int MOST_DISAGREEMENTS = 10;

  /** Most areas that are compared in pairs. */
  public static final int MOST_PAIRED = 20;

  /** Share of the draws from which two areas are probably different. */
  public static final double PROBABLY = 0.95;

  /** An area that lacks values of some criteria. */
  public record Unranked(AreaCode code, List<String> missing) {
    public Unranked {
      missing = List.copyOf(missing);
    }
  }

  /**
   * How much a criterion decides.
   *
   * @param meanRankChange mean over the areas of how many ranks they move without it
   */
  public record Influence(String criterion, double meanRankChange) {}

  /** Ranks of an area by method. */
  public record Disagreement(AreaCode code, SortedMap<String, Integer> ranks) {
    public Disagreement {
      ranks = Collections.unmodifiableSortedMap(new TreeMap<>(ranks));
    }

    int spread() {
      return Collections.max(ranks.values()) - Collections.min(ranks.values());
    }
  }

  /**
   * Two areas.
   *
   * @param ahead the one that is nominally ahead
   * @param probability share of the draws in which it is, 0..1
   */
  public record Pair(AreaCode ahead, AreaCode behind, double probability) {
    /** Whether they are probably different; else they cannot be told apart. */
    public boolean isProbablyDifferent() {
      return probability >= PROBABLY;
    }
  }

  public PriorityResult {
    areas = List.copyOf(areas);
    unranked = List.copyOf(unranked);
    decisive = List.copyOf(decisive);
    agreement = Collections.unmodifiableSortedMap(new TreeMap<>(agreement));
    disagreement = List.copyOf(disagreement);
    pairs = List.copyOf(pairs);
    unknownErrors = Collections.unmodifiableSortedMap(new TreeMap<>(unknownErrors));
  }
}
