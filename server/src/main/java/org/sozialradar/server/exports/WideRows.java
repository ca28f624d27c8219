package org.sozialradar.server.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.export.feature.ExportColumn;
import org.sozialradar.export.feature.ExportLayer;
import org.sozialradar.export.feature.ExportRow;
import org.sozialradar.export.feature.FeatureSink;
import org.sozialradar.filter.Value;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.server.features.CollectionFeature;
import org.sozialradar.server.features.FeatureField;

/** A row for each area or feature, with its values beside each other. */
final class WideRows implements ExportTable {
  /** Boundaries that are held at a time: those of a country would fill the memory. */
  private static final int AT_ONCE = 200;

  private final ExportRows rows;
  private final ExportChoice choice;
  private final boolean shapes;
  private final List<FeatureField> fields;

  private WideRows(ExportRows rows, boolean shapes, List<FeatureField> fields) {
    this.rows = rows;
    this.shapes = shapes;
    this.fields = fields;
    choice = rows.choice();
  }

  /**
   * All that is known of each.
   *
   * @param shapes whether they have their geometries
   */
  static WideRows of(ExportRows rows, boolean shapes) {
    return new WideRows(rows, shapes, rows.choice().collection().fields());
  }

  /** Keys, names and the like of areas without their values. */
  static WideRows ofAreas(ExportRows rows) {
    var values = new HashSet<String>();
    for (var column : rows.choice().values().orElseThrow().columns()) {
      column.parts().forEach(part -> values.add(column.name(part)));
    }
    var fields =
        rows.choice().collection().fields().stream()
            .filter(field -> !values.contains(field.name()))
            .toList();
    return new WideRows(rows, false, fields);
  }

  ExportRows rows() {
    return rows;
  }

  @Override
  public ExportLayer layer() {
    var collection = choice.collection();
    return new ExportLayer(
        collection.id(),
        collection.title(),
        new Citation(choice).description(),
        shape(),
        choice.system(),
        columns(),
        rows.ids().size(),
        rows.metadata());
  }

  private GeometryKind shape() {
    return choice
        .snapshot()
        .findContextLayer(choice.values().isPresent() ? "" : choice.collection().id())
        .map(index -> index.layer().geometry())
        .orElse(GeometryKind.POLYGON);
  }

  /** Columns of context layers have whatever names their files gave them. */
  private List<ExportColumn> columns() {
    var names = new HashSet<String>();
    var columns = new ArrayList<ExportColumn>();
    for (var field : fields) {
      columns.add(column(field, unique(field.name(), names)));
    }
    return columns;
  }

  private static String unique(String wanted, Set<String> names) {
    String name = wanted.isBlank() ? "_" : wanted;
    for (int number = 2; !names.add(name.toLowerCase(Locale.ROOT)); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }

  private ExportColumn column(FeatureField field, String name) {
    var values = ValueColumn.find(choice, field.name());
    return new ExportColumn(
        name,
        field.type(),
        field.title(),
        values
            .filter(ValueColumn::hasUnit)
            .map(one -> choice.language().of(one.values().indicator().unit().symbol()))
            .orElse(""),
        values.map(one -> choice.language().of(one.description())).orElse(""));
  }

  @Override
  public void writeRows(FeatureSink sink) throws IOException {
    for (int from = 0; from < rows.ids().size(); from += AT_ONCE) {
      var ids = rows.ids().subList(from, Math.min(from + AT_ONCE, rows.ids().size()));
      var geometries = shapes ? choice.collection().geometries(ids) : Map.<String, Geometry>of();
      for (var id : ids) {
        sink.write(row(feature(id), Optional.ofNullable(geometries.get(id))));
      }
    }
  }

  private CollectionFeature feature(String id) {
    return choice
        .collection()
        .find(id)
        .orElseThrow(() -> new IllegalStateException("a snapshot lost " + id));
  }

  private ExportRow row(CollectionFeature feature, Optional<Geometry> geometry) {
    var values = new ArrayList<Value>(fields.size());
    for (var field : fields) {
      values.add(feature.row().get(field.name()));
    }
    return new ExportRow(feature.id(), geometry, values);
  }
}
