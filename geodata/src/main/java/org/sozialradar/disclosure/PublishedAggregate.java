package org.sozialradar.disclosure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * The value of an area of somebody's own choice: drawn on the map, joined from others, or a group
 * to compare with.
 *
 * <p>Computed from {@link PublishedTable}s alone, so it tells nothing that could not be computed by
 * everybody. It is missing as soon as one value that it needs is: a choice of areas can not be used
 * to learn a suppressed value from what is left.
 *
 * <p>Mean x = Σ fᵢ xᵢ with fᵢ = wᵢ / Σ w; interval x − √Σ (fᵢ (xᵢ − lᵢ))², upper end likewise (Zou
 * and Donner 2008), which takes the errors of the parts as independent. Where an area takes part
 * with a share only, how the value differs within it is not known: the interval is dropped and the
 * result is of limited precision. Stateless and safe for use by many threads.
 */
public final class PublishedAggregate {
  private static final List<ObservationStatus> BY_TRUST =
      List.of(
          ObservationStatus.REPORTED,
          ObservationStatus.PROVISIONAL,
          ObservationStatus.CONVERTED,
          ObservationStatus.ESTIMATED,
          ObservationStatus.INPUTS_INCOMPLETE,
          ObservationStatus.LIMITED_PRECISION);

  /**
   * An area that takes part.
   *
   * @param area its code
   * @param weight how many inhabitants of it belong to the chosen area, from published figures;
   *     above 0
   * @param whole whether all of it does
   */
  public record Part(AreaCode area, double weight, boolean whole) {
    public Part {
      if (!(weight > 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("a part needs a weight above 0, not " + weight);
      }
    }
  }

  private record Term(Estimate estimate, double factor) {}

  private PublishedAggregate() {}

  /**
   * The mean over the parts; the reason if there is none.
   *
   * @throws IllegalArgumentException if there are no parts or an area takes part twice
   */
  public static Estimate mean(
      PublishedTable table, ReferencePeriod period, Collection<Part> parts) {
    if (parts.isEmpty() || parts.stream().map(Part::area).distinct().count() != parts.size()) {
      throw new IllegalArgumentException("an aggregate needs parts, each once");
    }
    double weight = parts.stream().mapToDouble(Part::weight).sum();
    var terms =
        parts.stream()
            .sorted(Comparator.comparing(Part::area))
            .map(part -> new Term(published(table, period, part), part.weight() / weight))
            .toList();
    return terms.stream().allMatch(term -> term.estimate().hasValue())
        ? combined(terms, parts.stream().allMatch(Part::whole))
        : Estimate.missing(reason(terms));
  }

  private static Estimate published(PublishedTable table, ReferencePeriod period, Part part) {
    return table.find(part.area(), period).orElse(Estimate.missing(ObservationStatus.NO_ROW));
  }

  private static ObservationStatus reason(List<Term> terms) {
    var reasons = terms.stream().map(term -> term.estimate().status()).distinct().toList();
    return reasons.size() == 1 ? reasons.get(0) : ObservationStatus.INPUT_MISSING;
  }

  private static Estimate combined(List<Term> terms, boolean whole) {
    double value = terms.stream().mapToDouble(t -> t.factor() * t.estimate().value()).sum();
    if (!whole || terms.stream().anyMatch(term -> hasUnknownError(term.estimate()))) {
      return Estimate.of(value, ObservationStatus.LIMITED_PRECISION);
    }
    var status =
        terms.stream()
            .map(term -> term.estimate().status())
            .max(Comparator.comparing(BY_TRUST::indexOf))
            .orElseThrow();
    if (terms.stream().noneMatch(term -> term.estimate().hasInterval())) {
      return Estimate.of(value, status);
    }
    return new Estimate(
        value,
        value - error(terms, term -> term.value() - term.lower()),
        value + error(terms, term -> term.upper() - term.value()),
        status);
  }

  private static boolean hasUnknownError(Estimate estimate) {
    return !estimate.hasInterval()
        && (estimate.status() == ObservationStatus.ESTIMATED
            || estimate.status() == ObservationStatus.LIMITED_PRECISION);
  }

  private static double error(
      List<Term> terms, java.util.function.ToDoubleFunction<Estimate> side) {
    return Math.sqrt(
        terms.stream()
            .filter(term -> term.estimate().hasInterval())
            .mapToDouble(term -> term.factor() * side.applyAsDouble(term.estimate()))
            .map(error -> error * error)
            .sum());
  }
}
