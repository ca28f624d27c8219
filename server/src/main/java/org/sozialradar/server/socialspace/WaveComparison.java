package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.ShownEstimate;
import org.sozialradar.survey.Comparison;

/**
 * A result of surveys in the two newest waves of an area. Waves ask other people each time, so
 * their errors are independent; where the same people were asked, the interval is too wide rather
 * than too narrow. Verdicts hold the false discovery rate over all results of the area.
 */
final class WaveComparison {
  private WaveComparison() {}

  /** A result in one wave; null what there is not. */
  record Wave(String period, BigDecimal value, BigDecimal low, BigDecimal high, String status) {
    private static Wave of(Indicator indicator, ReferencePeriod period, Estimate estimate) {
      int digits = indicator.decimals();
      return new Wave(
          period.id(),
          IndicatorStanding.rounded(estimate.value(), digits),
          IndicatorStanding.rounded(estimate.lower(), digits),
          IndicatorStanding.rounded(estimate.upper(), digits),
          estimate.status().label());
    }
  }

  /** The later wave less the earlier one. */
  record Difference(BigDecimal value, BigDecimal low, BigDecimal high) {}

  /**
   * A result in two waves.
   *
   * @param difference null if one of the two is not published with an interval
   * @param verdict {@code about-the-same}, {@code probably-higher}, {@code probably-lower} than
   *     before; null likewise
   */
  record Entry(
      String indicator,
      LocalizedText name,
      Indicator.Unit unit,
      int decimals,
      Wave before,
      Wave after,
      Difference difference,
      String verdict,
      LocalizedText words,
      @JsonIgnore Set<String> datasets) {}

  static List<Entry> of(Ground ground) {
    var results = Roles.surveys(ground).stream().filter(one -> one.periods().size() > 1).toList();
    var compared = results.stream().map(one -> compare(ground, one)).toList();
    var adjusted =
        Comparison.adjust(
                compared.stream().flatMap(Optional::stream).toList(), IndicatorStanding.RATE)
            .iterator();
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < results.size(); i++) {
      entries.add(
          entry(
              ground,
              results.get(i),
              compared.get(i).isPresent() ? List.of(adjusted.next()) : List.of()));
    }
    return entries;
  }

  private static ReferencePeriod before(Roles.Values result) {
    return result.periods().get(result.periods().size() - 2);
  }

  private static Optional<Comparison> compare(Ground ground, Roles.Values result) {
    var earlier = result.of(ground.area(), before(result));
    var later = result.of(ground.area());
    if (!earlier.hasInterval() || !later.hasInterval()) {
      return Optional.empty();
    }
    int digits = result.indicator().decimals();
    var a = ShownEstimate.of(later, digits);
    var b = ShownEstimate.of(earlier, digits);
    return Optional.of(Comparison.ofIntervals(a.value(), a.interval(), b.value(), b.interval()));
  }

  private static Entry entry(Ground ground, Roles.Values result, List<Comparison> comparison) {
    var indicator = result.indicator();
    var before = before(result);
    var datasets = new TreeSet<>(result.table().origin(before).datasets());
    datasets.addAll(result.origin().datasets());
    var verdict = comparison.stream().map(one -> IndicatorStanding.label(one.verdict())).findAny();
    return new Entry(
        indicator.id(),
        indicator.name(),
        indicator.unit(),
        indicator.decimals(),
        Wave.of(indicator, before, result.of(ground.area(), before)),
        Wave.of(indicator, result.newest(), result.of(ground.area())),
        comparison.stream()
            .map(one -> difference(one, indicator.decimals()))
            .findAny()
            .orElse(null),
        verdict.orElse(null),
        SocialSpaceAnswer.WORDS.get("wave." + verdict.orElse("unknown")),
        datasets);
  }

  private static Difference difference(Comparison comparison, int digits) {
    return new Difference(
        IndicatorStanding.rounded(comparison.difference(), digits),
        IndicatorStanding.rounded(comparison.lower(), digits),
        IndicatorStanding.rounded(comparison.upper(), digits));
  }
}
