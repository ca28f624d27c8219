package org.sozialradar.server.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;

/** With which others areas can fairly be compared: those of their size, or of their district. */
public final class Peers {
  /** The indicator that says how many people live in an area. */
  public static final String POPULATION = "population";

  private Peers() {}

  /**
   * The areas of a level by their newest number of inhabitants.
   *
   * @return one group for each class of size; none if the level has no populations
   */
  public static List<PeerGroup> bySize(Snapshot snapshot, String edition, String level) {
    return snapshot
        .findTable(POPULATION, edition, level)
        .filter(table -> !table.periods().isEmpty())
        .map(Peers::bySize)
        .orElse(List.of());
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

  /** Name of a kind of groups in answers, such as {@code size-class}. */
  public static String label(PeerGroup.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
