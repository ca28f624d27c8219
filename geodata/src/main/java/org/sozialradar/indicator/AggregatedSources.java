package org.sozialradar.indicator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;

/** Values of finer levels of the same edition, by {@link Aggregation}. */
final class AggregatedSources {
  private final TableSources tables;

  AggregatedSources(TableSources tables) {
    this.tables = tables;
  }

  /** The sources of a key, the coarsest of the finer levels first. */
  List<ColumnSource> of(TableKey key) {
    var indicator = tables.indicator(key);
    if (indicator.isDerived() || indicator.measure().kind() == Measure.Kind.INTENSIVE) {
      return List.of();
    }
    var hierarchy = tables.territory().hierarchy(key.edition());
    var finer = hierarchy.finerThan(key.level());
    return hierarchy.levels().stream()
        .filter(finer::contains)
        .map(level -> find(key, key.on(level, Reach.RECORDED), indicator.measure()))
        .flatMap(Optional::stream)
        .toList();
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
    return tables.column(
        key,
        new Origin(origin.level(), origin.edition(), true),
        aggregation(key, fine, measure, TableSources.cells(table, period), period));
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
