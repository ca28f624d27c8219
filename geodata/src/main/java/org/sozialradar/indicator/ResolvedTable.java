package org.sozialradar.indicator;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.sozialradar.area.AreaCode;

/**
 * An indicator on a level of an edition, resolved from whatever was recorded: own values, converted
 * from other editions, aggregated from finer levels, shown from coarser ones, or derived by its
 * formula; see {@link IndicatorResolution}.
 *
 * <p>It has a row for every area of the level; each period comes from one origin. Columns are
 * computed when they are first asked for. Immutable to its readers and safe for use by many
 * threads.
 */
public final class ResolvedTable {
  private final String indicatorId;
  private final String edition;
  private final String level;
  private final List<AreaCode> codes;
  private final List<ReferencePeriod> periods;
  private final List<ColumnSource> sources;
  private final AtomicReferenceArray<Column> columns;

  /**
   * @param sources ways to answer, best first
   */
  ResolvedTable(
      String indicatorId,
      String edition,
      String level,
      Collection<AreaCode> codes,
      List<ColumnSource> sources) {
    this.indicatorId = indicatorId;
    this.edition = edition;
    this.level = level;
    this.codes = List.copyOf(codes);
    this.sources = List.copyOf(sources);
    var all = new TreeSet<ReferencePeriod>();
    sources.forEach(source -> all.addAll(source.periods()));
    periods = List.copyOf(all);
    columns = new AtomicReferenceArray<>(periods.size());
  }

  public String indicatorId() {
    return indicatorId;
  }

  public String edition() {
    return edition;
  }

  public String level() {
    return level;
  }

  /** Codes of all areas of the level in the edition, ascending. */
  public List<AreaCode> codes() {
    return codes;
  }

  /** Periods with a column, ascending. */
  public List<ReferencePeriod> periods() {
    return periods;
  }

  /**
   * Where the values of a period come from.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public Origin origin(ReferencePeriod period) {
    return column(period).origin();
  }

  /** The estimate of an area in a period; empty if the table has no such row or column. */
  public Optional<Estimate> find(AreaCode code, ReferencePeriod period) {
    int row = Collections.binarySearch(codes, code);
    return row < 0 || Collections.binarySearch(periods, period) < 0
        ? Optional.empty()
        : Optional.of(column(period).at(row));
  }

  /**
   * The estimates of a period in the order of {@link #codes()}.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public List<Estimate> estimates(ReferencePeriod period) {
    var column = column(period);
    return IntStream.range(0, codes.size()).mapToObj(column::at).toList();
  }

  /**
   * Whether any estimate of a period has an interval.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public boolean hasIntervals(ReferencePeriod period) {
    return column(period).hasIntervals();
  }

  /**
   * Whether any estimate of a period has a class of respondents.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public boolean hasClasses(ReferencePeriod period) {
    return column(period).hasClasses();
  }

  private Column column(ReferencePeriod period) {
    int index = Collections.binarySearch(periods, period);
    if (index < 0) {
      throw new IllegalArgumentException(indicatorId + " has no period " + period);
    }
    var known = columns.get(index);
    if (known != null) {
      return known;
    }
    columns.compareAndSet(index, null, compute(period));
    return columns.get(index);
  }

  /** The column of the best source that has any value, else of the best source. */
  private Column compute(ReferencePeriod period) {
    Column first = null;
    for (var source : sources) {
      if (source.periods().contains(period)) {
        var column = source.column(period);
        if (column.hasValues()) {
          return column;
        }
        first = first == null ? column : first;
      }
    }
    if (first == null) {
      throw new IllegalStateException(indicatorId + " has no source for " + period);
    }
    return first;
  }
}
