package org.sozialradar.indicator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sozialradar.area.AreaCode;

/**
 * Finds the ways to answer an indicator and keeps the tables that come of them; the precedence is
 * that of {@link IndicatorResolution}. Safe for use by many threads.
 */
final class TableSources {
  static final Estimate NO_ROW = Estimate.missing(ObservationStatus.NO_ROW);

  private final SortedMap<String, Indicator> indicators;
  private final Map<String, Formula> formulas;
  private final Map<TableKey, IndicatorTable> recorded = new HashMap<>();
  private final Territory territory;
  private final ConvertedSources converted = new ConvertedSources(this);
  private final AggregatedSources aggregated = new AggregatedSources(this);
  private final ShownSources shown = new ShownSources(this);
  private final ConcurrentMap<TableKey, Optional<ResolvedTable>> tables = new ConcurrentHashMap<>();

  TableSources(
      SortedMap<String, Indicator> indicators,
      Map<String, Formula> formulas,
      Collection<IndicatorTable> recorded,
      Territory territory) {
    this.indicators = indicators;
    this.formulas = formulas;
    this.territory = territory;
    for (var table : recorded) {
      this.recorded.put(
          new TableKey(table.indicatorId(), table.edition(), table.level(), Reach.RECORDED), table);
    }
  }

  /** The table of a key; empty if there is no way to answer it. */
  Optional<ResolvedTable> find(TableKey key) {
    var known = tables.get(key);
    if (known != null) {
      return known;
    }
    var codes = territory.hierarchy(key.edition()).codes(key.level());
    var table =
        Optional.of(
                new ResolvedTable(
                    key.indicatorId(), key.edition(), key.level(), codes, sources(key)))
            .filter(candidate -> !codes.isEmpty() && !candidate.periods().isEmpty());
    var other = tables.putIfAbsent(key, table);
    return other == null ? table : other;
  }

  private List<ColumnSource> sources(TableKey key) {
    if (!indicators.containsKey(key.indicatorId())) {
      return List.of();
    }
    return switch (key.reach()) {
      case RECORDED -> indicator(key).isDerived() ? derived(key) : recordedOrConverted(key);
      case AGGREGATED -> join(sources(key.within(Reach.RECORDED)), aggregated.of(key));
      case SHOWN -> join(sources(key.within(Reach.AGGREGATED)), shown.of(key));
    };
  }

  private static List<ColumnSource> join(List<ColumnSource> first, List<ColumnSource> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private List<ColumnSource> recordedOrConverted(TableKey key) {
    var sources = new ArrayList<ColumnSource>();
    findRecorded(key).map(table -> own(key, table)).ifPresent(sources::add);
    for (var edition : territory.othersByNearness(key.edition())) {
      findRecorded(key.in(edition))
          .filter(table -> territory.connects(key.level(), edition, key.edition()))
          .map(table -> converted.of(key, table))
          .ifPresent(sources::add);
    }
    return sources;
  }

  private ColumnSource own(TableKey key, IndicatorTable table) {
    return new ColumnSource(
        table.periods(), period -> column(key, origin(table, period), cells(table, period)));
  }

  private List<ColumnSource> derived(TableKey key) {
    var formula = formulas.get(key.indicatorId());
    if (formula == null) {
      return List.of();
    }
    var inputs = new HashMap<String, ResolvedTable>();
    for (var id : formula.indicatorIds()) {
      find(key.of(id, Reach.AGGREGATED)).ifPresent(table -> inputs.put(id, table));
    }
    if (inputs.size() < formula.indicatorIds().size()) {
      return List.of();
    }
    return List.of(
        new ColumnSource(
            DerivedColumns.periods(formula, inputs),
            period -> DerivedColumns.column(formula, indicator(key).datasetId(), inputs, period)));
  }

  /** The data sets of recorded values of indicators, and of all that they are computed from. */
  SortedSet<String> datasets(String indicatorId) {
    var datasets = new TreeSet<String>();
    var seen = new HashSet<String>();
    var open = new ArrayDeque<>(List.of(indicatorId));
    while (!open.isEmpty()) {
      String id = open.remove();
      if (seen.add(id) && indicators.containsKey(id)) {
        open.addAll(needs(id));
        recorded.values().stream()
            .filter(table -> table.indicatorId().equals(id))
            .forEach(table -> table.periods().forEach(p -> datasets.add(table.datasetId(p))));
      }
    }
    return datasets;
  }

  private Set<String> needs(String id) {
    if (formulas.containsKey(id)) {
      return formulas.get(id).indicatorIds();
    }
    var measure = indicators.get(id).measure();
    return measure.kind() == Measure.Kind.RATE ? Set.of(measure.weight()) : Set.of();
  }

  // What the kinds of sources share.

  Territory territory() {
    return territory;
  }

  Indicator indicator(TableKey key) {
    return indicators.get(key.indicatorId());
  }

  /** The table that was recorded for exactly this indicator, edition and level. */
  Optional<IndicatorTable> findRecorded(TableKey key) {
    return Optional.ofNullable(recorded.get(key.within(Reach.RECORDED)));
  }

  static Origin origin(IndicatorTable table, ReferencePeriod period) {
    var datasets = new TreeSet<>(List.of(table.datasetId(period)));
    return new Origin(table.level(), table.edition(), false, datasets);
  }

  Column column(TableKey key, Origin origin, Function<AreaCode, Estimate> cells) {
    return new Column(origin, codes(key).stream().map(cells).toList());
  }

  Collection<AreaCode> codes(TableKey key) {
    return territory.hierarchy(key.edition()).codes(key.level());
  }

  static Function<AreaCode, Estimate> cells(IndicatorTable table, ReferencePeriod period) {
    return code -> table.find(code, period).orElse(NO_ROW);
  }

  static Function<AreaCode, Estimate> cells(ResolvedTable table, ReferencePeriod period) {
    return code -> table.find(code, period).orElse(NO_ROW);
  }

  /** Values of a level and edition with the knowledge of where nobody lives. */
  AreaValues values(TableKey key, Measure measure, Function<AreaCode, Estimate> cells) {
    var hierarchy = territory.hierarchy(key.edition());
    boolean ofPeople = measure.equals(Measure.extensive("population"));
    return new AreaValues(
        cells, code -> ofPeople && hierarchy.isKnownToBeUninhabited(key.level(), code));
  }

  /** The table of the denominators of a rate on a level and edition. */
  Optional<ResolvedTable> findDenominatorTable(TableKey key, Measure rate) {
    return findDenominator(rate)
        .flatMap(denominator -> find(key.of(denominator.id(), Reach.AGGREGATED)));
  }

  /** The denominators of a rate in a period; without rows if nothing is known of them. */
  AreaValues denominators(TableKey key, Measure rate, ReferencePeriod period) {
    var table = findDenominatorTable(key, rate);
    return values(
        key,
        denominatorMeasure(rate),
        code -> table.flatMap(found -> found.find(code, period)).orElse(NO_ROW));
  }

  /** The data sets that the denominators of a rate in a period come from. */
  Set<String> denominatorDatasets(TableKey key, Measure rate, ReferencePeriod period) {
    return findDenominatorTable(key, rate)
        .filter(table -> table.periods().contains(period))
        .map(table -> (Set<String>) table.origin(period).datasets())
        .orElse(Set.of());
  }

  /** How the denominator of a rate is split; by population if nothing is known of it. */
  Measure denominatorMeasure(Measure rate) {
    return findDenominator(rate).map(Indicator::measure).orElse(Measure.extensive("population"));
  }

  private Optional<Indicator> findDenominator(Measure rate) {
    return Optional.ofNullable(indicators.get(rate.weight()))
        .filter(denominator -> denominator.measure().kind() == Measure.Kind.EXTENSIVE);
  }
}
