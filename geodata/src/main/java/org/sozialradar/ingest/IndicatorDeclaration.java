package org.sozialradar.ingest;

import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.Measure;

/**
 * The definition of an indicator in a manifest.
 *
 * @param id slug, may stand in formulas
 * @param name what a person reads, short
 * @param description plain sentences
 * @param unit unit of the values
 * @param decimals digits after the decimal point; absent means 0
 * @param polarity absent means neutral
 * @param measure how values add up
 * @param theme id of a theme of the data package
 * @param middle centre of a diverging scale; absent if there is none
 * @param formula expression that derives it; absent if it was observed
 */
public record IndicatorDeclaration(
    String id,
    LocalizedText name,
    LocalizedText description,
    Indicator.Unit unit,
    int decimals,
    Indicator.Polarity polarity,
    MeasureDeclaration measure,
    String theme,
    Double middle,
    String formula) {

  /**
   * How values add up over areas, as a manifest writes it.
   *
   * @param kind extensive, rate or intensive
   * @param weight see {@link Measure}; absent means population for extensive values
   */
  public record MeasureDeclaration(Measure.Kind kind, String weight) {
    public MeasureDeclaration {
      InvalidSettingException.require(kind, "kind");
      if (weight == null) {
        weight = kind == Measure.Kind.EXTENSIVE ? "population" : "";
      }
    }
  }

  public IndicatorDeclaration {
    InvalidSettingException.requireText(id, "id");
    InvalidSettingException.require(name, "name");
    InvalidSettingException.require(description, "description");
    InvalidSettingException.require(unit, "unit");
    InvalidSettingException.require(measure, "measure");
    InvalidSettingException.requireText(theme, "theme");
    polarity = InvalidSettingException.orElse(polarity, Indicator.Polarity.NEUTRAL);
    middle = InvalidSettingException.orElse(middle, Double.NaN);
    formula = InvalidSettingException.orElse(formula, "");
  }

  /**
   * The definition with its theme.
   *
   * @throws InvalidSettingException if the theme is not declared or a value is out of range
   */
  Indicator toIndicator(String datasetId, List<Indicator.Theme> themes) {
    var ownTheme =
        themes.stream()
            .filter(candidate -> candidate.id().equals(theme))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidSettingException(
                        "Indikator „" + id + "“: Thema „" + theme + "“ ist nicht vereinbart",
                        "indicator '" + id + "': theme '" + theme + "' is not declared"));
    try {
      var adding = new Measure(measure.kind(), measure.weight());
      return new Indicator(
          id,
          name,
          description,
          unit,
          decimals,
          polarity,
          adding,
          ownTheme,
          middle,
          formula,
          datasetId);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          "Indikator „" + id + "“: " + e.getMessage(), "indicator '" + id + "': " + e.getMessage());
    }
  }
}
