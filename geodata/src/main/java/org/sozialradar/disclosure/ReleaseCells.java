package org.sozialradar.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything about a family of results that is published together or was published before, and how
 * the cells hang together. Internal: holds what must not leave.
 *
 * <p>A <em>family</em> is a list of results whose cells are suppressed alike, so that no result can
 * be computed from others of its family: the answers to one item, a scale and its parts.
 *
 * <p>Cells are made of <em>pieces</em>: respondents that belong to exactly the same cells. A
 * respondent's cells are those of the municipality, the district and the state, in every edition,
 * of the group and of all groups, of the wave and of waves together. Nothing else is needed: that a
 * district is the sum of its municipalities, that two groups make the whole, that two old
 * municipalities make a new one, that a town is a district of its own, that some respondents are
 * known only by district, all follow from who belongs to what. Cells of the very same respondents
 * are one cell with several keys.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ReleaseCells {
  private final List<ResultRange> results;
  private final List<List<AnswerSums>> pieces;
  private final List<SortedSet<CellKey>> keys = new ArrayList<>();
  private final List<BitSet> members = new ArrayList<>();
  private final Map<CellKey, Integer> cells = new TreeMap<>();
  private final BitSet released = new BitSet();
  private final BitSet imprecise = new BitSet();

  private ReleaseCells(Builder builder) {
    results = builder.results;
    var ofKey = new TreeMap<CellKey, BitSet>();
    pieces = new ArrayList<>();
    for (var entry : builder.sorted()) {
      entry
          .getKey()
          .forEach(key -> ofKey.computeIfAbsent(key, k -> new BitSet()).set(pieces.size()));
      pieces.add(List.copyOf(entry.getValue()));
    }
    var cellOf = new HashMap<BitSet, Integer>();
    ofKey.forEach((key, set) -> cells.put(key, cellOf.computeIfAbsent(set, this::newCell)));
    cells.forEach((key, cell) -> keys.get(cell).add(key));
    builder.released.forEach(this::markReleased);
    builder.imprecise.forEach(key -> Optional.ofNullable(cells.get(key)).ifPresent(imprecise::set));
  }

  private int newCell(BitSet set) {
    members.add(set);
    keys.add(new TreeSet<>());
    return members.size() - 1;
  }

  private void markReleased(CellKey key, ReleasedCell earlier) {
    if (!contains(key)) {
      throw new ReleaseConflictException(ReleaseConflictException.Code.CELL_GONE, key);
    }
    var now = respondents(key);
    if (!earlier.respondents().keySet().equals(now.keySet())) {
      throw new ReleaseConflictException(ReleaseConflictException.Code.RESULTS_CHANGED, key);
    }
    if (!earlier.respondents().equals(now)) {
      throw new ReleaseConflictException(ReleaseConflictException.Code.RESPONDENTS_CHANGED, key);
    }
    released.set(cells.get(key));
  }

  /** Begins a family of results. */
  public static Builder builder(List<ResultRange> results) {
    return new Builder(results);
  }

  /** The results of the family, in order. */
  public List<ResultRange> results() {
    return results;
  }

  /** All cells that have respondents. */
  public Set<CellKey> keys() {
    return Collections.unmodifiableSet(cells.keySet());
  }

  /** Whether anybody of a cell answered to anything. */
  public boolean contains(CellKey key) {
    return cells.containsKey(key);
  }

  /**
   * The sums of a cell for a result, by its place in {@link #results()}; none for a cell without
   * respondents.
   */
  public AnswerSums sums(CellKey key, int result) {
    Integer cell = cells.get(key);
    return cell == null ? AnswerSums.NONE : sums(members.get(cell), result);
  }

  /** Number of respondents of a cell by the meaning of each result. */
  public SortedMap<String, Integer> respondents(CellKey key) {
    var numbers = new TreeMap<String, Integer>();
    for (int result = 0; result < results.size(); result++) {
      numbers.put(results.get(result).meaning(), sums(key, result).respondents());
    }
    return numbers;
  }

  int cell(CellKey key) {
    return cells.get(key);
  }

  /** Number of cells; cells of the same respondents are one. */
  int cellCount() {
    return members.size();
  }

  int pieceCount() {
    return pieces.size();
  }

  SortedSet<CellKey> keys(int cell) {
    return Collections.unmodifiableSortedSet(keys.get(cell));
  }

  /** The pieces of a cell; not to be changed. */
  BitSet pieces(int cell) {
    return members.get(cell);
  }

  AnswerSums sums(BitSet set, int result) {
    var sums = AnswerSums.NONE;
    for (int piece = set.nextSetBit(0); piece >= 0; piece = set.nextSetBit(piece + 1)) {
      sums = sums.plus(pieces.get(piece).get(result));
    }
    return sums;
  }

  AnswerSums piece(int piece, int result) {
    return pieces.get(piece).get(result);
  }

  /** The largest number of respondents that a piece has in any result. */
  int size(int piece) {
    return pieces.get(piece).stream().mapToInt(AnswerSums::respondents).max().orElse(0);
  }

  /** The least number of respondents that a set has in any result that it has answers to. */
  int leastRespondents(BitSet set) {
    int least = Integer.MAX_VALUE;
    for (int result = 0; result < results.size(); result++) {
      int respondents = sums(set, result).respondents();
      least = respondents == 0 ? least : Math.min(least, respondents);
    }
    return least;
  }

  boolean isReleased(int cell) {
    return released.get(cell);
  }

  boolean isImprecise(int cell) {
    return imprecise.get(cell);
  }

  /** Collects a family; not safe for use by many threads. */
  public static final class Builder {
    private static final Comparator<List<CellKey>> BY_KEYS =
        (a, b) -> {
          int shorter = Math.min(a.size(), b.size());
          for (int i = 0; i < shorter; i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
              return order;
            }
          }
          return Integer.compare(a.size(), b.size());
        };

    private final List<ResultRange> results;
    private final Map<Set<CellKey>, List<AnswerSums>> pieces = new HashMap<>();
    private final Map<CellKey, ReleasedCell> released = new TreeMap<>();
    private final Set<CellKey> imprecise = new TreeSet<>();

    private Builder(List<ResultRange> results) {
      this.results = List.copyOf(results);
      if (results.isEmpty()
          || results.stream().map(ResultRange::id).distinct().count() != results.size()) {
        throw new IllegalArgumentException("a family needs results, each named once");
      }
    }

    /**
     * Adds respondents that belong to exactly these cells; also one by one.
     *
     * @param cells every cell that is to be published, or was, and that they belong to
     * @param answers their sums for each result, in the order of the results
     */
    public Builder respondents(Collection<CellKey> cells, List<AnswerSums> answers) {
      if (answers.size() != results.size()) {
        throw new IllegalArgumentException("respondents need sums for each result");
      }
      for (int result = 0; result < results.size(); result++) {
        checkRange(results.get(result), answers.get(result));
      }
      if (answers.stream().anyMatch(sums -> sums.respondents() > 0)) {
        pieces.merge(Set.copyOf(cells), answers, Builder::added);
      }
      return this;
    }

    private static void checkRange(ResultRange range, AnswerSums sums) {
      double slack = 1e-9 * Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
      double mean = sums.mean();
      if (mean < range.lower() - slack || mean > range.upper() + slack) {
        throw new IllegalArgumentException(range.id() + ": answers beyond the range of the result");
      }
    }

    private static List<AnswerSums> added(List<AnswerSums> one, List<AnswerSums> other) {
      var sums = new ArrayList<AnswerSums>(one.size());
      for (int result = 0; result < one.size(); result++) {
        sums.add(one.get(result).plus(other.get(result)));
      }
      return sums;
    }

    /**
     * Names a cell whose values were published before: they count as known, and what follows from
     * them together with new values is judged.
     */
    public Builder released(ReleasedCell cell) {
      released.put(cell.key(), cell);
      return this;
    }

    /** Names a cell whose results are all too imprecise to show: it is the first to be given up. */
    public Builder imprecise(CellKey cell) {
      imprecise.add(cell);
      return this;
    }

    private List<Map.Entry<List<CellKey>, List<AnswerSums>>> sorted() {
      var list = new ArrayList<Map.Entry<List<CellKey>, List<AnswerSums>>>();
      pieces.forEach((set, sums) -> list.add(Map.entry(set.stream().sorted().toList(), sums)));
      list.sort(Map.Entry.comparingByKey(BY_KEYS));
      return list;
    }

    /**
     * The family.
     *
     * @throws ReleaseConflictException if a cell that was published before has other respondents
     *     now, or other results
     */
    public ReleaseCells build() {
      return new ReleaseCells(this);
    }
  }
}
