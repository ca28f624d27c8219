package org.sozialradar.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.AreaTransfer;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;
import org.sozialradar.area.ShareKind;

/**
 * The editions of boundaries with their hierarchies and how they correspond. Immutable but for its
 * cache, safe for use by many threads.
 */
final class Territory {
  private final List<BoundaryVersion> editions;
  private final Map<String, AreaHierarchy> hierarchies;
  private final CorrespondenceGraph graph;
  private final ConcurrentMap<Way, Optional<AreaTransfer>> transfers = new ConcurrentHashMap<>();

  private record Way(String level, String from, String to, ShareKind kind) {}

  Territory(
      Collection<BoundaryVersion> editions,
      Map<String, AreaHierarchy> hierarchies,
      CorrespondenceGraph graph) {
    this.editions =
        editions.stream()
            .filter(edition -> hierarchies.containsKey(edition.id()))
            .sorted(
                Comparator.comparing(BoundaryVersion::validFrom).thenComparing(BoundaryVersion::id))
            .toList();
    this.hierarchies = Map.copyOf(hierarchies);
    this.graph = graph;
  }

  /** Ids of the editions, by validity. */
  List<String> editions() {
    return editions.stream().map(BoundaryVersion::id).toList();
  }

  Optional<AreaHierarchy> findHierarchy(String edition) {
    return Optional.ofNullable(hierarchies.get(edition));
  }

  /**
   * @throws IllegalArgumentException if there is no such edition
   */
  AreaHierarchy hierarchy(String edition) {
    return findHierarchy(edition)
        .orElseThrow(() -> new IllegalArgumentException("no edition " + edition));
  }

  /** The other editions: earlier ones first, nearest first, then later ones, nearest first. */
  List<String> othersByNearness(String edition) {
    int at = editions().indexOf(edition);
    var others = new ArrayList<String>();
    for (int i = at - 1; i >= 0; i--) {
      others.add(editions.get(i).id());
    }
    for (int i = at + 1; i < editions.size(); i++) {
      others.add(editions.get(i).id());
    }
    return others;
  }

  /** An edition, and then the others by nearness. */
  List<String> editionsByNearness(String edition) {
    var all = new ArrayList<>(List.of(edition));
    all.addAll(othersByNearness(edition));
    return all;
  }

  /**
   * The area of a coarser level that holds an area, also if both are of different editions: then
   * the one that held all that the area is made of.
   */
  Optional<AreaCode> findHolder(
      String level, AreaCode code, String edition, String coarseLevel, String coarseEdition) {
    var hierarchy = hierarchy(coarseEdition);
    if (edition.equals(coarseEdition)) {
      return hierarchy.findAncestor(level, code, coarseLevel);
    }
    var holders = new HashSet<Optional<AreaCode>>();
    for (var kind : ShareKind.values()) {
      findTransfer(level, coarseEdition, edition, kind)
          .map(transfer -> transfer.origins(code))
          .orElse(Set.of())
          .forEach(origin -> holders.add(hierarchy.findAncestor(level, origin, coarseLevel)));
    }
    return holders.size() == 1 ? holders.iterator().next() : Optional.empty();
  }

  /**
   * The transfer between two editions on a level: along crosswalks of the level, else by where the
   * members on a finer level that has crosswalks went.
   */
  Optional<AreaTransfer> findTransfer(String level, String from, String to, ShareKind kind) {
    var way = new Way(level, from, to, kind);
    var known = transfers.get(way);
    if (known != null) {
      return known;
    }
    var found = graph.find(level, from, to, kind).or(() -> coarsened(way));
    var other = transfers.putIfAbsent(way, found);
    return other == null ? found : other;
  }

  private Optional<AreaTransfer> coarsened(Way way) {
    var before = hierarchy(way.from());
    var after = hierarchy(way.to());
    return findFinerWay(way.level(), way.from(), way.to())
        .flatMap(
            fine ->
                graph
                    .find(fine, way.from(), way.to(), way.kind())
                    .map(transfer -> transfer.coarsened(fine, way.level(), before, after)));
  }

  /** The finer level of both editions whose crosswalks connect them. */
  private Optional<String> findFinerWay(String level, String from, String to) {
    return graph.levels().stream()
        .filter(hierarchy(from).finerThan(level)::contains)
        .filter(hierarchy(to).finerThan(level)::contains)
        .filter(fine -> graph.connects(fine, from, to))
        .findFirst();
  }

  /** The data sets of the crosswalks that values on a level pass along. */
  Set<String> crosswalkDatasets(String level, String from, String to) {
    return graph.connects(level, from, to)
        ? graph.datasets(level, from, to)
        : findFinerWay(level, from, to)
            .map(fine -> (Set<String>) graph.datasets(fine, from, to))
            .orElse(Set.of());
  }

  /** Whether values on a level can pass from one edition to another. */
  boolean connects(String level, String from, String to) {
    return graph.connects(level, from, to) || findFinerWay(level, from, to).isPresent();
  }
}
