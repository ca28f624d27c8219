package org.sozialradar.export.feature;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import org.locationtech.jts.geom.Envelope;
import org.sozialradar.filter.ValueType;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Header;

/** The header of FlatGeobuf: columns, coordinate system, extent, and the layer's description. */
final class FlatGeobufHeader {
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
  private final ExportLayer layer;

  FlatGeobufHeader(ExportLayer layer) {
    this.layer = layer;
  }

  /** The type of a column's values. Days are texts: the format knows times alone. */
  static int type(ValueType type) {
    return switch (type) {
      case NUMBER -> ColumnType.Double;
      case BOOLEAN -> ColumnType.Bool;
      case TIMESTAMP -> ColumnType.DateTime;
      case TEXT, DATE -> ColumnType.String;
      default -> throw new IllegalStateException("no column holds " + type);
    };
  }

  /**
   * The header, its size before it.
   *
   * @param geometryType type of all geometries, or unknown
   * @param extent rectangle around all features in the layer's system; null if there are none
   * @param nodeSize children of each node of the index; 0 if there is no index
   */
  ByteBuffer bytes(int geometryType, Envelope extent, int nodeSize) {
    int envelope =
        extent.isNull()
            ? 0
            : Header.createEnvelopeVector(
                builder,
                new double[] {
                  extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY()
                });
    int columns = columns();
    int header =
        Header.createHeader(
            builder,
            builder.createString(layer.name()),
            envelope,
            geometryType,
            false,
            false,
            false,
            false,
            columns,
            layer.rows(),
            nodeSize,
            crs(),
            builder.createString(layer.shownTitle()),
            builder.createString(layer.metadata().in(layer.description())),
            builder.createString(LayerDescription.text(layer)));
    Header.finishSizePrefixedHeaderBuffer(builder, header);
    return builder.dataBuffer();
  }

  private int columns() {
    int[] offsets = layer.columns().stream().mapToInt(this::column).toArray();
    return Header.createColumnsVector(builder, offsets);
  }

  private int column(ExportColumn column) {
    int name = builder.createString(column.name());
    int title = builder.createString(layer.metadata().in(column.title()));
    int description =
        column.description().isEmpty() ? 0 : builder.createString(column.description());
    int unit = column.unit().isEmpty() ? 0 : builder.createString(unit(column));
    Column.startColumn(builder);
    Column.addName(builder, name);
    Column.addType(builder, type(column.type()));
    Column.addTitle(builder, title);
    if (description != 0) {
      Column.addDescription(builder, description);
    }
    Column.addNullable(builder, true);
    if (unit != 0) {
      Column.addMetadata(builder, unit);
    }
    return Column.endColumn(builder);
  }

  private static String unit(ExportColumn column) {
    return LayerDescription.object("unit", column.unit());
  }

  private int crs() {
    int organization = builder.createString("EPSG");
    Crs.startCrs(builder);
    Crs.addOrg(builder, organization);
    Crs.addCode(builder, layer.system().epsg());
    return Crs.endCrs(builder);
  }
}
