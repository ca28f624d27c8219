package org.sozialradar.server.comparisons;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Decimals;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Origin;
import org.sozialradar.server.snapshot.AreaEntry;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.ShownEstimate;
import org.sozialradar.survey.Comparison;

/**
 * Comparisons as they go out.
 *
 * @param area the area compared, with its value
 * @param group whom it is compared with
 * @param falseDiscoveryRate share of false findings that the verdicts hold to (Benjamini and
 *     Hochberg); null where there is one comparison
 * @param dependence what the two values share, see {@link Dependence#label}
 * @param note what that means for the interval
 */
record ComparisonAnswer(
    @JsonUnwrapped Provenance provenance,
    String indicator,
    String period,
    String edition,
    Figure area,
    Group group,
    Double falseDiscoveryRate,
    String dependence,
    LocalizedText note,
    List<Entry> comparisons) {
  private static final double RATE = 0.05;

  /** An area with its value; what there is not is null. */
  record Figure(
      String level,
      String code,
      String name,
      BigDecimal value,
      BigDecimal lower,
      BigDecimal upper,
      String status) {}

  /** Whom an area is compared with. */
  record Group(String kind, String id, int size) {}

  /**
   * A comparison: the area compared less the other one.
   *
   * @param verdict about-the-same, probably-higher, probably-lower; null if nothing can be said
   * @param reason why nothing can be said: {@code no-value} or {@code no-interval}; else null
   */
  record Entry(
      Figure with,
      BigDecimal difference,
      BigDecimal lower,
      BigDecimal upper,
      String verdict,
      LocalizedText words,
      String reason) {}

  static ComparisonAnswer of(Subject subject, Others others) {
    var dependence = Dependence.of(subject);
    String label = dependence.label(others);
    var entries = entries(subject, others, dependence);
    return new ComparisonAnswer(
        Provenance.of(subject.snapshot(), subject.indicator(), origins(subject, others)),
        subject.indicator().id(),
        subject.period().id(),
        subject.edition(),
        figure(subject, subject.area(), Optional.of(subject.value())),
        new Group(others.kind(), others.id(), others.areas().size()),
        others.areas().size() > 1 ? RATE : null,
        label,
        Words.ofDependence(label),
        entries);
  }

  private static List<Origin> origins(Subject subject, Others others) {
    var origins = new ArrayList<Origin>(List.of(subject.table().origin(subject.period())));
    others.areas().stream()
        .map(AreaEntry::level)
        .distinct()
        .forEach(
            level ->
                subject
                    .findTable(level)
                    .ifPresent(table -> origins.add(table.origin(subject.period()))));
    return origins;
  }

  private static List<Entry> entries(Subject subject, Others others, Dependence dependence) {
    var found = new ArrayList<Optional<Comparison>>();
    others.areas().forEach(other -> found.add(compare(subject, other, dependence)));
    var adjusted =
        Comparison.adjust(found.stream().flatMap(Optional::stream).toList(), RATE).iterator();
    var entries = new ArrayList<Entry>();
    for (int i = 0; i < found.size(); i++) {
      var other = others.areas().get(i);
      boolean many = found.size() > 1;
      var own = found.get(i);
      entries.add(
          own.isEmpty()
              ? unknown(subject, other)
              : entry(subject, other, many ? adjusted.next() : own.get()));
    }
    return entries;
  }

  /** Empty if one of the two has no value, or an error that nobody knows. */
  private static Optional<Comparison> compare(
      Subject subject, AreaEntry other, Dependence dependence) {
    var second = subject.findValue(other).filter(Estimate::hasValue);
    var first = Optional.of(subject.value()).filter(Estimate::hasValue);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    if (!subject.isCounted() && !(first.get().hasInterval() && second.get().hasInterval())) {
      return Optional.empty();
    }
    int digits = subject.indicator().decimals();
    var a = ShownEstimate.of(first.get(), digits);
    var b = ShownEstimate.of(second.get(), digits);
    return Optional.of(
        Comparison.ofCorrelated(
            a.value(), a.interval(), b.value(), b.interval(), dependence.correlation(other)));
  }

  private static Entry unknown(Subject subject, AreaEntry other) {
    var value = subject.findValue(other);
    boolean values = subject.value().hasValue() && value.filter(Estimate::hasValue).isPresent();
    return new Entry(
        figure(subject, other, value),
        null,
        null,
        null,
        null,
        Words.ofNothing(values),
        values ? "no-interval" : "no-value");
  }

  private static Entry entry(Subject subject, AreaEntry other, Comparison comparison) {
    int digits = subject.indicator().decimals();
    return new Entry(
        figure(subject, other, subject.findValue(other)),
        Decimals.round(comparison.difference(), digits),
        Decimals.round(comparison.lower(), digits),
        Decimals.round(comparison.upper(), digits),
        Words.label(comparison.verdict()),
        Words.of(comparison.verdict(), subject.area().name(), other.name()),
        null);
  }

  private static Figure figure(Subject subject, AreaEntry area, Optional<Estimate> value) {
    int digits = subject.indicator().decimals();
    return new Figure(
        area.level(),
        area.code().value(),
        area.name(),
        value.map(one -> rounded(one.value(), digits)).orElse(null),
        value.map(one -> rounded(one.lower(), digits)).orElse(null),
        value.map(one -> rounded(one.upper(), digits)).orElse(null),
        value.map(one -> one.status().label()).orElse(null));
  }

  private static BigDecimal rounded(double value, int digits) {
    return Double.isFinite(value) ? Decimals.round(value, digits) : null;
  }
}
