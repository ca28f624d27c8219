package org.sozialradar.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.store.jdbc.Dialect.Target;

/** Writes context layers with their features. */
final class LayerWriter {
  private static final Target LAYER =
      Target.of(
          "context_layer",
          "part_id",
          "layer_id",
          "title_de",
          "title_en",
          "description_de",
          "description_en",
          "geometry_kind",
          "layer_role",
          "facility",
          "name_attribute",
          "attribute_names",
          "attribute_types",
          "dataset_id");
  private static final Target FEATURE =
      Target.of(
          "layer_feature",
          "part_id",
          "feature_position",
          "feature_id",
          "attribute_texts",
          "geometry");

  private final Statements statements;

  LayerWriter(Statements statements) {
    this.statements = statements;
  }

  /** Whether the layer that is a part of some revision comes from a data set. */
  boolean isOf(long part, String datasetId) throws SQLException {
    return statements
        .find(
            "SELECT 1 FROM context_layer WHERE part_id = ? AND dataset_id = ?",
            row -> true,
            part,
            datasetId)
        .isPresent();
  }

  void write(long part, LayerContent content) throws SQLException {
    var layer = content.layer();
    writeDescription(part, layer);
    var names = layer.attributes().stream().map(LayerAttribute::name).toList();
    statements.insertAll(
        FEATURE,
        BatchWriter.positions(content.features()),
        i -> featureParameters(part, i, names, content.features().get(i)));
  }

  private void writeDescription(long part, ContextLayer layer) throws SQLException {
    var attributes = layer.attributes();
    statements.insert(
        LAYER,
        part,
        layer.id(),
        layer.title().de(),
        layer.title().en(),
        layer.description().de(),
        layer.description().en(),
        layer.geometry().name(),
        layer.role().name(),
        layer.facility(),
        layer.nameAttribute(),
        statements.textArray(attributes.stream().map(LayerAttribute::name).toList()),
        statements.textArray(attributes.stream().map(one -> one.type().name()).toList()),
        layer.datasetId());
  }

  private List<Object> featureParameters(
      long part, int position, List<String> names, LayerFeature feature) throws SQLException {
    return List.of(
        part,
        position,
        feature.id(),
        statements.textArray(names.stream().map(feature::text).toList()),
        statements.geometry(feature.geometry(), Statements.EPSG_WGS84));
  }
}
