package org.sozialradar.server.indicators;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Origin;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * What values are compared with.
 *
 * @param state the value of the whole, if the edition has just one state; else null
 * @param districts values of the districts that hold areas of the level, by code
 * @param origins where these values come from
 */
record Reference(Figure state, Map<String, Figure> districts, @JsonIgnore List<Origin> origins) {
  /**
   * A value of a coarser area.
   *
   * @param code its key
   * @param name its name
   * @param value rounded value, null if there is none
   * @param status letter of the status
   * @param lower lower end of the interval, null if there is none
   * @param upper its upper end
   */
  record Figure(
      String code,
      String name,
      BigDecimal value,
      String status,
      BigDecimal lower,
      BigDecimal upper) {}

  static Reference of(ValuesSelection selection) {
    var states = figures(selection, AreaLevel.STATE.id());
    var districts =
        selection.level().equals(AreaLevel.STATE.id())
            ? Map.<String, Figure>of()
            : figures(selection, AreaLevel.DISTRICT.id());
    var origins = new ArrayList<Origin>();
    if (states.size() == 1) {
      find(selection, AreaLevel.STATE.id()).ifPresent(table -> add(table, selection, origins));
    }
    if (!districts.isEmpty()) {
      find(selection, AreaLevel.DISTRICT.id()).ifPresent(table -> add(table, selection, origins));
    }
    return new Reference(
        states.size() == 1 ? states.values().iterator().next() : null, districts, origins);
  }

  private static void add(PublishedTable table, ValuesSelection selection, List<Origin> origins) {
    origins.add(table.origin(selection.period()));
  }

  private static Optional<PublishedTable> find(ValuesSelection selection, String level) {
    return selection
        .snapshot()
        .findTable(selection.indicator().id(), selection.edition(), level)
        .filter(one -> one.periods().contains(selection.period()));
  }

  private static Map<String, Figure> figures(ValuesSelection selection, String level) {
    var areas = selection.snapshot().areas(selection.edition()).list(level);
    var figures = new TreeMap<String, Figure>();
    find(selection, level)
        .ifPresent(
            values ->
                areas.forEach(
                    (code, area) ->
                        find(selection, values, code)
                            .ifPresent(
                                one -> figures.put(code.value(), figure(selection, area, one)))));
    return figures;
  }

  private static Optional<Estimate> find(
      ValuesSelection selection, PublishedTable values, AreaCode code) {
    return values.find(code, selection.period());
  }

  private static Figure figure(ValuesSelection selection, AreaEntry area, Estimate estimate) {
    int decimals = selection.indicator().decimals();
    return new Figure(
        area.code().value(),
        area.name(),
        rounded(estimate.value(), decimals),
        ValuesJson.letter(estimate.status()),
        rounded(estimate.lower(), decimals),
        rounded(estimate.upper(), decimals));
  }

  private static BigDecimal rounded(double value, int decimals) {
    return Double.isFinite(value) ? Decimals.round(value, decimals) : null;
  }
}
