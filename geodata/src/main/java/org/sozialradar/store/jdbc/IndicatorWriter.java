package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes the definitions of indicators. */
final class IndicatorWriter {
  private static final Target INDICATOR =
      Target.of(
          "indicator",
          "part_id",
          "indicator_id",
          "name_de",
          "name_en",
          "description_de",
          "description_en",
          "unit_id",
          "unit_symbol_de",
          "unit_symbol_en",
          "decimals",
          "polarity",
          "measure_kind",
          "measure_weight",
          "theme_id",
          "theme_de",
          "theme_en",
          "middle",
          "formula",
          "dataset_id");

  private final Statements statements;

  IndicatorWriter(Statements statements) {
    this.statements = statements;
  }

  void write(long part, Indicator indicator) throws SQLException {
    statements.insert(
        INDICATOR,
        part,
        indicator.id(),
        indicator.name().de(),
        indicator.name().en(),
        indicator.description().de(),
        indicator.description().en(),
        indicator.unit().id(),
        indicator.unit().symbol().de(),
        indicator.unit().symbol().en(),
        indicator.decimals(),
        indicator.polarity().name(),
        indicator.measure().kind().name(),
        indicator.measure().weight(),
        indicator.theme().id(),
        indicator.theme().name().de(),
        indicator.theme().name().en(),
        indicator.findMiddle().isPresent() ? indicator.middle() : Optional.empty(),
        indicator.formula(),
        indicator.datasetId());
  }
}
