package org.sozialradar.indicator;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaTransfer;
import org.sozialradar.area.ShareKind;

/** Values recorded on the level asked for in another edition, by {@link Conversion}. */
final class ConvertedSources {
  private final TableSources tables;

  ConvertedSources(TableSources tables) {
    this.tables = tables;
  }

  /** The source that converts a table to the edition of a key. */
  ColumnSource of(TableKey key, IndicatorTable table) {
    return new ColumnSource(
        table.periods(),
        period -> tables.column(key, origin(key, table, period), conversion(key, table, period)));
  }

  private Origin origin(TableKey key, IndicatorTable table, ReferencePeriod period) {
    var datasets = new TreeSet<>(TableSources.origin(table, period).datasets());
    datasets.addAll(
        tables.territory().crosswalkDatasets(key.level(), table.edition(), key.edition()));
    var measure = tables.indicator(key).measure();
    if (measure.kind() == Measure.Kind.RATE) {
      datasets.addAll(tables.denominatorDatasets(key.in(table.edition()), measure, period));
    }
    return new Origin(table.level(), table.edition(), false, datasets);
  }

  private Function<AreaCode, Estimate> conversion(
      TableKey key, IndicatorTable table, ReferencePeriod period) {
    var measure = tables.indicator(key).measure();
    var source = key.in(table.edition());
    var values = tables.values(source, measure, TableSources.cells(table, period));
    return switch (measure.kind()) {
      case EXTENSIVE -> counts(transfer(source, key, shareOf(measure)), values);
      case RATE ->
          rates(
              transfer(source, key, shareOf(tables.denominatorMeasure(measure))),
              values,
              tables.denominators(source, measure, period));
      case INTENSIVE ->
          intensive(
              List.of(
                  transfer(source, key, ShareKind.POPULATION),
                  transfer(source, key, ShareKind.AREA)),
              values);
    };
  }

  private static Function<AreaCode, Estimate> counts(AreaTransfer transfer, AreaValues values) {
    return to -> Conversion.extensive(transfer, to, values);
  }

  private static Function<AreaCode, Estimate> rates(
      AreaTransfer transfer, AreaValues rates, AreaValues denominators) {
    return to -> Conversion.rate(transfer, to, rates, denominators);
  }

  private static Function<AreaCode, Estimate> intensive(
      List<AreaTransfer> transfers, AreaValues values) {
    return to -> Conversion.intensive(transfers, to, values);
  }

  private AreaTransfer transfer(TableKey from, TableKey to, ShareKind kind) {
    return tables
        .territory()
        .findTransfer(to.level(), from.edition(), to.edition(), kind)
        .orElseThrow(() -> new IllegalStateException("no way from " + from + " to " + to));
  }

  private static ShareKind shareOf(Measure extensive) {
    return extensive.weight().equals("area") ? ShareKind.AREA : ShareKind.POPULATION;
  }
}
