package org.sozialradar.server.snapshot;

import java.time.DateTimeException;
import java.util.regex.Pattern;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;

/** Reads what a request selects of a snapshot, and refuses what is not there. */
public final class Selection {
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}|0");
  private static final Pattern STAMP = Pattern.compile("[0-9a-z]{1,10}");

  private Selection() {}

  /**
   * The snapshot of the revision that a path names.
   *
   * @param stamp stamp of the revision as in {@link Snapshot#stamp()}; empty if the address carries
   *     none
   */
  public static Snapshot revision(Snapshots snapshots, String text, String stamp) {
    if (!NUMBER.matcher(text).matches()) {
      throw unknown(ProblemType.UNKNOWN_REVISION, "revision", text);
    }
    return snapshots
        .find(Long.parseLong(text))
        .filter(snapshot -> stamp.isEmpty() || stamp.equals(snapshot.stamp()))
        .orElseThrow(
            () ->
                unknown(
                    isAhead(snapshots.current(), text, stamp) || mayFollow(snapshots, text)
                        ? ProblemType.REVISION_NOT_YET
                        : ProblemType.UNKNOWN_REVISION,
                    "revision",
                    text));
  }

  /** Whether an address looks like one of a server of the same store that has read on already. */
  private static boolean isAhead(Snapshot current, String number, String stamp) {
    return Long.parseLong(number) > current.revision().number()
        && STAMP.matcher(stamp).matches()
        && Long.parseLong(stamp, Character.MAX_RADIX)
            >= current.revision().createdAt().getEpochSecond();
  }

  /** Whether it may be one of those replaced lately, which a server that starts reads last. */
  private static boolean mayFollow(Snapshots snapshots, String number) {
    return snapshots.isBeginning()
        && Long.parseLong(number) < snapshots.current().revision().number();
  }

  /** The snapshot of the revision and stamp that a query names, else the current one. */
  public static Snapshot revision(Snapshots snapshots, Query query) {
    var current = snapshots.current();
    String revision =
        query.find("revision").orElseGet(() -> Long.toString(current.revision().number()));
    return revision(snapshots, revision, query.find("stamp").orElse(""));
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

  /** A year or day. */
  public static ReferencePeriod period(String parameter, String text) {
    return period(parameter, text, "2021, 2024-06-09");
  }

  /**
   * A period that a parameter names.
   *
   * @param expected what may stand there
   */
  public static ReferencePeriod period(String parameter, String text, String expected) {
    try {
      return new ReferencePeriod(text);
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw Query.bad(parameter, text, expected);
    }
  }

  /**
   * The values of an indicator on a level of an edition.
   *
   * @param period period that they must have
   */
  public static PublishedTable table(
      Snapshot snapshot,
      Indicator indicator,
      String edition,
      String level,
      ReferencePeriod period) {
    return snapshot
        .findTable(indicator.id(), edition, level)
        .filter(table -> table.periods().contains(period))
        .orElseThrow(() -> noValues(indicator, level, period.id(), edition));
  }

  /** The newest period in which an indicator has values on a level of an edition. */
  public static ReferencePeriod newestPeriod(
      Snapshot snapshot, Indicator indicator, String edition, String level) {
    return snapshot
        .findTable(indicator.id(), edition, level)
        .map(PublishedTable::periods)
        .filter(periods -> !periods.isEmpty())
        .map(periods -> periods.get(periods.size() - 1))
        .orElseThrow(() -> noValues(indicator, level, "–", edition));
  }

  private static ProblemException noValues(
      Indicator indicator, String level, String period, String edition) {
    return ProblemException.of(ProblemType.NO_VALUES, indicator.id(), level, period, edition);
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
