package org.sozialradar.area;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which areas of one edition lie in which, over all its levels. Immutable and safe for use by many
 * threads.
 *
 * <p>It follows the {@link Area#ancestors()} of the areas. A level that has no areas of its own but
 * that finer areas name as an ancestor (municipal associations of an edition without their
 * boundaries) can be asked for members too.
 */
public final class AreaHierarchy {
  private final Map<String, SortedSet<AreaCode>> codes = new TreeMap<>();
  private final Map<String, Map<AreaCode, Map<String, AreaCode>>> ancestors = new HashMap<>();
  private final Map<Pair, Map<AreaCode, SortedSet<AreaCode>>> members = new HashMap<>();
  private final Map<String, SortedSet<AreaCode>> uninhabited = new HashMap<>();

  /** By a level below the municipality, the towns of which its areas leave something out. */
  private final Map<String, Set<AreaCode>> parted = new HashMap<>();

  private final List<String> levels;
  private final Set<String> ownLevels;

  /** A level and a finer level whose areas lie in it. */
  private record Pair(String coarse, String fine) {}

  private AreaHierarchy(Map<String, List<Area>> areas) {
    areas.forEach((level, list) -> list.forEach(area -> add(level, area)));
    areas.forEach((level, list) -> findParted(level, list, areas));
    ownLevels = Collections.unmodifiableSet(new TreeSet<>(areas.keySet()));
    codes.replaceAll((level, set) -> Collections.unmodifiableSortedSet(set));
    levels = codes.keySet().stream().sorted(coarseFirst()).collect(Collectors.toList());
  }

  /**
   * The hierarchy of an edition.
   *
   * @param areas the areas by the id of their level
   * @throws IllegalArgumentException if two areas of a level have one code
   */
  public static AreaHierarchy of(Map<String, ? extends Collection<Area>> areas) {
    var lists = new TreeMap<String, List<Area>>();
    areas.forEach((level, list) -> lists.put(level, List.copyOf(list)));
    return new AreaHierarchy(lists);
  }

  private void add(String level, Area area) {
    var known = ancestors.computeIfAbsent(level, unused -> new HashMap<>());
    if (known.putIfAbsent(area.code(), area.ancestors()) != null) {
      throw new IllegalArgumentException("level " + level + " has two areas " + area.code());
    }
    codes.computeIfAbsent(level, unused -> new TreeSet<>()).add(area.code());
    area.ancestors().forEach((coarse, code) -> addMember(coarse, code, level, area.code()));
    if (area.isKnownToBeUninhabited()) {
      uninhabited.computeIfAbsent(level, unused -> new TreeSet<>()).add(area.code());
    }
  }

  private void addMember(String coarse, AreaCode code, String fine, AreaCode member) {
    codes.computeIfAbsent(coarse, unused -> new TreeSet<>()).add(code);
    members
        .computeIfAbsent(new Pair(coarse, fine), unused -> new HashMap<>())
        .computeIfAbsent(code, unused -> new TreeSet<>())
        .add(member);
  }

  private void findParted(String level, List<Area> list, Map<String, List<Area>> areas) {
    var parts =
        list.stream()
            .filter(area -> area.ancestors().containsKey(WholeTowns.TOWN))
            .collect(Collectors.groupingBy(area -> area.ancestors().get(WholeTowns.TOWN)));
    if (!parts.isEmpty()) {
      parted.put(
          level,
          areas.getOrDefault(WholeTowns.TOWN, List.of()).stream()
              .filter(town -> parts.containsKey(town.code()))
              .filter(town -> WholeTowns.leaveOut(town, parts.get(town.code())))
              .map(Area::code)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  private Comparator<String> coarseFirst() {
    return Comparator.<String>comparingInt(level -> coarserThan(level).size())
        .thenComparing(Comparator.<String>comparingInt(level -> finerThan(level).size()).reversed())
        .thenComparing(Comparator.naturalOrder());
  }

  /** All levels, from coarse to fine, also those that are only named as ancestors. */
  public List<String> levels() {
    return levels;
  }

  /** The levels that have areas of their own. */
  public Set<String> ownLevels() {
    return ownLevels;
  }

  /** Codes of all areas of a level, ascending; empty if the edition does not have the level. */
  public SortedSet<AreaCode> codes(String level) {
    return codes.getOrDefault(level, Collections.emptySortedSet());
  }

  /** The area of another level that holds an area, if one does. */
  public Optional<AreaCode> findAncestor(String level, AreaCode code, String coarserLevel) {
    return Optional.ofNullable(
        ancestors.getOrDefault(level, Map.of()).getOrDefault(code, Map.of()).get(coarserLevel));
  }

  /** Codes of the areas of a finer level that lie in an area, ascending; empty if none do. */
  public SortedSet<AreaCode> members(String level, AreaCode code, String finerLevel) {
    var found = members.getOrDefault(new Pair(level, finerLevel), Map.of()).get(code);
    return found == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(found);
  }

  /** The levels whose areas hold areas of a level. */
  public Set<String> coarserThan(String level) {
    return related(
        pair -> pair.fine().equals(level) ? Optional.of(pair.coarse()) : Optional.empty());
  }

  /** The levels whose areas lie in areas of a level. */
  public Set<String> finerThan(String level) {
    return related(
        pair -> pair.coarse().equals(level) ? Optional.of(pair.fine()) : Optional.empty());
  }

  /**
   * Whether the areas of a finer level make up an area wholly, as far as the other levels tell: the
   * quarters of one town do not make up its district, nor do groups that leave municipalities out.
   * Some quarters of a town do not make it up either, see {@link WholeTowns}.
   */
  public boolean isMadeUp(String level, AreaCode code, String finerLevel) {
    return isCovered(level, code, finerLevel)
        && finerThan(level).stream()
            .filter(other -> !other.equals(finerLevel))
            .allMatch(other -> leavesNoneOut(members(level, code, other), other, finerLevel));
  }

  /** Whether areas of another level are held by, or hold, areas of the finer level. */
  private boolean leavesNoneOut(Set<AreaCode> areas, String level, String finerLevel) {
    if (finerThan(finerLevel).contains(level)) {
      return areas.stream().allMatch(code -> findAncestor(level, code, finerLevel).isPresent());
    }
    return !coarserThan(finerLevel).contains(level)
        || areas.stream().allMatch(code -> isCovered(level, code, finerLevel));
  }

  /** Whether areas of the finer level lie in an area and leave nothing of a town out. */
  private boolean isCovered(String level, AreaCode code, String finerLevel) {
    return !members(level, code, finerLevel).isEmpty()
        && !(level.equals(WholeTowns.TOWN)
            && parted.getOrDefault(finerLevel, Set.of()).contains(code));
  }

  private Set<String> related(java.util.function.Function<Pair, Optional<String>> other) {
    var found = new TreeSet<String>();
    members.keySet().forEach(pair -> other.apply(pair).ifPresent(found::add));
    return Collections.unmodifiableSet(found);
  }

  /** Whether an area is known to have no inhabitants, see {@link Area#isKnownToBeUninhabited()}. */
  public boolean isKnownToBeUninhabited(String level, AreaCode code) {
    return uninhabited.getOrDefault(level, Collections.emptySortedSet()).contains(code);
  }
}
