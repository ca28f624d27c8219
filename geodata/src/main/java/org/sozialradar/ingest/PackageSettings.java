package org.sozialradar.ingest;

import java.util.List;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Indicator;

/**
 * What stands under {@code radar} of the data package.
 *
 * @param title title of the data set
 * @param publisher who publishes it
 * @param attribution line that must show wherever the data shows
 * @param vintage state of the data, a year or an ISO 8601 date
 * @param example true if the values are invented; absent means false
 * @param levels own levels, such as groups of municipalities; absent means none
 * @param themes themes of the indicators; absent means none
 * @param indicators definitions of the indicators; absent means none
 */
public record PackageSettings(
    LocalizedText title,
    String publisher,
    String attribution,
    String vintage,
    boolean example,
    List<AreaLevel> levels,
    List<Indicator.Theme> themes,
    List<IndicatorDeclaration> indicators) {
  public PackageSettings {
    InvalidSettingException.require(title, "title");
    InvalidSettingException.requireText(publisher, "publisher");
    InvalidSettingException.requireText(attribution, "attribution");
    InvalidSettingException.requireText(vintage, "vintage");
    levels = List.copyOf(InvalidSettingException.orElse(levels, List.of()));
    themes = List.copyOf(InvalidSettingException.orElse(themes, List.of()));
    indicators = List.copyOf(InvalidSettingException.orElse(indicators, List.of()));
    requireDistinctIndicators(indicators);
  }

  private static void requireDistinctIndicators(List<IndicatorDeclaration> indicators) {
    if (indicators.stream().map(IndicatorDeclaration::id).distinct().count() < indicators.size()) {
      throw new InvalidSettingException(
          "zwei Indikatoren haben dieselbe Kennung", "two indicators have the same id");
    }
  }
}
