package org.sozialradar.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaTransfer;
import org.sozialradar.area.ShareKind;

/**
 * Finds the ways to answer an indicator and keeps the tables that come of them; the precedence is
 * that of {@link IndicatorResolution}. Safe for use by many threads.
 */
final class TableSources {
  private static final Estimate NO_ROW = Estimate.missing(ObservationStatus.NO_ROW);

  private final SortedMap<String, Indicator> indicators;
  private final Map<String, Formula> formulas;
  private final Map<TableKey, IndicatorTable> recorded = new HashMap<>();
  private final Territory territory;
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
      case AGGREGATED -> join(recordedReach(key), aggregated(key));
      case SHOWN -> join(sources(with(key, Reach.AGGREGATED)), shown(key));
    };
  }

  private List<ColumnSource> recordedReach(TableKey key) {
    return sources(with(key, Reach.RECORDED));
  }

  private static TableKey with(TableKey key, Reach reach) {
    return key.on(key.level(), reach);
  }

  private static List<ColumnSource> join(List<ColumnSource> first, List<ColumnSource> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private Indicator indicator(TableKey key) {
    return indicators.get(key.indicatorId());
  }

  private List<AreaCode> codes(TableKey key) {
    return List.copyOf(territory.hierarchy(key.edition()).codes(key.level()));
  }

  // ---- recorded and converted

  private List<ColumnSource> recordedOrConverted(TableKey key) {
    var sources = new ArrayList<ColumnSource>();
    var own = recorded.get(key);
    if (own != null) {
      sources.add(own(key, own));
    }
    for (var edition : territory.othersByNearness(key.edition())) {
      var other = recorded.get(key.in(edition));
      if (other != null && territory.connects(key.level(), edition, key.edition())) {
        sources.add(converted(key, other));
      }
    }
    return sources;
  }

  private ColumnSource own(TableKey key, IndicatorTable table) {
    return new ColumnSource(
        new TreeSet<>(table.periods()),
        period -> column(key, origin(table, false), cells(table, period)));
  }

  private Column column(TableKey key, Origin origin, Function<AreaCode, Estimate> cells) {
    return new Column(origin, codes(key).stream().map(cells).toList());
  }

  private static Origin origin(IndicatorTable table, boolean aggregated) {
    return new Origin(table.level(), table.edition(), aggregated);
  }

  private static Function<AreaCode, Estimate> cells(IndicatorTable table, ReferencePeriod period) {
    return code -> table.find(code, period).orElse(NO_ROW);
  }

  private ColumnSource converted(TableKey key, IndicatorTable table) {
    return new ColumnSource(
        new TreeSet<>(table.periods()),
        period -> column(key, origin(table, false), conversion(key, table, period)));
  }

  private Function<AreaCode, Estimate> conversion(
      TableKey key, IndicatorTable table, ReferencePeriod period) {
    var measure = indicator(key).measure();
    var source = key.in(table.edition());
    var values = values(source, measure, cells(table, period));
    return switch (measure.kind()) {
      case EXTENSIVE -> {
        var transfer = transfer(key, table.edition(), shareOf(measure));
        yield to -> Conversion.extensive(transfer, to, values);
      }
      case RATE -> {
        var transfer = transfer(key, table.edition(), shareOf(denominator(measure)));
        var denominators = denominators(source, measure, period);
        yield to -> Conversion.rate(transfer, to, values, denominators);
      }
      case INTENSIVE -> {
        var transfers =
            List.of(
                transfer(key, table.edition(), ShareKind.POPULATION),
                transfer(key, table.edition(), ShareKind.AREA));
        yield to -> Conversion.intensive(transfers, to, values);
      }
    };
  }

  private AreaTransfer transfer(TableKey key, String from, ShareKind kind) {
    return territory
        .findTransfer(key.level(), from, key.edition(), kind)
        .orElseThrow(() -> new IllegalStateException("no way from " + from + " for " + key));
  }

  private static ShareKind shareOf(Measure measure) {
    return measure.weight().equals("area") ? ShareKind.AREA : ShareKind.POPULATION;
  }

  /** The measure of the denominator of a rate; by population if it is not known. */
  private Measure denominator(Measure rate) {
    var denominator = indicators.get(rate.weight());
    return denominator != null && denominator.measure().kind() == Measure.Kind.EXTENSIVE
        ? denominator.measure()
        : Measure.extensive("population");
  }

  private Optional<ResolvedTable> denominatorTable(TableKey key, Measure rate) {
    var denominator = indicators.get(rate.weight());
    return denominator != null && denominator.measure().kind() == Measure.Kind.EXTENSIVE
        ? find(key.of(denominator.id(), Reach.AGGREGATED))
        : Optional.empty();
  }

  private AreaValues denominators(TableKey key, Measure rate, ReferencePeriod period) {
    var table = denominatorTable(key, rate);
    return values(
        key,
        denominator(rate),
        code -> table.flatMap(found -> found.find(code, period)).orElse(NO_ROW));
  }

  private AreaValues values(TableKey key, Measure measure, Function<AreaCode, Estimate> cells) {
    var hierarchy = territory.hierarchy(key.edition());
    boolean ofPeople = measure.weight().equals("population");
    return new AreaValues(
        cells, code -> ofPeople && hierarchy.isKnownToBeUninhabited(key.level(), code));
  }

  // ---- derived

  private List<ColumnSource> derived(TableKey key) {
    var formula = formulas.get(key.indicatorId());
    if (formula == null) {
      return List.of();
    }
    var inputs = new HashMap<String, ResolvedTable>();
    for (var id : formula.indicatorIds()) {
      var table = find(key.of(id, Reach.AGGREGATED));
      if (table.isEmpty()) {
        return List.of();
      }
      inputs.put(id, table.get());
    }
    return List.of(
        new ColumnSource(
            DerivedColumns.periods(formula, inputs),
            period -> DerivedColumns.column(formula, inputs, codes(key), period)));
  }

  // ---- aggregated

  private List<ColumnSource> aggregated(TableKey key) {
    var measure = indicator(key).measure();
    if (indicator(key).isDerived() || measure.kind() == Measure.Kind.INTENSIVE) {
      return List.of();
    }
    var hierarchy = territory.hierarchy(key.edition());
    var finer = hierarchy.finerThan(key.level());
    return hierarchy.levels().stream()
        .filter(finer::contains)
        .map(level -> key.on(level, Reach.RECORDED))
        .flatMap(fine -> aggregated(key, fine, measure).stream())
        .toList();
  }

  private Optional<ColumnSource> aggregated(TableKey key, TableKey fine, Measure measure) {
    var table = find(fine);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    var periods = new TreeSet<>(table.get().periods());
    if (measure.kind() == Measure.Kind.RATE) {
      periods.retainAll(
          denominatorTable(fine, measure).map(ResolvedTable::periods).orElse(List.of()));
    }
    return periods.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ColumnSource(
                periods, period -> aggregate(key, fine, measure, table.get(), period)));
  }

  private Column aggregate(
      TableKey key, TableKey fine, Measure measure, ResolvedTable table, ReferencePeriod period) {
    var hierarchy = territory.hierarchy(key.edition());
    var values = values(fine, measure, code -> table.find(code, period).orElse(NO_ROW));
    var origin = table.origin(period);
    Function<AreaCode, Estimate> aggregation;
    if (measure.kind() == Measure.Kind.RATE) {
      var denominators = denominators(fine, measure, period);
      aggregation =
          code ->
              Aggregation.rate(
                  hierarchy.members(key.level(), code, fine.level()), values, denominators);
    } else {
      aggregation =
          code -> Aggregation.extensive(hierarchy.members(key.level(), code, fine.level()), values);
    }
    return column(key, new Origin(origin.level(), origin.edition(), true), aggregation);
  }

  // ---- shown from coarser levels

  private List<ColumnSource> shown(TableKey key) {
    if (indicator(key).measure().kind() == Measure.Kind.EXTENSIVE) {
      return List.of();
    }
    var hierarchy = territory.hierarchy(key.edition());
    var levels = new ArrayList<>(hierarchy.coarserThan(key.level()));
    levels.sort(
        Comparator.<String, Boolean>comparing(level -> !holdsAll(key, level))
            .thenComparing(Comparator.comparing(hierarchy.levels()::indexOf).reversed()));
    return levels.stream()
        .flatMap(level -> find(key.on(level, Reach.AGGREGATED)).stream())
        .map(table -> shown(key, table))
        .toList();
  }

  private boolean holdsAll(TableKey key, String coarse) {
    var hierarchy = territory.hierarchy(key.edition());
    return codes(key).stream()
        .allMatch(code -> hierarchy.findAncestor(key.level(), code, coarse).isPresent());
  }

  private ColumnSource shown(TableKey key, ResolvedTable coarse) {
    var hierarchy = territory.hierarchy(key.edition());
    return new ColumnSource(
        new TreeSet<>(coarse.periods()),
        period -> {
          var origin = coarse.origin(period);
          return column(
              key,
              new Origin(coarse.level(), origin.edition(), origin.aggregated()),
              code ->
                  hierarchy
                      .findAncestor(key.level(), code, coarse.level())
                      .flatMap(holder -> coarse.find(holder, period))
                      .orElse(NO_ROW));
        });
  }
}
