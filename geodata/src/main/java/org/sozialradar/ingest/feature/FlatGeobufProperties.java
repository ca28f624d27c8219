package org.sozialradar.ingest.feature;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/** Reads the attributes of features. Not safe for use by many threads. */
final class FlatGeobufProperties {
  private final List<Column> columns;

  FlatGeobufProperties(Header header) {
    columns = new ArrayList<>();
    for (int i = 0; i < header.columnsLength(); i++) {
      columns.add(header.columns(i));
    }
  }

  /** Attributes by name, as text; binary ones are left out. */
  Map<String, String> of(Feature feature) {
    var values = new LinkedHashMap<String, String>();
    if (feature.propertiesLength() == 0) {
      return values;
    }
    var own = columnsOf(feature);
    var bytes = feature.propertiesAsByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      var column = own.get(Short.toUnsignedInt(bytes.getShort()));
      String text = value(column.type(), bytes);
      if (!text.isEmpty()) {
        values.put(column.name(), text);
      }
    }
    return values;
  }

  private List<Column> columnsOf(Feature feature) {
    if (feature.columnsLength() == 0) {
      return columns;
    }
    var own = new ArrayList<Column>();
    for (int i = 0; i < feature.columnsLength(); i++) {
      own.add(feature.columns(i));
    }
    return own;
  }

  private static String value(int type, ByteBuffer bytes) {
    return switch (type) {
      case ColumnType.Byte -> Byte.toString(bytes.get());
      case ColumnType.UByte -> Integer.toString(Byte.toUnsignedInt(bytes.get()));
      case ColumnType.Bool -> Boolean.toString(bytes.get() != 0);
      case ColumnType.Short -> Short.toString(bytes.getShort());
      case ColumnType.UShort -> Integer.toString(Short.toUnsignedInt(bytes.getShort()));
      case ColumnType.Int -> Integer.toString(bytes.getInt());
      case ColumnType.UInt -> Integer.toUnsignedString(bytes.getInt());
      case ColumnType.Long -> Long.toString(bytes.getLong());
      case ColumnType.ULong -> Long.toUnsignedString(bytes.getLong());
      case ColumnType.Float -> PlainNumber.of(Float.toString(bytes.getFloat()));
      case ColumnType.Double -> PlainNumber.of(bytes.getDouble());
      case ColumnType.String, ColumnType.Json, ColumnType.DateTime -> text(bytes);
      case ColumnType.Binary -> skipped(bytes);
      default -> throw new IllegalArgumentException("column type " + type);
    };
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(part(bytes)).toString();
  }

  private static String skipped(ByteBuffer bytes) {
    part(bytes);
    return "";
  }

  /** The bytes that follow their length. */
  private static ByteBuffer part(ByteBuffer bytes) {
    int length = bytes.getInt();
    var part = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return part;
  }
}
