package org.sozialradar.server.snapshot;

import java.util.regex.Pattern;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;

/** Reads what a request selects of a snapshot, and refuses what is not there. */
public final class Selection {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}|0");

  private Selection() {}

  /** The snapshot of the revision that a path names. */
  public static Snapshot revision(Snapshots snapshots, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw unknown(ProblemType.UNKNOWN_REVISION, "revision", text);
    }
    return snapshots
        .find(Long.parseLong(text))
        .orElseThrow(() -> unknown(ProblemType.UNKNOWN_REVISION, "revision", text));
  }

  /** The edition that a query names, else the default. */
  public static String edition(Snapshot snapshot, Query query) {
    String id = query.find("edition").orElseGet(snapshot::defaultEdition);
    return snapshot
        .findEdition(id)
        .orElseThrow(() -> unknown(ProblemType.UNKNOWN_EDITION, "edition", id))
        .id();
  }

  /** The level of an edition with this id. */
  public static AreaLevel level(Snapshot snapshot, String edition, String id) {
    return snapshot.levels(edition).stream()
        .filter(level -> level.id().equals(id))
        .findAny()
        .orElseThrow(() -> unknown(ProblemType.UNKNOWN_LEVEL, "level", id));
  }

  public static Indicator indicator(Snapshot snapshot, String id) {
    var indicator = snapshot.indicators().get(id);
    if (indicator == null) {
      throw unknown(ProblemType.UNKNOWN_INDICATOR, "indicator", id);
    }
    return indicator;
  }

  /**
   * The area of an edition with this code, on the finest level that has it or on the level asked
   * for.
   */
  public static AreaEntry area(Snapshot snapshot, String edition, String code, String level) {
    var areas = snapshot.areas(edition);
    try {
      var key = new AreaCode(code);
      return (level.isEmpty() ? areas.find(key) : areas.find(level, key))
          .orElseThrow(() -> unknown(ProblemType.UNKNOWN_AREA, "code", code));
    } catch (IllegalArgumentException noCode) {
      throw unknown(ProblemType.UNKNOWN_AREA, "code", code);
    }
  }

  private static ProblemException unknown(ProblemType type, String parameter, String value) {
    return ProblemException.ofParameter(type, parameter, value);
  }
}
