package org.sozialradar.indicator;

import org.sozialradar.area.AreaCode;
import org.sozialradar.dataset.LocalizedText;

/** Indicators, tables and estimates for tests. */
final class Indicators {
  private Indicators() {}

  static Indicator observed(String id, String unit, Measure measure) {
    return indicator(id, unit, measure, "");
  }

  static Indicator derived(String id, String unit, Measure measure, String formula) {
    return indicator(id, unit, measure, formula);
  }

  static Indicator count(String id) {
    return observed(id, "persons", Measure.extensive("population"));
  }

  private static Indicator indicator(String id, String unit, Measure measure, String formula) {
    return new Indicator(
        id,
        LocalizedText.same(id),
        LocalizedText.same("About " + id),
        new Indicator.Unit(unit, LocalizedText.same(unit)),
        1,
        Indicator.Polarity.NEUTRAL,
        measure,
        new Indicator.Theme("people", LocalizedText.same("People")),
        Double.NaN,
        formula,
        "test");
  }

  static Estimate reported(double value) {
    return Estimate.of(value, ObservationStatus.REPORTED);
  }

  static Estimate converted(double value) {
    return Estimate.of(value, ObservationStatus.CONVERTED);
  }

  static Estimate missing(ObservationStatus reason) {
    return Estimate.missing(reason);
  }

  static ReferencePeriod year(int year) {
    return ReferencePeriod.ofYear(year);
  }

  static Cells table(String indicator, String edition, String level) {
    return new Cells(IndicatorTable.builder(indicator, edition, level, "test"));
  }

  /** Fills a table. */
  record Cells(IndicatorTable.Builder builder) {
    Cells put(String code, int year, double value) {
      return put(code, year, reported(value));
    }

    Cells put(String code, int year, Estimate estimate) {
      builder.put(new AreaCode(code), year(year), estimate);
      return this;
    }

    IndicatorTable build() {
      return builder.build();
    }
  }
}
