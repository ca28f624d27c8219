package org.sozialradar.server.socialspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * An area, and those that it can fairly be held against: of its class of size; of its district
 * where its population is not known; and of an area that has too few like it, such as a group of
 * towns, the municipalities of its size.
 *
 * @param snapshot where all comes from
 * @param edition id of the edition
 * @param area the area
 * @param group of its peers; empty if it has none
 * @param peerLevel level of the peers
 * @param peers codes of the peers, without the area and what lies in it
 */
record Ground(
    Snapshot snapshot,
    String edition,
    AreaEntry area,
    List<PeerGroup> group,
    String peerLevel,
    SortedSet<AreaCode> peers) {
  private static final String TOWN = AreaLevel.MUNICIPALITY.id();

  static Ground of(Snapshot snapshot, Query query) {
    String edition = Selection.edition(snapshot, query);
    String level =
        query.find("level").map(id -> Selection.level(snapshot, edition, id).id()).orElse("");
    var area = Selection.area(snapshot, edition, query.path("code"), level);
    var own =
        of(
            snapshot,
            edition,
            area,
            area.level(),
            Peers.find(snapshot, edition, area.level(), area.code()));
    if (own.peers().size() >= Quartiles.LEAST || !own.holdsTowns()) {
      return own;
    }
    var people = Optional.ofNullable(people(snapshot, edition, area.level()).get(area.code()));
    var towns = people.flatMap(one -> Peers.findBySize(snapshot, edition, TOWN, one));
    return towns.isPresent() ? of(snapshot, edition, area, TOWN, towns) : own;
  }

  private static Ground of(
      Snapshot snapshot, String edition, AreaEntry area, String level, Optional<PeerGroup> group) {
    var peers = new TreeSet<AreaCode>();
    group.ifPresent(one -> peers.addAll(one.members()));
    if (level.equals(area.level())) {
      peers.remove(area.code());
    } else {
      var hierarchy = snapshot.areas(edition).hierarchy();
      peers.removeAll(hierarchy.members(area.level(), area.code(), level));
    }
    return new Ground(snapshot, edition, area, group.stream().toList(), level, peers);
  }

  /** Whether the area's level is coarser than that of municipalities. */
  private boolean holdsTowns() {
    return holdsTowns(level());
  }

  boolean holdsTowns(String level) {
    return snapshot.areas(edition).hierarchy().finerThan(level).contains(TOWN);
  }

  /** The newest populations of a level. */
  static Map<AreaCode, Double> people(Snapshot snapshot, String edition, String level) {
    var people = new HashMap<AreaCode, Double>();
    Peers.findPopulation(snapshot, edition, level)
        .ifPresent(
            table -> {
              var newest = table.periods().get(table.periods().size() - 1);
              for (var code : table.codes()) {
                table
                    .find(code, newest)
                    .filter(Estimate::hasValue)
                    .filter(one -> one.value() > 0)
                    .ifPresent(one -> people.put(code, one.value()));
              }
            });
    return people;
  }

  Optional<PeerGroup> findGroup() {
    return group.stream().findFirst();
  }

  String level() {
    return area.level();
  }

  String key() {
    return "social-space@%d-%s/%s/%s/%s"
        .formatted(
            snapshot.revision().number(), snapshot.stamp(), edition, area.level(), area.code());
  }
}
