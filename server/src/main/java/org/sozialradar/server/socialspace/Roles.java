package org.sozialradar.server.socialspace;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

  /** An indicator with its values on a level, which has at least one period. */
  record Values(Indicator indicator, PublishedTable table) {
    ReferencePeriod newest() {
      return table.periods().get(table.periods().size() - 1);
    }

    Origin origin() {
      return table.origin(newest());
    }

    Estimate of(AreaEntry area) {
      return of(area, newest());
    }

    Estimate of(AreaEntry area, ReferencePeriod period) {
      return table
          .find(area.code(), period)
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

  private static boolean isOf(Ground ground, Indicator indicator, Kind kind) {
    return ground
        .snapshot()
        .results()
        .findNewest(indicator.id())
        .filter(method -> method.kind() == kind)
        .isPresent();
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

  /** Values of the level itself: what a coarser one lends tells its members not apart. */
  static Optional<Values> find(Ground ground, Indicator indicator, String level) {
    return ground
        .snapshot()
        .findTable(indicator.id(), ground.edition(), level)
        .filter(table -> !table.periods().isEmpty())
        .map(table -> new Values(indicator, table))
        .filter(one -> one.origin().level().equals(level) || one.origin().aggregated());
  }
}
