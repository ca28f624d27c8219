package org.sozialradar.indicator;

import java.util.List;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaTransfer;

/**
 * Conversion of values from one edition of boundaries to another.
 *
 * <p>An area that is the same in both keeps its estimate and status. Other values become {@link
 * ObservationStatus#CONVERTED} (or keep a status that is trusted less). A new area of which a part
 * is unknown is {@link ObservationStatus#NOT_CONVERTIBLE}; one of which a part has no value is
 * missing for the reason of that part, never a partial sum. Intervals hold on where whole areas
 * were joined (independent errors, MOVER after Zou and Donner 2008); where an area was split its
 * interval does not hold for a part: it is dropped and the value is of {@link
 * ObservationStatus#LIMITED_PRECISION}.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class Conversion {
  private static final Estimate NOT_CONVERTIBLE =
      Estimate.missing(ObservationStatus.NOT_CONVERTIBLE);

  private Conversion() {}

  /**
   * The count of a new area: Σ xᵢ kᵢ over the old areas i with share kᵢ. Over all new areas the
   * total is kept.
   *
   * @param transfer by population or area, as the count demands
   * @param to the new area
   * @param values counts of the old areas
   */
  public static Estimate extensive(AreaTransfer transfer, AreaCode to, AreaValues values) {
    if (!transfer.isConvertible(to)) {
      return NOT_CONVERTIBLE;
    }
    var parts = transfer.sources(to);
    if (transfer.isUnchanged(to)) {
      return values.get(parts.get(0).from());
    }
    var terms =
        parts.stream()
            .map(part -> new LinearCombination.Term(values.count(part.from()), part.share()))
            .toList();
    boolean whole = parts.stream().allMatch(AreaTransfer.Part::isWhole);
    return LinearCombination.converted(LinearCombination.sum(terms, whole));
  }

  /**
   * The rate of a new area: Σ rᵢ dᵢ kᵢ / Σ dᵢ kᵢ with the denominators dᵢ of the old areas. It
   * takes the rate to be the same all over an old area.
   *
   * @param transfer by the share that splits the denominator
   * @param to the new area
   * @param rates rates of the old areas
   * @param denominators denominators of the old areas, same period
   */
  public static Estimate rate(
      AreaTransfer transfer, AreaCode to, AreaValues rates, AreaValues denominators) {
    if (!transfer.isConvertible(to)) {
      return NOT_CONVERTIBLE;
    }
    var parts = transfer.sources(to);
    if (transfer.isUnchanged(to)) {
      return rates.get(parts.get(0).from());
    }
    return LinearCombination.converted(
        WeightedMean.of(parts.stream().map(part -> part(part, rates, denominators)).toList()));
  }

  private static WeightedMean.Part part(
      AreaTransfer.Part part, AreaValues rates, AreaValues denominators) {
    return new WeightedMean.Part(
        rates.get(part.from()), denominators.count(part.from()), part.share());
  }

  /**
   * A median, rank, index or distance: kept where the area is the same by each transfer, else not
   * convertible.
   *
   * @param transfers by population and by area
   */
  public static Estimate intensive(List<AreaTransfer> transfers, AreaCode to, AreaValues values) {
    return transfers.stream().allMatch(transfer -> transfer.isUnchanged(to))
        ? values.get(transfers.get(0).sources(to).get(0).from())
        : NOT_CONVERTIBLE;
  }
}
