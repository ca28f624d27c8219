package org.sozialradar.server.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.priority.CriterionColumn;
import org.sozialradar.server.ranking.ChosenAreas;
import org.sozialradar.server.ranking.CriterionValues;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * The published values of an indicator for areas, one by one and as a mean with the errors that
 * they share. What is suppressed or too imprecise has no value here: nothing is computed with it.
 */
final class Figures {
  private static final double NORMAL_95 = 1.959963984540054;

  private final CriterionValues values;
  private final Map<AreaCode, Integer> rows = new HashMap<>();
  private final Optional<PublishedTable> own;

  /**
   * A number as it goes out.
   *
   * @param low lower end of the 95 % interval; null for a full count
   * @param status label of the status; empty if it does not apply
   * @param nClass respondents of a direct result; null for others
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Figure(BigDecimal value, BigDecimal low, BigDecimal high, String status, String nClass) {}

  private Figures(CriterionValues values, List<AreaCode> codes, Optional<PublishedTable> own) {
    this.values = values;
    this.own = own;
    for (int i = 0; i < codes.size(); i++) {
      rows.put(codes.get(i), i);
    }
  }

  /**
   * The values of an indicator.
   *
   * @param period the period; empty for the newest
   * @throws org.sozialradar.server.http.ProblemException if there are none
   */
  static Figures of(
      Snapshot snapshot,
      String indicator,
      String period,
      String edition,
      String level,
      List<AreaCode> codes) {
    var values =
        CriterionValues.of(snapshot, indicator, period, new ChosenAreas(edition, level, codes));
    var own =
        values.level().equals(level)
            ? snapshot.findTable(indicator, edition, level)
            : Optional.<PublishedTable>empty();
    return new Figures(values, codes, own);
  }

  Indicator indicator() {
    return values.indicator();
  }

  String period() {
    return values.period().id();
  }

  SortedSet<String> datasets() {
    return new TreeSet<>(values.origin().datasets());
  }

  /** Whether intervals say how errors of different areas go together. */
  boolean sharesErrors() {
    return values.shared();
  }

  boolean has(AreaCode code) {
    return values.column().isPresent(rows.get(code));
  }

  /** The value of an area; NaN if it has none. */
  double value(AreaCode code) {
    return values.column().value(rows.get(code));
  }

  /** The value of an area as it was published; empty if there is none. */
  Optional<Figure> find(AreaCode code) {
    if (!has(code)) {
      return Optional.empty();
    }
    return Optional.of(
        own.flatMap(table -> table.find(code, values.period()))
            .map(this::figure)
            .orElseGet(() -> ofMean(rows.get(code))));
  }

  /** The mean of areas of a finer level, which has no published interval of its own. */
  private Figure ofMean(int row) {
    return figure(
        values.column().value(row),
        values.column().standardError(row),
        ObservationStatus.ESTIMATED.label());
  }

  private Figure figure(Estimate estimate) {
    return new Figure(
        rounded(estimate.value()),
        rounded(estimate.lower()),
        rounded(estimate.upper()),
        estimate.status().label(),
        estimate.nClass().label().isEmpty() ? null : estimate.nClass().label());
  }

  private Figure figure(double value, double error, String status) {
    return new Figure(
        rounded(value),
        error > 0 ? rounded(value - NORMAL_95 * error) : null,
        error > 0 ? rounded(value + NORMAL_95 * error) : null,
        status,
        null);
  }

  private BigDecimal rounded(double value) {
    return Double.isFinite(value) ? Decimals.round(value, indicator().decimals()) : null;
  }

  /**
   * The mean of areas weighted by their people: what joint draws of all errors come to. Where
   * nobody knows what errors of areas share, they count as going along with each other.
   *
   * @param weights people of an area, NaN if nobody knows how many; areas without people or without
   *     a value are left out
   * @return empty if no area is left
   */
  Optional<Figure> mean(List<AreaCode> areas, ToDoubleFunction<AreaCode> weights) {
    var places = new ArrayList<Integer>();
    var people = new ArrayList<Double>();
    var parts = new ArrayList<AreaCode>();
    var statuses = new TreeSet<ObservationStatus>();
    for (var code : areas) {
      double weight = weights.applyAsDouble(code);
      if (has(code) && weight > 0) {
        places.add(rows.get(code));
        people.add(weight);
        parts.add(code);
        own.flatMap(table -> table.find(code, values.period()))
            .map(Estimate::status)
            .ifPresent(statuses::add);
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    var column = values.shared() ? values.column() : values.column().sharingAll();
    var mean = column.means(List.of(new CriterionColumn.Mean(places, people)));
    boolean complete =
        areas.stream().allMatch(code -> has(code) && !Double.isNaN(weights.applyAsDouble(code)));
    String status = status(complete, statuses).label();
    return Optional.of(
        narrowed(figure(mean.value(0), mean.standardError(0), status), parts, people));
  }

  /**
   * A mean with no wider an interval than if all errors went along with each other: that of one
   * area is its published one, and none leaves the scale.
   */
  private Figure narrowed(Figure mean, List<AreaCode> parts, List<Double> people) {
    if (mean.low() == null) {
      return mean;
    }
    double low = 0;
    double high = 0;
    double all = 0;
    for (int i = 0; i < parts.size(); i++) {
      var one = find(parts.get(i)).orElseThrow();
      double weight = people.get(i);
      low += weight * (one.low() == null ? one.value() : one.low()).doubleValue();
      high += weight * (one.high() == null ? one.value() : one.high()).doubleValue();
      all += weight;
    }
    boolean single = parts.size() == 1;
    var least = rounded(low / all).min(mean.value());
    var most = rounded(high / all).max(mean.value());
    return new Figure(
        mean.value(),
        single ? least : least.max(mean.low()),
        single ? most : most.min(mean.high()),
        mean.status(),
        mean.nClass());
  }

  private static ObservationStatus status(boolean complete, SortedSet<ObservationStatus> parts) {
    if (!complete) {
      return ObservationStatus.INPUTS_INCOMPLETE;
    }
    return parts.size() == 1 ? parts.first() : ObservationStatus.ESTIMATED;
  }
}
