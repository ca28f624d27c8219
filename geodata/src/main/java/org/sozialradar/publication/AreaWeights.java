package org.sozialradar.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.ReferencePeriod;

/**
 * How much areas count in a mean of people: an indicator such as population, in its newest period
 * up to the wave.
 *
 * @param indicator its id
 * @param period its period
 * @param amounts by place of the area, 0 or more, not all 0
 */
record AreaWeights(String indicator, ReferencePeriod period, List<Double> amounts) {
  AreaWeights {
    amounts = List.copyOf(amounts);
  }

  /**
   * The weights of areas.
   *
   * @param field where the indicator is named, for the message
   * @throws PublicationException if it is not there, has no value for an area or a negative one, or
   *     is 0 everywhere
   */
  static AreaWeights of(
      String indicator,
      List<AreaCode> areas,
      PublishedValues values,
      PublishedValues.Place place,
      ReferencePeriod wave,
      String field) {
    values.indicator(indicator, field);
    var newest = values.newest(indicator, place, wave, field);
    var column = values.column(indicator, place, newest, field);
    var amounts = new ArrayList<Double>();
    for (var code : areas) {
      amounts.add(
          Optional.ofNullable(column.get(code))
              .filter(Estimate::hasValue)
              .map(Estimate::value)
              .orElseThrow(() -> missing(indicator, code, field)));
    }
    if (amounts.stream().anyMatch(amount -> amount < 0)
        || amounts.stream().allMatch(amount -> amount == 0)) {
      throw new PublicationException(
          "weight-invalid",
          field,
          "„" + indicator + "“ taugt nicht als Gewicht: ein Wert ist negativ oder alle sind 0",
          "'" + indicator + "' is no weight: a value is negative or all are 0");
    }
    return new AreaWeights(indicator, newest, amounts);
  }

  private static PublicationException missing(String id, AreaCode code, String field) {
    return new PublicationException(
        "weight-missing",
        field,
        "„" + id + "“ hat für das Gebiet " + code + " keinen Wert",
        "'" + id + "' has no value for the area " + code);
  }

  /** The share of each area in the sum of all. */
  List<Double> shares() {
    double sum = amounts.stream().mapToDouble(Double::doubleValue).sum();
    return amounts.stream().map(amount -> amount / sum).toList();
  }
}
