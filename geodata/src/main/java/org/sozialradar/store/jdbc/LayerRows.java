package org.sozialradar.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerRole;

/** Reads context layers and their features. */
final class LayerRows {
  private final Statements statements;
  private final long revision;

  LayerRows(Statements statements, long revision) {
    this.statements = statements;
    this.revision = revision;
  }

  List<ContextLayer> layers() throws SQLException {
    return statements.list(
        """
        SELECT l.layer_id, l.title_de, l.title_en, l.description_de, l.description_en,
          l.geometry_kind, l.layer_role, l.facility, l.name_attribute, l.attribute_names,
          l.attribute_types, l.dataset_id
        FROM context_layer l JOIN revision_part p ON p.part_id = l.part_id
        WHERE p.revision_number = ? ORDER BY l.layer_id\
        """,
        LayerRows::layer,
        revision);
  }

  private static ContextLayer layer(ResultSet row) throws SQLException {
    return new ContextLayer(
        row.getString(1),
        new LocalizedText(row.getString(2), row.getString(3)),
        new LocalizedText(row.getString(4), row.getString(5)),
        GeometryKind.valueOf(row.getString(6)),
        LayerRole.valueOf(row.getString(7)),
        row.getString(8),
        row.getString(9),
        attributes(Statements.texts(row, 10), Statements.texts(row, 11)),
        row.getString(12));
  }

  private static List<LayerAttribute> attributes(List<String> names, List<String> types) {
    var attributes = new ArrayList<LayerAttribute>();
    for (int i = 0; i < names.size(); i++) {
      attributes.add(new LayerAttribute(names.get(i), LayerAttribute.Type.valueOf(types.get(i))));
    }
    return attributes;
  }

  private record Part(long id, List<String> names) {}

  List<LayerFeature> features(String layer) throws SQLException {
    var part =
        statements.find(
            """
            SELECT l.part_id, l.attribute_names
            FROM context_layer l JOIN revision_part p ON p.part_id = l.part_id
            WHERE p.revision_number = ? AND l.layer_id = ?\
            """,
            row -> new Part(row.getLong(1), Statements.texts(row, 2)),
            revision,
            layer);
    return part.isEmpty() ? List.of() : features(part.get());
  }

  private List<LayerFeature> features(Part part) throws SQLException {
    return statements.list(
        """
        SELECT feature_id, attribute_texts, geometry FROM layer_feature
        WHERE part_id = ? ORDER BY feature_position\
        """,
        row -> feature(part.names(), row),
        part.id());
  }

  private LayerFeature feature(List<String> names, ResultSet row) throws SQLException {
    var texts = Statements.texts(row, 2);
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      attributes.put(names.get(i), texts.get(i));
    }
    return new LayerFeature(
        row.getString(1), statements.readGeometry(row, 3, Statements.EPSG_WGS84), attributes);
  }
}
