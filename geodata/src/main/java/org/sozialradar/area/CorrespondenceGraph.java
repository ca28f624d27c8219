package org.sozialradar.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * All crosswalks between editions, chained: 2016 → 2022 → 2023, and backwards where areas allow it.
 * Immutable but for its cache, safe for use by many threads.
 *
 * <p>Of several ways the one with the fewest backward steps is taken, then the one with the fewest
 * steps. Where two data sets bring a crosswalk between the same editions and level, that of the
 * first data set by id holds.
 */
public final class CorrespondenceGraph {
  private static final int BACKWARD_COST = 1000;

  private final List<AreaCorrespondence> crosswalks;
  private final ConcurrentMap<Way, Optional<AreaTransfer>> transfers = new ConcurrentHashMap<>();

  private record Way(String level, String from, String to, ShareKind kind) {}

  private record Step(AreaCorrespondence crosswalk, boolean backward) {
    String end() {
      return backward ? crosswalk.fromEdition() : crosswalk.toEdition();
    }

    AreaTransfer transfer(ShareKind kind) {
      var forward = AreaTransfer.forward(crosswalk, kind);
      return backward ? forward.reversed() : forward;
    }
  }

  private record Path(List<String> editions, List<Step> steps, int cost) {
    String end() {
      return editions.get(editions.size() - 1);
    }

    Path with(Step step) {
      return new Path(
          with(editions, step.end()),
          with(steps, step),
          cost + (step.backward() ? BACKWARD_COST : 1));
    }

    private static <T> List<T> with(List<T> list, T last) {
      var longer = new ArrayList<>(list);
      longer.add(last);
      return longer;
    }
  }

  private CorrespondenceGraph(List<AreaCorrespondence> crosswalks) {
    this.crosswalks = crosswalks;
  }

  /** The graph of crosswalks. */
  public static CorrespondenceGraph of(List<AreaCorrespondence> crosswalks) {
    var firsts = new LinkedHashMap<List<String>, AreaCorrespondence>();
    crosswalks.stream()
        .sorted(Comparator.comparing(AreaCorrespondence::datasetId))
        .forEach(
            crosswalk ->
                firsts.putIfAbsent(
                    List.of(crosswalk.level(), crosswalk.fromEdition(), crosswalk.toEdition()),
                    crosswalk));
    return new CorrespondenceGraph(List.copyOf(firsts.values()));
  }

  /** The levels that have crosswalks. */
  public SortedSet<String> levels() {
    var levels = new TreeSet<String>();
    crosswalks.forEach(crosswalk -> levels.add(crosswalk.level()));
    return levels;
  }

  /** Whether crosswalks lead from one edition to another. */
  public boolean connects(String level, String from, String to) {
    return path(level, from, to).isPresent();
  }

  /**
   * The transfer from one edition to another, over as many crosswalks as it takes; empty if none
   * lead there.
   *
   * @throws IllegalArgumentException if both are one edition
   */
  public Optional<AreaTransfer> find(String level, String from, String to, ShareKind kind) {
    var way = new Way(level, from, to, kind);
    var known = transfers.get(way);
    if (known != null) {
      return known;
    }
    var transfer = path(level, from, to).map(path -> compose(path, kind));
    var other = transfers.putIfAbsent(way, transfer);
    return other == null ? transfer : other;
  }

  /** The data sets whose crosswalks {@link #find} follows; empty if none lead there. */
  public SortedSet<String> datasets(String level, String from, String to) {
    var datasets = new TreeSet<String>();
    path(level, from, to)
        .ifPresent(
            path -> path.steps().forEach(step -> datasets.add(step.crosswalk().datasetId())));
    return datasets;
  }

  private static AreaTransfer compose(Path path, ShareKind kind) {
    return path.steps().stream()
        .map(step -> step.transfer(kind))
        .reduce(AreaTransfer::then)
        .orElseThrow();
  }

  /** Dijkstra's shortest path; of equally short ones the first by the ids of its editions. */
  private Optional<Path> path(String level, String from, String to) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("from " + from + " to itself");
    }
    var open =
        new PriorityQueue<>(
            Comparator.comparingInt(Path::cost)
                .thenComparing(path -> String.join(" ", path.editions())));
    var done = new HashSet<String>();
    open.add(new Path(List.of(from), List.of(), 0));
    while (!open.isEmpty()) {
      var path = open.remove();
      if (path.end().equals(to)) {
        return Optional.of(path);
      }
      if (done.add(path.end())) {
        steps(level, path.end()).forEach(step -> open.add(path.with(step)));
      }
    }
    return Optional.empty();
  }

  private List<Step> steps(String level, String edition) {
    var steps = new ArrayList<Step>();
    for (var crosswalk : crosswalks.stream().filter(c -> c.level().equals(level)).toList()) {
      if (crosswalk.fromEdition().equals(edition)) {
        steps.add(new Step(crosswalk, false));
      } else if (crosswalk.toEdition().equals(edition)) {
        steps.add(new Step(crosswalk, true));
      }
    }
    return steps;
  }
}
