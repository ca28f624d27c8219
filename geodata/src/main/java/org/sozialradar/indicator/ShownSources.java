package org.sozialradar.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sozialradar.area.AreaCode;

/**
 * Values of coarser areas, shown on all areas that lie in them. Never counts: a district's count is
 * no municipality's.
 */
final class ShownSources {
  private final TableSources tables;

  ShownSources(TableSources tables) {
    this.tables = tables;
  }

  /**
   * The sources of a key: levels that hold all areas before groups, finer before coarser ones. Of a
   * level the values of the same edition, then those of other editions by where its areas lay then,
   * then values that were converted or aggregated to the coarser level.
   */
  List<ColumnSource> of(TableKey key) {
    return tables.indicator(key).measure().kind() == Measure.Kind.EXTENSIVE
        ? List.of()
        : levels(key).flatMap(level -> of(key, level)).toList();
  }

  private Stream<String> levels(TableKey key) {
    var territory = tables.territory();
    var levels = new ArrayList<String>();
    for (var edition : territory.editionsByNearness(key.edition())) {
      territory.hierarchy(edition).coarserThan(key.level()).stream()
          .filter(level -> !levels.contains(level))
          .sorted(nearestFirst(key.in(edition)))
          .forEach(levels::add);
    }
    return levels.stream();
  }

  private Comparator<String> nearestFirst(TableKey key) {
    var hierarchy = tables.territory().hierarchy(key.edition());
    return Comparator.<String, Boolean>comparing(level -> !holdsAll(key, level))
        .thenComparing(level -> -hierarchy.codes(level).size());
  }

  private boolean holdsAll(TableKey key, String coarse) {
    var hierarchy = tables.territory().hierarchy(key.edition());
    return tables.codes(key).stream()
        .allMatch(code -> hierarchy.findAncestor(key.level(), code, coarse).isPresent());
  }

  private Stream<ColumnSource> of(TableKey key, String level) {
    var coarse = key.on(level, Reach.RECORDED);
    var recorded =
        tables.territory().editionsByNearness(key.edition()).stream()
            .map(coarse::in)
            .filter(this::isRecordedThere)
            .flatMap(source -> find(key, source).stream());
    return Stream.concat(recorded, find(key, coarse.within(Reach.AGGREGATED)).stream());
  }

  /** Whether values were recorded, or are computed from values recorded, on just this level. */
  private boolean isRecordedThere(TableKey coarse) {
    return tables.indicator(coarse).isDerived() || tables.findRecorded(coarse).isPresent();
  }

  private Optional<ColumnSource> find(TableKey key, TableKey coarse) {
    if (!holdsAny(key, coarse)) {
      return Optional.empty();
    }
    var holders = holders(key, coarse);
    return tables
        .find(coarse)
        .map(
            table ->
                new ColumnSource(table.periods(), period -> column(key, holders, table, period)));
  }

  private boolean holdsAny(TableKey key, TableKey coarse) {
    var territory = tables.territory();
    return territory.hierarchy(coarse.edition()).coarserThan(key.level()).contains(coarse.level())
        && (coarse.edition().equals(key.edition())
            || territory.connects(key.level(), coarse.edition(), key.edition()));
  }

  /** Which coarse area holds an area of the target. */
  private Function<AreaCode, Optional<AreaCode>> holders(TableKey key, TableKey coarse) {
    var territory = tables.territory();
    return code ->
        territory.findHolder(key.level(), code, key.edition(), coarse.level(), coarse.edition());
  }

  private Column column(
      TableKey key,
      Function<AreaCode, Optional<AreaCode>> holders,
      ResolvedTable coarse,
      ReferencePeriod period) {
    var origin = coarse.origin(period);
    return tables.column(
        key,
        new Origin(coarse.level(), origin.edition(), origin.aggregated(), origin.datasets()),
        code ->
            holders
                .apply(code)
                .flatMap(holder -> coarse.find(holder, period))
                .orElse(TableSources.NO_ROW));
  }
}
