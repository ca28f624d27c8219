package org.sozialradar.server.socialspace;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sozialradar.area.AreaCode;
import org.sozialradar.disclosure.PublishedTable;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.indicator.Origin;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.AreaEntry;

/**
 * Which indicators speak of need, and which of expected support.
 *
 * <p>Need is where more is worse: indices, and rates or other values that do not grow with the size
 * of an area. Support is where more is better: predictions; results of surveys on a level that has
 * no predictions.
 *
 * @param need by id
 * @param support by id
 */
record Roles(List<Values> need, List<Values> support) {

  /**
   * An indicator with its values on a level.
   *
   * @param periods those whose values are the level's own, ascending
   */
  record Values(Indicator indicator, PublishedTable table, List<ReferencePeriod> periods) {
    Values {
      periods = List.copyOf(periods);
    }

    ReferencePeriod newest() {
      return periods.get(periods.size() - 1);
    }

    /** The estimate of an area; empty if the period is not one of the level's own. */
    Optional<Estimate> find(AreaCode code, ReferencePeriod period) {
      return periods.contains(period) ? table.find(code, period) : Optional.empty();
    }

    Origin origin() {
      return table.origin(newest());
    }

    Estimate of(AreaEntry area) {
      return of(area, newest());
    }

    Estimate of(AreaEntry area, ReferencePeriod period) {
      return find(area.code(), period)
          .orElseThrow(() -> new IllegalStateException("no row for " + area.code()));
    }
  }

  static Roles of(Ground ground) {
    var predicted =
        list(
            ground, one -> isOf(ground, one, Kind.MODEL) && isOf(one, Indicator.Polarity.POSITIVE));
    return new Roles(
        list(ground, one -> speaksOfNeed(ground, one)),
        predicted.isEmpty()
            ? list(
                ground,
                one -> isOf(ground, one, Kind.SURVEY) && isOf(one, Indicator.Polarity.POSITIVE))
            : predicted);
  }

  private static boolean speaksOfNeed(Ground ground, Indicator indicator) {
    boolean result = ground.snapshot().results().isResult(indicator.id());
    return isOf(indicator, Indicator.Polarity.NEGATIVE)
        && indicator.measure().kind() != Measure.Kind.EXTENSIVE
        && (!result || isOf(ground, indicator, Kind.INDEX));
  }

  private static boolean isOf(Indicator indicator, Indicator.Polarity polarity) {
    return indicator.polarity() == polarity;
  }

  static boolean isOf(Ground ground, Indicator indicator, Kind kind) {
    return ground
        .snapshot()
        .results()
        .findNewest(indicator.id())
        .filter(method -> method.kind() == kind)
        .isPresent();
  }

  /** Name of the role of an indicator. */
  String name(Values values) {
    if (isAmong(need, values)) {
      return IndicatorStanding.NEED;
    }
    return isAmong(support, values) ? IndicatorStanding.SUPPORT : IndicatorStanding.OTHER;
  }

  private static boolean isAmong(List<Values> some, Values values) {
    return some.stream().anyMatch(one -> one.indicator().id().equals(values.indicator().id()));
  }

  /** All indicators on the level of an area. */
  static List<Values> all(Ground ground) {
    return list(ground, one -> true);
  }

  /** The results of surveys on the level of an area. */
  static List<Values> surveys(Ground ground) {
    return list(ground, one -> isOf(ground, one, Kind.SURVEY));
  }

  private static List<Values> list(Ground ground, Predicate<Indicator> which) {
    return ground.snapshot().indicators().values().stream()
        .filter(which)
        .flatMap(one -> find(ground, one, ground.level()).stream())
        .toList();
  }

  /**
   * Values of the level itself, in each period of its own: what a coarser one lends tells its
   * members not apart, and a district's value is no town's wave.
   */
  static Optional<Values> find(Ground ground, Indicator indicator, String level) {
    return ground
        .snapshot()
        .findTable(indicator.id(), ground.edition(), level)
        .map(table -> new Values(indicator, table, own(table, level)))
        .filter(one -> !one.periods().isEmpty());
  }

  private static List<ReferencePeriod> own(PublishedTable table, String level) {
    return table.periods().stream().filter(one -> isOwn(table.origin(one), level)).toList();
  }

  private static boolean isOwn(Origin origin, String level) {
    return origin.level().equals(level) || origin.aggregated();
  }
}
