package org.sozialradar.server.socialspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.sozialradar.area.AreaCode;
import org.sozialradar.composite.PeerGroup;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * An area, and those that it can fairly be held against: of its class of size, or of its district
 * where its population is not known.
 *
 * @param snapshot where all comes from
 * @param edition id of the edition
 * @param area the area
 * @param group of the area; empty if it is in none
 * @param peers codes of the others of its group
 * @param people how many people live in the areas of its level, as far as is known
 */
record Ground(
    Snapshot snapshot,
    String edition,
    AreaEntry area,
    List<PeerGroup> group,
    SortedSet<AreaCode> peers,
    Map<AreaCode, Double> people) {

  static Ground of(Snapshot snapshot, Query query) {
    String edition = Selection.edition(snapshot, query);
    String level =
        query.find("level").map(id -> Selection.level(snapshot, edition, id).id()).orElse("");
    var area = Selection.area(snapshot, edition, query.path("code"), level);
    var group = Peers.find(snapshot, edition, area.level(), area.code());
    var peers = new TreeSet<AreaCode>();
    group.ifPresent(one -> peers.addAll(one.members()));
    peers.remove(area.code());
    return new Ground(
        snapshot,
        edition,
        area,
        group.stream().toList(),
        peers,
        people(snapshot, edition, area.level()));
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

  /** A number of each peer. */
  DoubleStream ofPeers(java.util.function.ToDoubleFunction<AreaCode> number) {
    return peers.stream().mapToDouble(number);
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
