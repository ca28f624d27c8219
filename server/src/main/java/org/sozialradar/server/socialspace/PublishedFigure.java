package org.sozialradar.server.socialspace;

import java.math.BigDecimal;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;

/**
 * A value as it is published; null what there is not.
 *
 * @param period id of its period
 * @param low lower end of the 95 % interval
 * @param high upper end
 * @param status label of its status
 */
record PublishedFigure(
    String period, BigDecimal value, BigDecimal low, BigDecimal high, String status) {
  static PublishedFigure of(Indicator indicator, String period, Estimate estimate) {
    int digits = indicator.decimals();
    return new PublishedFigure(
        period,
        IndicatorStanding.rounded(estimate.value(), digits),
        IndicatorStanding.rounded(estimate.lower(), digits),
        IndicatorStanding.rounded(estimate.upper(), digits),
        estimate.status().label());
  }
}
