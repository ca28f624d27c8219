package org.sozialradar.server.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.feature.ExportColumn;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.ExportRow;
import org.sozialradar.export.feature.FeatureSink;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.server.text.Language;
import org.sozialradar.server.text.Texts;

/**
 * What the columns of a table mean, a row for each; then a row for each status and each class of
 * respondents that may stand in them.
 */
final class CodebookRows implements ExportTable {
  private static final List<ExportColumn> COLUMNS =
      Stream.of(
              "kind",
              "name",
              "type",
              "title_de",
              "title_en",
              "indicator",
              "period",
              "unit_de",
              "unit_en",
              "decimals",
              "polarity",
              "description_de",
              "description_en",
              "source",
              "licence")
          .map(name -> new ExportColumn(name, ValueType.TEXT, LocalizedText.same(name), "", ""))
          .toList();

  private final WideRows table;
  private final ExportChoice choice;
  private final Texts german = Texts.of(CodebookRows.class, "exports", Language.GERMAN);
  private final Texts english = Texts.of(CodebookRows.class, "exports", Language.ENGLISH);

  CodebookRows(WideRows table) {
    this.table = table;
    choice = table.rows().choice();
  }

  @Override
  public ExportLayer layer() {
    var described = table.layer();
    return new ExportLayer(
        described.name() + "-codebook",
        described.title(),
        described.description(),
        described.shape(),
        described.system(),
        COLUMNS,
        rows().size(),
        described.metadata());
  }

  @Override
  public void writeRows(FeatureSink sink) throws IOException {
    for (var row : rows()) {
      sink.write(row);
    }
  }

  private List<ExportRow> rows() {
    var rows = new ArrayList<ExportRow>();
    table.layer().columns().forEach(column -> rows.add(row(column)));
    if (choice.values().isPresent()) {
      for (var status : ObservationStatus.values()) {
        rows.add(coded("status", status.label(), "status." + status.label()));
      }
      for (var one : NClass.values()) {
        if (one != NClass.NONE) {
          rows.add(coded("respondents", one.label(), "respondents"));
        }
      }
    }
    return rows;
  }

  private ExportRow row(ExportColumn column) {
    var cells =
        new ArrayList<>(
            List.of(
                "column",
                column.name(),
                column.type().name().toLowerCase(Locale.ROOT),
                column.title().de(),
                column.title().en()));
    cells.addAll(ValueColumn.find(choice, column.name()).map(this::facts).orElse(List.of()));
    return row(cells);
  }

  private List<String> facts(ValueColumn column) {
    var indicator = column.values().indicator();
    boolean unit = column.hasUnit();
    var sources =
        column.values().datasets().stream()
            .map(id -> choice.snapshot().datasets().get(id))
            .toList();
    return List.of(
        indicator.id(),
        column.values().period().id(),
        unit ? indicator.unit().symbol().de() : "",
        unit ? indicator.unit().symbol().en() : "",
        unit ? Integer.toString(indicator.decimals()) : "",
        indicator.polarity().name().toLowerCase(Locale.ROOT),
        column.description().de(),
        column.description().en(),
        String.join("; ", sources.stream().map(one -> one.attribution()).distinct().toList()),
        String.join("; ", sources.stream().map(one -> one.licence().id()).distinct().toList()));
  }

  private ExportRow coded(String kind, String name, String key) {
    return row(List.of(kind, name, "text", german.get(key, name), english.get(key, name)));
  }

  private static ExportRow row(List<String> cells) {
    var values = new ArrayList<Value>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      boolean filled = i < cells.size() && !cells.get(i).isBlank();
      values.add(filled ? Value.of(cells.get(i)) : Value.MISSING);
    }
    return new ExportRow(cells.get(1), Optional.empty(), values);
  }
}
