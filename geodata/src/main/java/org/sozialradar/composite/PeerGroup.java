package org.sozialradar.composite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;

/**
 * Areas that can fairly be compared with each other, in place of a league table of all.
 *
 * @param id unique among groups of one kind: {@code 5000-19999}, the code of a district, a name of
 *     one's own
 * @param kind what the members have in common
 * @param members areas of one level
 */
public record PeerGroup(String id, Kind kind, Set<AreaCode> members) {

  /** What the members of a group have in common. */
  public enum Kind {
    SIZE_CLASS,
    DISTRICT,
    OWN_LIST
  }

  /**
   * Lower ends of size classes: villages, small towns (from 5,000 inhabitants), middle-sized towns
   * (from 20,000), cities (from 100,000), as the BBSR divides municipalities.
   */
  public static final List<Integer> SIZES = List.of(0, 5_000, 20_000, 100_000);

  public PeerGroup {
    members = Set.copyOf(members);
  }

  /** A group of one's own. */
  public static PeerGroup ofList(String id, Collection<AreaCode> members) {
    return new PeerGroup(id, Kind.OWN_LIST, Set.copyOf(members));
  }

  /**
   * Groups by size. Areas whose population is not known, or below the first class, are in none.
   *
   * @param codes areas of one level
   * @param population number of inhabitants of an area; NaN if not known
   * @param from lower ends of the classes, ascending, as {@link #SIZES}
   * @return one group per class, also empty ones, in the order of the classes
   * @throws InvalidIndexException {@code size-classes-unfit} if the ends do not ascend
   */
  public static List<PeerGroup> bySize(
      Collection<AreaCode> codes, ToDoubleFunction<AreaCode> population, List<Integer> from) {
    var groups = new ArrayList<PeerGroup>();
    for (int i = 0; i < from.size(); i++) {
      int low = from.get(i);
      boolean last = i == from.size() - 1;
      double high = last ? Double.POSITIVE_INFINITY : from.get(i + 1);
      if (!(low < high)) {
        throw new InvalidIndexException(
            "size-classes-unfit", "size classes do not ascend: " + from, Map.of());
      }
      groups.add(
          new PeerGroup(
              last ? low + "-" : low + "-" + (from.get(i + 1) - 1),
              Kind.SIZE_CLASS,
              inhabited(codes, population, low, high)));
    }
    return groups;
  }

  private static Set<AreaCode> inhabited(
      Collection<AreaCode> codes, ToDoubleFunction<AreaCode> population, double low, double high) {
    return Set.copyOf(
        codes.stream()
            .filter(
                code ->
                    population.applyAsDouble(code) >= low && population.applyAsDouble(code) < high)
            .toList());
  }

  /**
   * Groups by the district, or another coarser area, that areas lie in.
   *
   * @param level level of the members, such as {@code municipality}
   * @param coarserLevel level of the areas that they lie in, such as {@code district}
   * @return one group per coarser area, in the order of their codes
   */
  public static List<PeerGroup> byDistrict(
      AreaHierarchy hierarchy, String level, String coarserLevel) {
    return hierarchy.codes(coarserLevel).stream()
        .map(
            code ->
                new PeerGroup(
                    code.value(), Kind.DISTRICT, hierarchy.members(coarserLevel, code, level)))
        .toList();
  }
}
