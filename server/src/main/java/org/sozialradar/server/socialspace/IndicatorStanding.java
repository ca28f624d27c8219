package org.sozialradar.server.socialspace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.Origin;
import org.sozialradar.server.snapshot.ShownEstimate;
import org.sozialradar.survey.Comparison;

/**
 * What an area needs and what support may be expected there, beside its peers.
 *
 * <p>An estimate is held against the {@link MedianOfPeers}; what errors of one model have in common
 * makes the difference more certain than it says. Verdicts hold the false discovery rate over all
 * indicators.
 */
final class IndicatorStanding {
  static final double RATE = 0.05;

  static final String NEED = "need";
  static final String SUPPORT = "support";
  static final String OTHER = "other";

  private final Ground ground;

  private IndicatorStanding(Ground ground) {
    this.ground = ground;
  }

  /** The peers in one indicator; null what is not known. */
  record PeerValues(int n, BigDecimal lowerQuartile, BigDecimal median, BigDecimal upperQuartile) {}

  /**
   * An indicator.
   *
   * @param role {@code need}, {@code support} or {@code other}
   * @param verdict {@code about-the-same}, {@code probably-higher}, {@code probably-lower} than the
   *     median of the peers; null if nothing can be said
   * @param reason why not: {@code no-value}, {@code no-interval}, {@code full-count}, {@code
   *     too-few-peers}, {@code grows-with-size}; null if something can
   * @param position {@code below}, {@code within} or {@code above} the middle half of the peers;
   *     null if there are too few
   */
  record Entry(
      String id,
      LocalizedText name,
      String role,
      Indicator.Unit unit,
      int decimals,
      String period,
      BigDecimal value,
      BigDecimal low,
      BigDecimal high,
      String status,
      String respondents,
      PeerValues peers,
      String verdict,
      String reason,
      String position,
      LocalizedText words,
      @JsonIgnore Origin origin) {

    @JsonIgnore
    boolean isModelled() {
      return value != null && status.equals(ObservationStatus.ESTIMATED.label());
    }

    boolean isOfRole(String other) {
      return role.equals(other);
    }
  }

  /** What is known of an indicator before the verdicts. */
  private record Known(String role, Roles.Values values, Estimate own, List<Estimate> peers) {
    Indicator indicator() {
      return values.indicator();
    }

    boolean growsWithSize() {
      return indicator().measure().kind() == Measure.Kind.EXTENSIVE;
    }

    Quartiles quartiles() {
      return Quartiles.of(peers.stream().mapToDouble(one -> shown(one).value()));
    }

    ShownEstimate shown(Estimate estimate) {
      return ShownEstimate.of(estimate, indicator().decimals());
    }
  }

  /** First what the area needs, then what support may be expected, each by its id. */
  static List<Entry> of(Ground ground) {
    var standing = new IndicatorStanding(ground);
    var roles = Roles.of(ground);
    var known = new ArrayList<Known>();
    roles.need().forEach(one -> known.add(standing.known(one, NEED)));
    roles.support().forEach(one -> known.add(standing.known(one, SUPPORT)));
    return standing.entries(known);
  }

  /** All indicators that have values of the level itself, by id. */
  static List<Entry> ofAll(Ground ground) {
    var standing = new IndicatorStanding(ground);
    var roles = Roles.of(ground);
    return standing.entries(
        Roles.all(ground).stream().map(one -> standing.known(one, roles.name(one))).toList());
  }

  private List<Entry> entries(List<Known> known) {
    var compared = known.stream().map(this::compare).toList();
    var adjusted =
        Comparison.adjust(compared.stream().flatMap(Optional::stream).toList(), RATE).iterator();
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < known.size(); i++) {
      entries.add(
          entry(known.get(i), compared.get(i).isPresent() ? List.of(adjusted.next()) : List.of()));
    }
    return entries;
  }

  private Known known(Roles.Values values, String role) {
    var peers =
        Roles.find(ground, values.indicator(), ground.peerLevel()).stream()
            .flatMap(
                others ->
                    ground.peers().stream()
                        .flatMap(code -> others.find(code, values.newest()).stream()))
            .filter(Estimate::hasValue)
            .toList();
    return new Known(role, values, values.of(ground.area()), peers);
  }

  private Optional<Comparison> compare(Known known) {
    if (!reason(known).isEmpty()) {
      return Optional.empty();
    }
    var own = known.shown(known.own());
    var middle = MedianOfPeers.of(known.peers().stream().map(known::shown).toList());
    return Optional.of(
        Comparison.ofIntervals(own.value(), own.interval(), middle.value(), middle.interval()));
  }

  /** Why nothing can be said of a difference; empty if something can. */
  private String reason(Known known) {
    if (!known.own().hasValue()) {
      return "no-value";
    }
    if (known.growsWithSize()) {
      return "grows-with-size";
    }
    if (!known.quartiles().tell()) {
      return "too-few-peers";
    }
    boolean intervals =
        known.own().hasInterval() && known.peers().stream().allMatch(Estimate::hasInterval);
    if (intervals) {
      return "";
    }
    return ground.snapshot().restsOnResults(known.indicator().id()) ? "no-interval" : "full-count";
  }

  private Entry entry(Known known, List<Comparison> comparison) {
    var indicator = known.indicator();
    int digits = indicator.decimals();
    var quartiles = known.quartiles();
    String reason = reason(known);
    String verdict = comparison.stream().map(one -> label(one.verdict())).findFirst().orElse("");
    String position =
        known.own().hasValue() && quartiles.tell() && !known.growsWithSize()
            ? quartiles.position(known.shown(known.own()).value()).name().toLowerCase(Locale.ROOT)
            : "";
    return new Entry(
        indicator.id(),
        indicator.name(),
        known.role(),
        indicator.unit(),
        digits,
        known.values().newest().id(),
        rounded(known.own().value(), digits),
        rounded(known.own().lower(), digits),
        rounded(known.own().upper(), digits),
        known.own().status().label(),
        String.valueOf(known.own().nClass().letter()),
        new PeerValues(
            quartiles.n(),
            rounded(quartiles.lower(), digits),
            rounded(quartiles.median(), digits),
            rounded(quartiles.upper(), digits)),
        verdict.isEmpty() ? null : verdict,
        reason.isEmpty() ? null : reason,
        position.isEmpty() ? null : position,
        SocialSpaceAnswer.WORDS.get(words(verdict, position, reason)),
        known.values().origin());
  }

  private static String words(String verdict, String position, String reason) {
    if (!verdict.isEmpty()) {
      return "indicator." + verdict;
    }
    return position.isEmpty() ? "indicator." + reason : "indicator." + position;
  }

  static String label(Comparison.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static BigDecimal rounded(double value, int digits) {
    return Double.isFinite(value) ? Decimals.round(value, digits) : null;
  }
}
