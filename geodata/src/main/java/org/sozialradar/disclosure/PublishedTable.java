package org.sozialradar.disclosure;

import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.indicator.ResolvedTable;

/**
 * A table that may leave the house: a row for every area of a level, a column for each period.
 *
 * <p>Only {@link DisclosureRule} makes one. Columns are computed when they are first asked for.
 * Immutable to its readers and safe for use by many threads.
 */
public final class PublishedTable {
  private final ResolvedTable table;
  private final DisclosureRule rule;

  PublishedTable(ResolvedTable table, DisclosureRule rule) {
    this.table = table;
    this.rule = rule;
  }

  /** The rule that it was published by. */
  public DisclosureRule rule() {
    return rule;
  }

  public String indicatorId() {
    return table.indicatorId();
  }

  public String edition() {
    return table.edition();
  }

  public String level() {
    return table.level();
  }

  /** Codes of all areas of the level in the edition, ascending. */
  public List<AreaCode> codes() {
    return table.codes();
  }

  /** Periods with a column, ascending. */
  public List<ReferencePeriod> periods() {
    return table.periods();
  }

  /**
   * Where the values of a period come from: native level, native edition, aggregated or not.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public Origin origin(ReferencePeriod period) {
    return table.origin(period);
  }

  /** The estimate of an area in a period; empty if the table has no such row or column. */
  public Optional<Estimate> find(AreaCode code, ReferencePeriod period) {
    return table.find(code, period);
  }

  /**
   * The estimates of a period in the order of {@link #codes()}.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public List<Estimate> column(ReferencePeriod period) {
    return table.estimates(period);
  }

  /**
   * Whether any estimate of a period has an interval.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public boolean hasIntervals(ReferencePeriod period) {
    return table.hasIntervals(period);
  }

  /**
   * Whether any estimate of a period has a class of respondents.
   *
   * @throws IllegalArgumentException if the table has no such period
   */
  public boolean hasClasses(ReferencePeriod period) {
    return table.hasClasses(period);
  }
}
