package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How values pass from the areas of one edition to those of another, over one or more crosswalks
 * and by one kind of share. Immutable and safe for use by many threads.
 *
 * <p>Of each old area it knows the shares that go to new areas, and the new areas among which a
 * rest is spread in shares that nobody knows. Such a rest arises where a crosswalk is followed
 * backwards from a merged area to its parts: the merged value is never split onto them. If all
 * areas of a rest go to one area in the next step, the rest is known again.
 */
public final class AreaTransfer {
  /** Shares that split and join again may miss 1 by rounding. */
  private static final double ROUNDING = 1e-9;

  private final SortedMap<AreaCode, Spread> spreads;
  private final SortedMap<AreaCode, List<Part>> sources = new TreeMap<>();
  private final SortedMap<AreaCode, Set<AreaCode>> origins = new TreeMap<>();
  private final Set<AreaCode> incomplete;
  private final Set<AreaCode> unknown = new TreeSet<>();

  /**
   * A share of an old area that goes to a new one.
   *
   * @param from the old area
   * @param share share of the old area, above 0 and at most 1
   */
  public record Part(AreaCode from, double share) {
    /** Whether all of the old area goes to the new one. */
    public boolean isWhole() {
      return share == 1;
    }
  }

  /**
   * Where an old area went.
   *
   * @param shares known shares by new area, each above 0 and at most 1
   * @param rest new areas that hold what is missing to a sum of 1, in unknown shares
   */
  private record Spread(SortedMap<AreaCode, Double> shares, Set<AreaCode> rest) {
    static Spread wholly(AreaCode target) {
      return new Spread(new TreeMap<>(Map.of(target, 1.0)), Set.of());
    }

    static Spread among(Collection<AreaCode> targets) {
      return new Spread(Collections.emptySortedMap(), new TreeSet<>(targets));
    }

    Set<AreaCode> targets() {
      var all = new TreeSet<>(shares.keySet());
      all.addAll(rest);
      return all;
    }

    double restShare() {
      return 1 - shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /**
   * @param incomplete new areas of which a part comes from nowhere
   */
  private AreaTransfer(SortedMap<AreaCode, Spread> spreads, Set<AreaCode> incomplete) {
    this.spreads = spreads;
    this.incomplete = incomplete;
    unknown.addAll(incomplete);
    spreads.values().forEach(spread -> unknown.addAll(spread.rest()));
    spreads.forEach(
        (from, spread) ->
            spread.shares().forEach((to, share) -> into(to).add(new Part(from, share))));
    sources.replaceAll((to, parts) -> List.copyOf(parts));
    spreads.forEach(
        (from, spread) ->
            spread
                .targets()
                .forEach(to -> origins.computeIfAbsent(to, code -> new TreeSet<>()).add(from)));
    origins.keySet().removeAll(incomplete);
    origins.replaceAll((to, froms) -> Collections.unmodifiableSet(froms));
  }

  private List<Part> into(AreaCode to) {
    return sources.computeIfAbsent(to, code -> new ArrayList<>());
  }

  /**
   * The old areas that a new area lies in, whether shares are known or not; empty if a part of it
   * comes from nowhere.
   */
  public Set<AreaCode> origins(AreaCode to) {
    return origins.getOrDefault(to, Set.of());
  }

  /** The known parts that make up a new area, by old code; empty if there are none. */
  public List<Part> sources(AreaCode to) {
    return sources.getOrDefault(to, List.of());
  }

  /** Whether all that makes up a new area is known. */
  public boolean isConvertible(AreaCode to) {
    return sources.containsKey(to) && !unknown.contains(to);
  }

  /** Whether a new area is one old area, whole and alone: then values pass as they are. */
  public boolean isUnchanged(AreaCode to) {
    return isConvertible(to) && sources(to).size() == 1 && sources(to).get(0).isWhole();
  }

  /** The transfer along a crosswalk; shares are scaled to sum to 1 exactly. */
  static AreaTransfer forward(AreaCorrespondence crosswalk, ShareKind kind) {
    var shares = new TreeMap<AreaCode, SortedMap<AreaCode, Double>>();
    for (var link : crosswalk.links()) {
      if (kind.of(link) > 0) {
        shares
            .computeIfAbsent(link.from(), code -> new TreeMap<>())
            .merge(link.to(), kind.of(link), Double::sum);
      }
    }
    var spreads = new TreeMap<AreaCode, Spread>();
    shares.forEach((from, to) -> spreads.put(from, new Spread(scaled(to), Set.of())));
    return new AreaTransfer(spreads, Set.of());
  }

  private static SortedMap<AreaCode, Double> scaled(SortedMap<AreaCode, Double> shares) {
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((code, share) -> share / sum);
    return shares;
  }

  /**
   * The transfer against this one. A new area that came from one old area alone goes back to it
   * wholly; one that several old areas made up cannot be split onto them.
   */
  AreaTransfer reversed() {
    var reverse = new TreeMap<AreaCode, Spread>();
    sources.forEach((to, parts) -> reverse.put(to, backwards(parts)));
    return new AreaTransfer(reverse, Set.of());
  }

  private static Spread backwards(List<Part> parts) {
    var froms = parts.stream().map(Part::from).toList();
    return froms.size() == 1 ? Spread.wholly(froms.get(0)) : Spread.among(froms);
  }

  /** The transfer along this one and then another. */
  AreaTransfer then(AreaTransfer next) {
    var composed = new TreeMap<AreaCode, Spread>();
    spreads.forEach((from, spread) -> composed.put(from, next.follow(spread)));
    var gaps = new TreeSet<>(next.incomplete);
    var reached = new TreeSet<AreaCode>();
    spreads.values().forEach(spread -> reached.addAll(spread.targets()));
    next.spreads.forEach(
        (middle, spread) -> {
          if (incomplete.contains(middle) || !reached.contains(middle)) {
            gaps.addAll(spread.targets());
          }
        });
    return new AreaTransfer(composed, gaps);
  }

  private Spread follow(Spread before) {
    var shares = new TreeMap<AreaCode, Double>();
    var rest = new TreeSet<AreaCode>();
    before
        .shares()
        .forEach(
            (middle, share) -> {
              var after = spread(middle);
              after.shares().forEach((to, part) -> shares.merge(to, share * part, Double::sum));
              rest.addAll(after.rest());
            });
    var beyond = new TreeSet<AreaCode>();
    before.rest().forEach(middle -> beyond.addAll(spread(middle).targets()));
    if (beyond.size() == 1 && before.rest().stream().allMatch(this::goesWhollyToOne)) {
      shares.merge(beyond.first(), before.restShare(), Double::sum);
    } else {
      rest.addAll(beyond);
    }
    if (shares.size() == 1 && rest.isEmpty()) {
      shares.replaceAll((to, share) -> share > 1 - ROUNDING ? 1 : share);
    }
    return new Spread(shares, rest);
  }

  private Spread spread(AreaCode from) {
    return spreads.getOrDefault(from, Spread.among(Set.of()));
  }

  private boolean goesWhollyToOne(AreaCode from) {
    return spread(from).shares().containsValue(1.0);
  }

  /**
   * The transfer between areas of a coarser level, which follows from where their members went. An
   * area whose members spread over several areas has unknown shares.
   *
   * @param level level of this transfer
   * @param coarse the coarser level
   * @param before hierarchy of the old edition
   * @param after hierarchy of the new edition
   */
  public AreaTransfer coarsened(
      String level, String coarse, AreaHierarchy before, AreaHierarchy after) {
    var coarsened = new TreeMap<AreaCode, Spread>();
    for (var code : before.codes(coarse)) {
      var members = before.members(coarse, code, level);
      coarsened.put(code, joined(holders(members, to -> after.findAncestor(level, to, coarse))));
    }
    var gaps = fedFromOutside(level, coarse, before, after);
    for (var code : after.codes(coarse)) {
      if (!origins.keySet().containsAll(after.members(coarse, code, level))) {
        gaps.add(code);
      }
    }
    return new AreaTransfer(coarsened, gaps);
  }

  /** What holds the areas that members went to; empty for those that nothing holds. */
  private Set<Optional<AreaCode>> holders(
      Set<AreaCode> members, Function<AreaCode, Optional<AreaCode>> holder) {
    var holders = new HashSet<Optional<AreaCode>>();
    for (var member : members) {
      var targets = spread(member).targets();
      targets.forEach(to -> holders.add(holder.apply(to)));
      if (targets.isEmpty()) {
        holders.add(Optional.empty());
      }
    }
    return holders;
  }

  private static Spread joined(Set<Optional<AreaCode>> holders) {
    var known = holders.stream().flatMap(Optional::stream).toList();
    return holders.size() == 1 && known.size() == 1
        ? Spread.wholly(known.get(0))
        : Spread.among(known);
  }

  /** Coarse areas to which an old area came that lay in no coarse area before. */
  private Set<AreaCode> fedFromOutside(
      String level, String coarse, AreaHierarchy before, AreaHierarchy after) {
    var fed = new TreeSet<AreaCode>();
    spreads.forEach(
        (from, spread) -> {
          if (before.findAncestor(level, from, coarse).isEmpty()) {
            spread
                .targets()
                .forEach(to -> after.findAncestor(level, to, coarse).ifPresent(fed::add));
          }
        });
    return fed;
  }
}
