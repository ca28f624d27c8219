package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;

/**
 * An indicator of an area: beside its peers, its district and its state, and over time.
 *
 * @param standing its newest value beside the peers
 * @param theme id of its theme
 * @param polarity whether more is better: {@code neutral}, {@code positive}, {@code negative}
 * @param series values of the area in all periods of its level, the oldest first
 * @param district the same periods of its district; empty if the indicator grows with the size of
 *     an area, or the district has none
 * @param state likewise of its state
 * @param change how the two newest waves of a survey differ; null of what is no survey
 */
record PortraitIndicator(
    @JsonUnwrapped IndicatorStanding.Entry standing,
    String theme,
    String polarity,
    List<PublishedFigure> series,
    List<PublishedFigure> district,
    List<PublishedFigure> state,
    WaveComparison.Entry change,
    @JsonIgnore List<String> datasets) {

  static List<PortraitIndicator> of(Ground ground) {
    var values =
        Roles.all(ground).stream()
            .collect(Collectors.toMap(one -> one.indicator().id(), Function.identity()));
    var changes =
        WaveComparison.of(ground).stream()
            .collect(Collectors.toMap(WaveComparison.Entry::indicator, Function.identity()));
    return IndicatorStanding.ofAll(ground).stream()
        .map(one -> of(ground, one, values.get(one.id()), changes))
        .toList();
  }

  private static PortraitIndicator of(
      Ground ground,
      IndicatorStanding.Entry standing,
      Roles.Values own,
      Map<String, WaveComparison.Entry> changes) {
    var indicator = own.indicator();
    var district = above(ground, indicator, AreaLevel.DISTRICT.id());
    var state = above(ground, indicator, AreaLevel.STATE.id());
    var datasets = new TreeSet<String>();
    own.periods().forEach(period -> datasets.addAll(own.table().origin(period).datasets()));
    for (var other : List.of(district, state)) {
      other.ifPresent(
          one ->
              one.periods()
                  .forEach(period -> datasets.addAll(one.table().origin(period).datasets())));
    }
    return new PortraitIndicator(
        standing,
        indicator.theme().id(),
        label(indicator.polarity()),
        series(ground, own, ground.level()),
        district.map(one -> series(ground, one, AreaLevel.DISTRICT.id())).orElse(List.of()),
        state.map(one -> series(ground, one, AreaLevel.STATE.id())).orElse(List.of()),
        changes.get(indicator.id()),
        List.copyOf(datasets));
  }

  private static String label(Indicator.Polarity polarity) {
    return polarity.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** Values of a wider area; a sum of it says nothing beside that of its part. */
  static Optional<Roles.Values> above(Ground ground, Indicator indicator, String level) {
    return indicator.measure().kind() != Measure.Kind.EXTENSIVE
            && ground.area().ancestors().containsKey(level)
        ? Roles.find(ground, indicator, level)
        : Optional.empty();
  }

  private static List<PublishedFigure> series(Ground ground, Roles.Values values, String level) {
    var code =
        level.equals(ground.level()) ? ground.area().code() : ground.area().ancestors().get(level);
    return values.periods().stream()
        .flatMap(
            period ->
                values.find(code, period).stream()
                    .map(one -> PublishedFigure.of(values.indicator(), period.id(), one)))
        .toList();
  }
}
