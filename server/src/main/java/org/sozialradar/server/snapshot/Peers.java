package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;

/** With which others areas can fairly be compared: those of their size, or of their district. */
public final class Peers {
  private static final String POPULATION = "population";
  private static final String PERSONS = "persons";

  private Peers() {}

  /**
   * The indicator that says how many people live in an area: {@code population}; where there is
   * none, the count of persons that most rates are shares of.
   */
  public static Optional<String> findPopulation(Snapshot snapshot) {
    if (snapshot.indicators().containsKey(POPULATION)) {
      return Optional.of(POPULATION);
    }
    var rates = new TreeMap<String, Integer>();
    for (var indicator : snapshot.indicators().values()) {
      var whole = snapshot.indicators().get(indicator.measure().weight());
      if (whole != null && whole.unit().id().equals(PERSONS)) {
        rates.merge(whole.id(), 1, Integer::sum);
      }
    }
    return rates.entrySet().stream()
        .max(Map.Entry.<String, Integer>comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** How many people live in the areas of a level, in each year known; with at least one. */
  public static Optional<PublishedTable> findPopulation(
      Snapshot snapshot, String edition, String level) {
    return findPopulation(snapshot)
        .flatMap(id -> snapshot.findTable(id, edition, level))
        .filter(table -> !table.periods().isEmpty());
  }

  /**
   * The areas of a level by their newest number of inhabitants.
   *
   * @return one group for each class of size; none if the level has no populations
   */
  public static List<PeerGroup> bySize(Snapshot snapshot, String edition, String level) {
    return findPopulation(snapshot, edition, level).map(Peers::bySize).orElse(List.of());
  }

  private static List<PeerGroup> bySize(PublishedTable table) {
    var newest = table.periods().get(table.periods().size() - 1);
    return PeerGroup.bySize(
        table.codes(),
        code -> table.find(code, newest).map(one -> Decimals.rounded(one, 0)).orElse(Double.NaN),
        PeerGroup.SIZES);
  }

  /** The areas of a level by their district; none if the level does not lie in districts. */
  public static List<PeerGroup> byDistrict(Snapshot snapshot, String edition, String level) {
    var hierarchy = snapshot.areas(edition).hierarchy();
    return hierarchy.coarserThan(level).contains(AreaLevel.DISTRICT.id())
        ? PeerGroup.byDistrict(hierarchy, level, AreaLevel.DISTRICT.id())
        : List.of();
  }

  /**
   * The group that an area is in: of its class of size; where its population is not known, of its
   * district.
   */
  public static Optional<PeerGroup> find(
      Snapshot snapshot, String edition, String level, AreaCode code) {
    var groups = new ArrayList<>(bySize(snapshot, edition, level));
    groups.addAll(byDistrict(snapshot, edition, level));
    return groups.stream().filter(group -> group.members().contains(code)).findFirst();
  }

  /** The class of size of a level that some number of people would be in. */
  public static Optional<PeerGroup> findBySize(
      Snapshot snapshot, String edition, String level, double people) {
    int place = -1;
    for (int from : PeerGroup.SIZES) {
      place += people >= from ? 1 : 0;
    }
    var groups = bySize(snapshot, edition, level);
    return place < 0 || groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(place));
  }

  /** Name of a kind of groups in answers, such as {@code size-class}. */
  public static String label(PeerGroup.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
