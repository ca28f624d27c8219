package org.sozialradar.server.indicators;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Decimals;

/**
 * What values are compared with.
 *
 * @param state the value of the whole, if the edition has just one state; else null
 * @param districts values of the districts that hold areas of the level, by code
 */
record Reference(Figure state, Map<String, Figure> districts) {
  /**
   * A value of a coarser area.
   *
   * @param code its key
   * @param name its name
   * @param value rounded value, null if there is none
   * @param status letter of the status
   */
  record Figure(String code, String name, BigDecimal value, String status) {}

  static Reference of(ValuesSelection selection) {
    var states = figures(selection, AreaLevel.STATE.id());
    return new Reference(
        states.size() == 1 ? states.values().iterator().next() : null,
        selection.level().equals(AreaLevel.STATE.id())
            ? Map.of()
            : figures(selection, AreaLevel.DISTRICT.id()));
  }

  private static Map<String, Figure> figures(ValuesSelection selection, String level) {
    var areas = selection.snapshot().areas(selection.edition()).list(level);
    var table =
        selection
            .snapshot()
            .findTable(selection.indicator().id(), selection.edition(), level)
            .filter(one -> one.periods().contains(selection.period()));
    var figures = new TreeMap<String, Figure>();
    table.ifPresent(
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
    return new Figure(
        area.code().value(),
        area.name(),
        estimate.status().hasValue()
            ? Decimals.round(estimate.value(), selection.indicator().decimals())
            : null,
        ValuesJson.letter(estimate.status()));
  }
}
