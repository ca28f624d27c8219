package org.sozialradar.indicator;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sozialradar.area.AreaHierarchy;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.CorrespondenceGraph;

/**
 * Answers any indicator on any level of any edition that its recorded values reach.
 *
 * <p>For each period the first of these that has a value:
 *
 * <ol>
 *   <li>values recorded on the level and edition asked for;
 *   <li>values recorded on the level in another edition, converted ({@link Conversion}): earlier
 *       editions before later ones, near ones before far ones;
 *   <li>values of a finer level, recorded or converted, aggregated ({@link Aggregation}); never for
 *       intensive measures, nor for rates without denominators;
 *   <li>values of a coarser level, answered as above, shown on all areas that it holds; never for
 *       counts, since a district's count is no municipality's.
 * </ol>
 *
 * <p>A derived indicator is computed on the level and edition asked for from inputs that are
 * answered by 1 to 3; where that fails it is computed on a coarser level and shown as in 4.
 *
 * <p>Tables and columns are computed when they are first asked for and kept. Safe for use by many
 * threads; its answers do not change.
 */
public final class IndicatorResolution {
  private final SortedMap<String, Indicator> indicators = new TreeMap<>();
  private final FormulaCheck formulas;
  private final Territory territory;
  private final TableSources tables;

  private IndicatorResolution(
      Collection<Indicator> indicators, Collection<IndicatorTable> recorded, Territory territory) {
    indicators.forEach(indicator -> this.indicators.put(indicator.id(), indicator));
    formulas = Formula.check(indicators);
    this.territory = territory;
    tables = new TableSources(this.indicators, formulas.usable(), recorded, territory);
  }

  /**
   * Prepares answers; nothing is computed yet.
   *
   * @param indicators definitions, each id once
   * @param recorded recorded tables; those of derived indicators, or of editions without hierarchy,
   *     are not used
   * @param editions editions of boundaries
   * @param hierarchies hierarchy by edition id
   * @param graph crosswalks between editions
   */
  public static IndicatorResolution of(
      Collection<Indicator> indicators,
      Collection<IndicatorTable> recorded,
      Collection<BoundaryVersion> editions,
      Map<String, AreaHierarchy> hierarchies,
      CorrespondenceGraph graph) {
    return new IndicatorResolution(
        indicators, recorded, new Territory(editions, hierarchies, graph));
  }

  /** All indicators by id. */
  public SortedMap<String, Indicator> indicators() {
    return java.util.Collections.unmodifiableSortedMap(indicators);
  }

  /** Why derived indicators cannot be answered, by their id; for the log and the import report. */
  public SortedMap<String, FormulaException> faults() {
    return formulas.faults();
  }

  /**
   * The data sets of the recorded values that answers of an indicator may come from: its own, and
   * those of the inputs of its formula and of its denominator. What an answer does come from is its
   * {@link Origin}.
   */
  public SortedSet<String> datasets(String indicatorId) {
    return tables.datasets(indicatorId);
  }

  /** Editions in which an indicator is answered on some level, by validity. */
  public List<String> editions(String indicatorId) {
    return territory.editions().stream()
        .filter(edition -> !levels(indicatorId, edition).isEmpty())
        .toList();
  }

  /** Levels of an edition, coarse first, on which an indicator is answered. */
  public List<String> levels(String indicatorId, String edition) {
    return territory
        .findHierarchy(edition)
        .map(
            hierarchy ->
                hierarchy.levels().stream()
                    .filter(hierarchy.ownLevels()::contains)
                    .filter(level -> find(indicatorId, edition, level).isPresent())
                    .toList())
        .orElse(List.of());
  }

  /** Levels on which an indicator is answered in some edition. */
  public List<String> levels(String indicatorId) {
    var levels = new LinkedHashSet<String>();
    territory.editions().forEach(edition -> levels.addAll(levels(indicatorId, edition)));
    return List.copyOf(levels);
  }

  /** Periods in which an indicator is answered on some level of some edition. */
  public List<ReferencePeriod> periods(String indicatorId) {
    var periods = new TreeSet<ReferencePeriod>();
    for (var edition : territory.editions()) {
      for (var level : levels(indicatorId, edition)) {
        find(indicatorId, edition, level).ifPresent(table -> periods.addAll(table.periods()));
      }
    }
    return List.copyOf(periods);
  }

  /**
   * An indicator on a level of an edition; empty if nothing recorded reaches there or one of the
   * three does not exist.
   */
  public Optional<ResolvedTable> find(String indicatorId, String edition, String level) {
    return indicators.containsKey(indicatorId) && territory.findHierarchy(edition).isPresent()
        ? tables.find(new TableKey(indicatorId, edition, level, Reach.SHOWN))
        : Optional.empty();
  }
}
