package org.sozialradar.server.indicators;

import java.util.List;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.snapshot.Selection;
import org.sozialradar.server.snapshot.Snapshot;

/**
 * Which values are asked for, all of it there.
 *
 * @param snapshot where they come from
 * @param indicator the indicator
 * @param edition id of the edition
 * @param level id of the level
 * @param period the period
 * @param table the values
 */
record ValuesSelection(
    Snapshot snapshot,
    Indicator indicator,
    String edition,
    String level,
    ReferencePeriod period,
    PublishedTable table) {

  /**
   * What a query selects; what it leaves open is the default edition, the finest level with values
   * and the newest period.
   */
  static ValuesSelection of(Snapshot snapshot, Query query) {
    var indicator = Selection.indicator(snapshot, query.path("indicator"));
    String edition = Selection.edition(snapshot, query);
    String level =
        query
            .find("level")
            .map(id -> Selection.level(snapshot, edition, id).id())
            .orElseGet(() -> finest(snapshot, indicator, edition));
    var period =
        query
            .find("period")
            .map(text -> Selection.period("period", text))
            .orElseGet(() -> Selection.newestPeriod(snapshot, indicator, edition, level));
    var table = Selection.table(snapshot, indicator, edition, level, period);
    return new ValuesSelection(snapshot, indicator, edition, level, period, table);
  }

  private static String finest(Snapshot snapshot, Indicator indicator, String edition) {
    List<String> levels = snapshot.resolution().levels(indicator.id(), edition);
    return levels.isEmpty() ? "" : levels.get(levels.size() - 1);
  }

  /** The address that says all of it, with the revision: what it answers never changes. */
  String address(String format, CsvDialect dialect) {
    String more = dialect == CsvDialect.STANDARD ? "" : "&dialect=" + dialect.id();
    return address(format) + more;
  }

  /** The same for what is no table, or one with commas. */
  String address(String format) {
    return "/api/revisions/%d/indicators/%s/values?level=%s&period=%s&edition=%s&format=%s&stamp=%s"
        .formatted(
            snapshot.revision().number(),
            indicator.id(),
            level,
            period.id(),
            edition,
            format,
            snapshot.stamp());
  }
}
