package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.MethodDocument.Kind;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.server.snapshot.ShownEstimate;
import org.sozialradar.survey.Comparison;
import org.sozialradar.survey.Interval;

/**
 * What people feel beside what the police recorded: perceived insecurity of a survey, standardised
 * among the peers, less recorded crime per 1000 inhabitants, standardised among the same peers. The
 * interval is that of the survey (Zou and Donner 2008); mean and spread of the peers count as
 * known.
 *
 * <p>Perceived insecurity is the result of a survey, or a prediction from it, whose id ends as
 * those of the questionnaire {@code sicherheit} do; the first that the area has a value of.
 * Recorded crime is the official rate per 1000 of the theme {@code safety} of which more is worse.
 *
 * @param felt how unsafe people feel; null if nobody was asked, or no value is published
 * @param recorded recorded crime; null likewise
 * @param n peers that have values of both
 * @param difference felt less recorded, in standard deviations of the peers; null if it cannot be
 *     told
 * @param verdict {@code about-the-same}, {@code probably-higher} or {@code probably-lower}; null
 *     likewise
 * @param reason why not: {@code no-survey}, {@code no-figures}, {@code no-value}, {@code
 *     too-few-peers}; null if it can be told
 */
record SafetyGap(
    Side felt,
    Side recorded,
    int n,
    Difference difference,
    String verdict,
    String reason,
    LocalizedText words,
    @JsonIgnore List<String> datasets) {
  private static final List<String> FELT = List.of("_safety", "_unsafe_night", "_unsafe_day");
  private static final String SAFETY = "safety";
  private static final String PER_1000 = "per_1000";
  private static final int DIGITS = 2;

  /** One of the two: as published, and in standard deviations from the mean of the peers. */
  record Side(
      String id,
      LocalizedText name,
      Indicator.Unit unit,
      int decimals,
      boolean turned,
      PublishedFigure figure,
      BigDecimal standardised,
      BigDecimal standardisedLow,
      BigDecimal standardisedHigh) {}

  /** Felt less recorded. */
  record Difference(BigDecimal value, BigDecimal low, BigDecimal high) {}

  /**
   * An indicator in the period that is compared.
   *
   * @param turned whether less of it is more insecurity
   */
  private record Known(Roles.Values values, ReferencePeriod period, boolean turned) {
    Estimate of(Ground ground) {
      return values.of(ground.area(), period);
    }

    Side side(Ground ground, Optional<Standard> standard) {
      var indicator = values.indicator();
      var own = of(ground);
      var placed = standard.filter(one -> own.hasValue()).map(one -> one.of(own, this));
      return new Side(
          indicator.id(),
          indicator.name(),
          indicator.unit(),
          indicator.decimals(),
          turned,
          PublishedFigure.of(indicator, period.id(), own),
          placed.map(one -> Decimals.round(one.value(), DIGITS)).orElse(null),
          placed.map(one -> Decimals.round(one.interval().lower(), DIGITS)).orElse(null),
          placed.map(one -> Decimals.round(one.interval().upper(), DIGITS)).orElse(null));
    }
  }

  /** Mean and standard deviation of the peers, with n − 1. */
  private record Standard(double mean, double deviation) {
    static Optional<Standard> of(List<Double> values) {
      double mean = values.stream().mapToDouble(one -> one).average().orElse(0);
      double squares = values.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
      double deviation = Math.sqrt(squares / Math.max(1, values.size() - 1));
      return values.size() >= Quartiles.LEAST && deviation > 0
          ? Optional.of(new Standard(mean, deviation))
          : Optional.empty();
    }

    ShownEstimate of(Estimate estimate, Known known) {
      var shown = ShownEstimate.of(estimate, known.values().indicator().decimals());
      double lower = of(shown.interval().lower());
      double upper = of(shown.interval().upper());
      return known.turned()
          ? new ShownEstimate(-of(shown.value()), new Interval(-upper, -lower))
          : new ShownEstimate(of(shown.value()), new Interval(lower, upper));
    }

    private double of(double value) {
      return (value - mean) / deviation;
    }
  }

  static SafetyGap of(Ground ground) {
    var all = Roles.all(ground);
    var felt = felt(ground, all);
    if (felt.isEmpty()) {
      return untold(ground, "no-survey", felt, recorded(all, Optional.empty()));
    }
    var recorded = recorded(all, felt);
    if (recorded.isEmpty()) {
      return untold(ground, "no-figures", felt, recorded);
    }
    return of(ground, felt.get(), recorded.get());
  }

  private static SafetyGap of(Ground ground, Known felt, Known recorded) {
    var peers = new ArrayList<List<Double>>(List.of(new ArrayList<>(), new ArrayList<>()));
    var feltOfPeers = Roles.find(ground, felt.values().indicator(), ground.peerLevel());
    var recordedOfPeers = Roles.find(ground, recorded.values().indicator(), ground.peerLevel());
    for (var peer : ground.peers()) {
      var a = feltOfPeers.flatMap(one -> one.find(peer, felt.period()));
      var b = recordedOfPeers.flatMap(one -> one.find(peer, recorded.period()));
      if (a.filter(Estimate::hasValue).isPresent() && b.filter(Estimate::hasValue).isPresent()) {
        peers.get(0).add(shown(a.get(), felt));
        peers.get(1).add(shown(b.get(), recorded));
      }
    }
    var first = Standard.of(peers.get(0));
    var second = Standard.of(peers.get(1));
    int n = peers.get(0).size();
    boolean values = felt.of(ground).hasInterval() && recorded.of(ground).hasValue();
    if (!values || first.isEmpty() || second.isEmpty()) {
      String reason = values ? "too-few-peers" : "no-value";
      return untold(ground, reason, Optional.of(felt), Optional.of(recorded));
    }
    var a = first.get().of(felt.of(ground), felt);
    var b = second.get().of(recorded.of(ground), recorded);
    var compared = Comparison.ofIntervals(a.value(), a.interval(), b.value(), b.interval());
    String verdict = IndicatorStanding.label(compared.verdict());
    return new SafetyGap(
        felt.side(ground, first),
        recorded.side(ground, second),
        n,
        new Difference(
            Decimals.round(compared.difference(), DIGITS),
            Decimals.round(compared.lower(), DIGITS),
            Decimals.round(compared.upper(), DIGITS)),
        verdict,
        null,
        SocialSpaceAnswer.WORDS.get("safety." + verdict),
        datasets(felt, recorded));
  }

  private static double shown(Estimate estimate, Known known) {
    return ShownEstimate.of(estimate, known.values().indicator().decimals()).value();
  }

  private static SafetyGap untold(
      Ground ground, String reason, Optional<Known> felt, Optional<Known> recorded) {
    return new SafetyGap(
        felt.map(one -> one.side(ground, Optional.empty())).orElse(null),
        recorded.map(one -> one.side(ground, Optional.empty())).orElse(null),
        0,
        null,
        null,
        reason,
        SocialSpaceAnswer.WORDS.get("safety." + reason),
        List.of());
  }

  /** What people were asked, and the area has a value of; else what they were asked at all. */
  private static Optional<Known> felt(Ground ground, List<Roles.Values> all) {
    var asked =
        FELT.stream()
            .flatMap(ending -> all.stream().filter(one -> one.indicator().id().endsWith(ending)))
            .filter(
                one ->
                    Roles.isOf(ground, one.indicator(), Kind.SURVEY)
                        || Roles.isOf(ground, one.indicator(), Kind.MODEL))
            .map(one -> new Known(one, one.newest(), isPositive(one.indicator())))
            .toList();
    return asked.stream()
        .filter(one -> one.of(ground).hasValue())
        .findFirst()
        .or(() -> asked.stream().findFirst());
  }

  private static boolean isPositive(Indicator indicator) {
    return indicator.polarity() == Indicator.Polarity.POSITIVE;
  }

  /** In the year of the survey if there is one, else in the newest. */
  private static Optional<Known> recorded(List<Roles.Values> all, Optional<Known> felt) {
    return all.stream()
        .filter(one -> isRecordedCrime(one.indicator()))
        .findFirst()
        .map(
            one ->
                new Known(
                    one,
                    felt.map(Known::period).filter(one.periods()::contains).orElse(one.newest()),
                    false));
  }

  private static boolean isRecordedCrime(Indicator indicator) {
    return indicator.theme().id().equals(SAFETY)
        && indicator.unit().id().equals(PER_1000)
        && indicator.polarity() == Indicator.Polarity.NEGATIVE
        && indicator.measure().kind() == Measure.Kind.RATE;
  }

  private static List<String> datasets(Known... sides) {
    var datasets = new TreeSet<String>();
    for (var one : sides) {
      datasets.addAll(one.values().table().origin(one.period()).datasets());
    }
    return List.copyOf(datasets);
  }
}
