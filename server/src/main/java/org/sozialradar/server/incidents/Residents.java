package org.sozialradar.server.incidents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.incident.AreaShareWeights;
import org.sozialradar.incident.IncidentShape;
import org.sozialradar.incident.Overlap;
import org.sozialradar.incident.PeopleShare;
import org.sozialradar.incident.PeopleWeights;
import org.sozialradar.incident.QuarterWeights;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.Peers;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * Who lives in the areas of a level, as far as it is published, and how they are spread over them.
 * Immutable.
 */
final class Residents {
  private final String indicator;
  private final Optional<PublishedTable> table;
  private final Map<AreaCode, Double> numbers;
  private final List<Spread> spreads;

  /** Weights with the data sets that they rest on. */
  private record Spread(PeopleWeights weights, Collection<String> datasets) {}

  /**
   * What of an area's people lives inside.
   *
   * @param weights label of the weights that say so
   */
  record Inside(Overlap overlap, PeopleShare share, String weights) {}

  private Residents(
      String indicator,
      Optional<PublishedTable> table,
      Map<AreaCode, Double> numbers,
      List<Spread> spreads) {
    this.indicator = indicator;
    this.table = table;
    this.numbers = numbers;
    this.spreads = spreads;
  }

  /** The people of a level; the best weights there are come first. */
  static Residents of(Snapshot snapshot, String edition, String level) {
    var table = table(snapshot, edition, level);
    var numbers = table.map(Residents::numbers).orElse(Map.of());
    var spreads = new ArrayList<Spread>();
    snapshot
        .findGridWeights(edition, level)
        .map(grid -> new Spread(grid.where(numbers), List.of(grid.datasetId())))
        .ifPresent(spreads::add);
    for (var finer : finerThan(snapshot, edition, level)) {
      table(snapshot, edition, finer)
          .map(people -> byQuarters(snapshot, edition, finer, people))
          .ifPresent(spreads::add);
    }
    spreads.add(new Spread(new AreaShareWeights(), List.of()));
    String indicator = Peers.findPopulation(snapshot).orElse("population");
    return new Residents(indicator, table, numbers, spreads);
  }

  private static Spread byQuarters(
      Snapshot snapshot, String edition, String finer, PublishedTable people) {
    var datasets = new TreeSet<>(snapshot.areaDatasets(edition, finer));
    datasets.addAll(people.origin(newest(people)).datasets());
    return new Spread(
        new QuarterWeights(
            snapshot.areas(edition).hierarchy(), snapshot.shapes(edition, finer), numbers(people)),
        datasets);
  }

  /** Levels with areas of their own that lie in those of a level, the finest first. */
  static List<String> finerThan(Snapshot snapshot, String edition, String level) {
    var hierarchy = snapshot.areas(edition).hierarchy();
    var finer = new ArrayList<String>();
    for (var one : snapshot.levels(edition)) {
      if (!one.group() && hierarchy.finerThan(level).contains(one.id())) {
        finer.add(0, one.id());
      }
    }
    return finer;
  }

  /** Populations that were counted on the level or a finer one, and not spread from a coarser. */
  private static Optional<PublishedTable> table(Snapshot snapshot, String edition, String level) {
    var coarser = snapshot.areas(edition).hierarchy().coarserThan(level);
    return Peers.findPopulation(snapshot, edition, level)
        .filter(table -> !coarser.contains(table.origin(newest(table)).level()));
  }

  private static ReferencePeriod newest(PublishedTable table) {
    return table.periods().get(table.periods().size() - 1);
  }

  private static Map<AreaCode, Double> numbers(PublishedTable table) {
    var numbers = new HashMap<AreaCode, Double>();
    var column = table.column(newest(table));
    for (int i = 0; i < column.size(); i++) {
      if (column.get(i).hasValue() && column.get(i).value() >= 0) {
        numbers.put(table.codes().get(i), Decimals.rounded(column.get(i), 0));
      }
    }
    return numbers;
  }

  /** Id of the indicator that says how many live where. */
  String indicator() {
    return indicator;
  }

  /** Whether any population is published. */
  boolean isKnown() {
    return !numbers.isEmpty();
  }

  /** Whether the population of any of these areas is published. */
  boolean isKnown(Collection<Inside> inside) {
    return inside.stream().anyMatch(one -> numbers.containsKey(one.overlap().code()));
  }

  /** The period of the populations. */
  Optional<ReferencePeriod> findPeriod() {
    return table.map(Residents::newest);
  }

  /** Data sets of the populations. */
  List<String> datasets() {
    return table.map(one -> List.copyOf(one.origin(newest(one)).datasets())).orElse(List.of());
  }

  /** Data sets of the weights that areas which lie inside in part rest on. */
  Set<String> datasets(List<Inside> inside) {
    var labels =
        inside.stream()
            .filter(one -> !one.overlap().isWhole())
            .map(Inside::weights)
            .collect(Collectors.toSet());
    return spreads.stream()
        .filter(one -> labels.contains(one.weights().label()))
        .flatMap(one -> one.datasets().stream())
        .collect(Collectors.toSet());
  }

  /** How many live in an area. */
  Optional<Double> find(AreaCode code) {
    return Optional.ofNullable(numbers.get(code));
  }

  /** What of the people lives inside, in the order of the overlaps. */
  List<Inside> inside(List<Overlap> overlaps, IncidentShape shape) {
    return overlaps.stream().map(overlap -> inside(overlap, shape)).toList();
  }

  private Inside inside(Overlap overlap, IncidentShape shape) {
    for (var one : spreads) {
      var share = one.weights().find(overlap, shape);
      if (share.isPresent()) {
        return new Inside(overlap, share.get(), one.weights().label());
      }
    }
    throw new IllegalStateException("shares of areas are always known");
  }

  /** The number of people, of the areas whose number is known. */
  Range.Sum count(List<Inside> inside) {
    var sum = new Range.Sum();
    inside.forEach(
        one -> find(one.overlap().code()).ifPresent(number -> sum.add(number, one.share())));
    return sum;
  }

  /** The weakest weights that areas which lie inside in part rest on; of all if there are none. */
  static String label(List<Inside> inside) {
    var order =
        List.of(PeopleWeights.POPULATION_GRID, PeopleWeights.QUARTERS, PeopleWeights.AREA_SHARES);
    var parts = inside.stream().filter(one -> !one.overlap().isWhole()).toList();
    return (parts.isEmpty() ? inside : parts)
        .stream()
            .map(Inside::weights)
            .max(java.util.Comparator.comparingInt(order::indexOf))
            .orElse(PeopleWeights.AREA_SHARES);
  }
}
