package org.sozialradar.server.areas;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;

/** An area in all indicators, beside its district and its state. */
final class AreaProfile {
  private final Snapshot snapshot;
  private final String edition;
  private final AreaEntry area;

  AreaProfile(Snapshot snapshot, String edition, AreaEntry area) {
    this.snapshot = snapshot;
    this.edition = edition;
    this.area = area;
  }

  /** The profile as it goes out. */
  record Answer(long revision, AreaAnswer area, boolean example, List<Entry> indicators) {}

  /** A value with the letter of its status; what there is not is null. */
  record Figure(BigDecimal value, String status, BigDecimal lower, BigDecimal upper) {}

  /** An indicator in its period, beside district and state (null if they have no values). */
  record Entry(
      String indicator,
      String period,
      @JsonUnwrapped Figure figure,
      String nativeLevel,
      String nativeEdition,
      boolean aggregated,
      Figure district,
      Figure state,
      @JsonUnwrapped Provenance provenance) {}

  /** All indicators, each in its newest period that is not after the one asked for. */
  Answer until(Optional<ReferencePeriod> latest, AreaAnswer answer) {
    var entries =
        snapshot.indicators().values().stream()
            .map(indicator -> entry(indicator, latest))
            .flatMap(Optional::stream)
            .toList();
    boolean example = entries.stream().anyMatch(entry -> entry.provenance().example());
    return new Answer(snapshot.revision().number(), answer, example, entries);
  }

  private Optional<Entry> entry(Indicator indicator, Optional<ReferencePeriod> latest) {
    return snapshot
        .findTable(indicator.id(), edition, area.level())
        .flatMap(table -> period(table, latest).map(period -> entry(indicator, table, period)));
  }

  /** A year holds all of its days. */
  private static Optional<ReferencePeriod> period(
      PublishedTable table, Optional<ReferencePeriod> latest) {
    return table.periods().stream()
        .filter(period -> latest.isEmpty() || !isAfter(period, latest.get()))
        .reduce((earlier, later) -> later);
  }

  private static boolean isAfter(ReferencePeriod period, ReferencePeriod latest) {
    return latest.id().length() == 4 ? period.year() > latest.year() : period.compareTo(latest) > 0;
  }

  private Entry entry(Indicator indicator, PublishedTable table, ReferencePeriod period) {
    var origin = table.origin(period);
    var own =
        table
            .find(area.code(), period)
            .orElseThrow(() -> new IllegalStateException("no row for " + area.code()));
    return new Entry(
        indicator.id(),
        period.id(),
        figure(own, indicator),
        origin.level(),
        origin.edition(),
        origin.aggregated(),
        above(indicator, AreaLevel.DISTRICT.id(), period),
        above(indicator, AreaLevel.STATE.id(), period),
        Provenance.of(snapshot, indicator, origins(indicator, origin, period)));
  }

  /** Where the value and those beside it come from. */
  private List<Origin> origins(Indicator indicator, Origin own, ReferencePeriod period) {
    var origins = new ArrayList<Origin>(List.of(own));
    for (var level : List.of(AreaLevel.DISTRICT.id(), AreaLevel.STATE.id())) {
      findAbove(indicator, level, period)
          .map(table -> table.origin(period))
          .ifPresent(origins::add);
    }
    return origins;
  }

  private Figure above(Indicator indicator, String level, ReferencePeriod period) {
    return findAbove(indicator, level, period)
        .flatMap(table -> table.find(area.ancestors().get(level), period))
        .map(estimate -> figure(estimate, indicator))
        .orElse(null);
  }

  /** The values of a level that holds the area. */
  private Optional<PublishedTable> findAbove(
      Indicator indicator, String level, ReferencePeriod period) {
    return area.ancestors().containsKey(level)
        ? snapshot
            .findTable(indicator.id(), edition, level)
            .filter(table -> table.periods().contains(period))
        : Optional.empty();
  }

  private static Figure figure(Estimate estimate, Indicator indicator) {
    return new Figure(
        rounded(estimate.value(), indicator),
        String.valueOf(estimate.status().letter()),
        rounded(estimate.lower(), indicator),
        rounded(estimate.upper(), indicator));
  }

  private static BigDecimal rounded(double value, Indicator indicator) {
    return Double.isFinite(value) ? Decimals.round(value, indicator.decimals()) : null;
  }
}
