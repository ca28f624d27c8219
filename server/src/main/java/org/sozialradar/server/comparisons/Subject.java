package org.sozialradar.server.comparisons;

import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * What is compared.
 *
 * @param snapshot where it comes from
 * @param indicator the indicator
 * @param edition id of the edition
 * @param area the area
 * @param period the period
 * @param table values of the area's level
 */
record Subject(
    Snapshot snapshot,
    Indicator indicator,
    String edition,
    AreaEntry area,
    ReferencePeriod period,
    PublishedTable table) {

  /** What a query asks for; the newest period and the area's finest level if it says none. */
  static Subject of(Snapshot snapshot, Query query) {
    var indicator = Selection.indicator(snapshot, query.get("indicator"));
    String edition = Selection.edition(snapshot, query);
    String level =
        query.find("level").map(id -> Selection.level(snapshot, edition, id).id()).orElse("");
    var area = Selection.area(snapshot, edition, query.get("area"), level);
    var period =
        query
            .find("period")
            .map(text -> Selection.period("period", text))
            .orElseGet(() -> Selection.newestPeriod(snapshot, indicator, edition, area.level()));
    var table = Selection.table(snapshot, indicator, edition, area.level(), period);
    return new Subject(snapshot, indicator, edition, area, period, table);
  }

  String key() {
    return "comparison@%d/%s/%s/%s/%s/%s"
        .formatted(
            snapshot.revision().number(),
            indicator.id(),
            edition,
            area.level(),
            area.code(),
            period);
  }

  Estimate value() {
    return table
        .find(area.code(), period)
        .orElseThrow(() -> new IllegalStateException("no row for " + area.code()));
  }

  /** The value of another area, if its level has values. */
  Optional<Estimate> findValue(AreaEntry other) {
    return findTable(other.level()).flatMap(values -> values.find(other.code(), period));
  }

  /** Values of another level in the same period. */
  Optional<PublishedTable> findTable(String level) {
    return level.equals(area.level())
        ? Optional.of(table)
        : snapshot
            .findTable(indicator.id(), edition, level)
            .filter(values -> values.periods().contains(period));
  }

  /** The area of a code on a level. */
  Optional<AreaEntry> findArea(String level, AreaCode code) {
    return snapshot.areas(edition).find(level, code);
  }

  /** How the values were made, if they were computed here. */
  Optional<MethodDocument> findMethod() {
    return Optional.ofNullable(snapshot.results().documents(indicator.id()).get(period));
  }

  /** Whether a value without interval is a full count, and not an estimate of unknown error. */
  boolean isCounted() {
    return !snapshot.restsOnResults(indicator.id());
  }
}
