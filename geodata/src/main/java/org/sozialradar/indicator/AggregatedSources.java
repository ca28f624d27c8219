package org.sozialradar.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sozialradar.area.AreaCode;

/** Values of finer levels of the same edition, by {@link Aggregation}. */
final class AggregatedSources {
  private final TableSources tables;

  AggregatedSources(TableSources tables) {
    this.tables = tables;
  }

  /**
   * The sources of a key: levels that make up all areas before those that make up only some, of
   * both the coarsest first.
   */
  List<ColumnSource> of(TableKey key) {
    var indicator = tables.indicator(key);
    if (indicator.isDerived() || indicator.measure().kind() == Measure.Kind.INTENSIVE) {
      return List.of();
    }
    var hierarchy = tables.territory().hierarchy(key.edition());
    var finer = hierarchy.finerThan(key.level());
    return hierarchy.levels().stream()
        .filter(finer::contains)
        .filter(level -> tables.codes(key).stream().anyMatch(madeUp(key, level)))
        .sorted(
            Comparator.comparing(level -> !tables.codes(key).stream().allMatch(madeUp(key, level))))
        .map(level -> find(key, key.on(level, Reach.RECORDED), indicator.measure()))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Whether areas of a finer level make up an area; a part of its areas is not its value. */
  private Predicate<AreaCode> madeUp(TableKey key, String finer) {
    var hierarchy = tables.territory().hierarchy(key.edition());
    return code -> hierarchy.isMadeUp(key.level(), code, finer);
  }

  private Optional<ColumnSource> find(TableKey key, TableKey fine, Measure measure) {
    return tables
        .find(fine)
        .map(
            table ->
                new ColumnSource(
                    periods(fine, measure, table),
                    period -> column(key, fine, measure, table, period)))
        .filter(source -> !source.periods().isEmpty());
  }

  /** A rate can be aggregated in the periods that have denominators. */
  private Set<ReferencePeriod> periods(TableKey fine, Measure measure, ResolvedTable table) {
    var periods = new TreeSet<>(table.periods());
    if (measure.kind() == Measure.Kind.RATE) {
      periods.retainAll(
          tables.findDenominatorTable(fine, measure).map(ResolvedTable::periods).orElse(List.of()));
    }
    return periods;
  }

  private Column column(
      TableKey key, TableKey fine, Measure measure, ResolvedTable table, ReferencePeriod period) {
    var origin = table.origin(period);
    var datasets = new TreeSet<>(origin.datasets());
    if (measure.kind() == Measure.Kind.RATE) {
      datasets.addAll(tables.denominatorDatasets(fine, measure, period));
    }
    var madeUp = madeUp(key, fine.level());
    var aggregation = aggregation(key, fine, measure, TableSources.cells(table, period), period);
    return tables.column(
        key,
        new Origin(origin.level(), origin.edition(), true, datasets),
        code -> madeUp.test(code) ? aggregation.apply(code) : unknown(key, fine, code));
  }

  private Estimate unknown(TableKey key, TableKey fine, AreaCode code) {
    var members =
        tables.territory().hierarchy(key.edition()).members(key.level(), code, fine.level());
    return members.isEmpty()
        ? TableSources.NO_ROW
        : Estimate.missing(ObservationStatus.INPUT_MISSING);
  }

  private Function<AreaCode, Estimate> aggregation(
      TableKey key,
      TableKey fine,
      Measure measure,
      Function<AreaCode, Estimate> cells,
      ReferencePeriod period) {
    var hierarchy = tables.territory().hierarchy(key.edition());
    var values = tables.values(fine, measure, cells);
    if (measure.kind() == Measure.Kind.EXTENSIVE) {
      return code ->
          Aggregation.extensive(hierarchy.members(key.level(), code, fine.level()), values);
    }
    var denominators = tables.denominators(fine, measure, period);
    return code ->
        Aggregation.rate(hierarchy.members(key.level(), code, fine.level()), values, denominators);
  }
}
