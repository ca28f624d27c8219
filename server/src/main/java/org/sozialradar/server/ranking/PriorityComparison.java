package org.sozialradar.server.ranking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.RankStability;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.priority.PriorityArea;
import org.sozialradar.server.snapshot.Provenance;

/**
 * Who moves between two orders of areas, as it goes out.
 *
 * @param a the first question
 * @param b the second
 * @param rankCorrelation Spearman's correlation of both orders over the areas that both rank; null
 *     if there are fewer than two
 * @param inBothTops how many areas are among the first k of both
 * @param areas the areas that both rank, by how far they move
 */
public record PriorityComparison(
    @JsonUnwrapped Provenance provenance,
    Side a,
    Side b,
    BigDecimal rankCorrelation,
    int inBothTops,
    List<Moved> areas,
    LocalizedText note) {

  /** One of the two questions. */
  public record Side(String id, Map<String, Object> request, int ranked, int top) {}

  /** A rank with its interval. */
  public record Rank(int rank, int rankLow, int rankHigh) {}

  /**
   * An area.
   *
   * @param change ranks that it goes up from a to b; negative if down
   * @param verdict {@code probably-moves} if the intervals of its ranks do not overlap, else {@code
   *     cannot-be-told}
   */
  public record Moved(String code, String name, Rank a, Rank b, int change, String verdict) {}

  public static PriorityComparison of(PriorityQuery a, PriorityQuery b) {
    var first = ranked(a);
    var second = ranked(b);
    var both = new TreeSet<>(first.keySet());
    both.retainAll(second.keySet());
    var ids = new TreeSet<>(a.datasets());
    ids.addAll(b.datasets());
    return new PriorityComparison(
        Provenance.of(a.snapshot(), ids),
        side(a),
        side(b),
        both.size() < 2
            ? null
            : Decimals.round(RankStability.correlation(ranks(both, first), ranks(both, second)), 4),
        (int)
            both.stream()
                .filter(code -> first.get(code).rank().nominal() <= a.result().question().first())
                .filter(code -> second.get(code).rank().nominal() <= b.result().question().first())
                .count(),
        both.stream()
            .map(code -> moved(a, first.get(code), second.get(code)))
            .sorted(Comparator.comparingInt((Moved one) -> -Math.abs(one.change())))
            .toList(),
        PriorityAnswer.WORDS.get("note.comparison"));
  }

  private static TreeMap<AreaCode, PriorityArea> ranked(PriorityQuery query) {
    var areas = new TreeMap<AreaCode, PriorityArea>();
    query.result().areas().forEach(area -> areas.put(area.code(), area));
    return areas;
  }

  private static int[] ranks(TreeSet<AreaCode> codes, Map<AreaCode, PriorityArea> areas) {
    return codes.stream().mapToInt(code -> areas.get(code).rank().nominal()).toArray();
  }

  private static Side side(PriorityQuery query) {
    return new Side(
        query.request().id(),
        query.request().canonical(),
        query.result().areas().size(),
        query.result().question().first());
  }

  private static Moved moved(PriorityQuery query, PriorityArea a, PriorityArea b) {
    boolean apart = a.rank().upper() < b.rank().lower() || b.rank().upper() < a.rank().lower();
    return new Moved(
        a.code().value(),
        query
            .snapshot()
            .areas(query.areas().edition())
            .find(query.areas().level(), a.code())
            .orElseThrow()
            .name(),
        rank(a),
        rank(b),
        a.rank().nominal() - b.rank().nominal(),
        apart ? "probably-moves" : "cannot-be-told");
  }

  private static Rank rank(PriorityArea area) {
    return new Rank(area.rank().nominal(), area.rank().lower(), area.rank().upper());
  }
}
