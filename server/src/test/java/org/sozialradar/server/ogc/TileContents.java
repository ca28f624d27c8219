package org.sozialradar.server.ogc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in a tile after MVT 2.1, read by the specification alone: layers with features. */
final class TileContents {
  private static final int NAME = 1;
  private static final int FEATURES = 2;
  private static final int EXTENT = 5;
  private static final int TYPE = 3;
  private static final int GEOMETRY = 4;

  /**
   * A feature.
   *
   * @param type 1 point, 2 line, 3 polygon; 0 if it is missing
   * @param firstX column of its first vertex within the layer's extent
   * @param firstY row of its first vertex
   */
  record Feature(int type, int firstX, int firstY) {}

  /** A layer. */
  record Layer(String name, int extent, List<Feature> features) {}

  private record Field(int number, long value, ByteBuffer bytes) {}

  private TileContents() {}

  /** The layers in their order; two of one name are a fault of the tile. */
  static Map<String, Layer> read(byte[] tile) {
    var layers = new LinkedHashMap<String, Layer>();
    for (var field : fields(ByteBuffer.wrap(tile))) {
      if (field.number() != 3) {
        throw new AssertionError("field " + field.number() + " of a tile");
      }
      var layer = layer(field.bytes());
      if (layers.put(layer.name(), layer) != null) {
        throw new AssertionError("two layers " + layer.name());
      }
    }
    return layers;
  }

  private static Layer layer(ByteBuffer bytes) {
    String name = "";
    int extent = 4096;
    var features = new ArrayList<Feature>();
    for (var field : fields(bytes)) {
      switch (field.number()) {
        case NAME -> name = StandardCharsets.UTF_8.decode(field.bytes()).toString();
        case FEATURES -> features.add(feature(field.bytes()));
        case EXTENT -> extent = Math.toIntExact(field.value());
        default -> {
          // Keys, values and version are read by GDAL, see GdalTilesTest.
        }
      }
    }
    return new Layer(name, extent, features);
  }

  private static Feature feature(ByteBuffer bytes) {
    int type = 0;
    var numbers = new ArrayList<Long>();
    for (var field : fields(bytes)) {
      if (field.number() == TYPE) {
        type = Math.toIntExact(field.value());
      } else if (field.number() == GEOMETRY) {
        numbers.addAll(packed(field.bytes()));
      }
    }
    if (numbers.size() < 3 || (numbers.get(0) & 7) != 1) {
      throw new AssertionError("a feature whose geometry does not begin with a step");
    }
    return new Feature(type, signed(numbers.get(1)), signed(numbers.get(2)));
  }

  private static int signed(long zigzag) {
    return Math.toIntExact((zigzag >>> 1) ^ -(zigzag & 1));
  }

  private static List<Long> packed(ByteBuffer bytes) {
    var numbers = new ArrayList<Long>();
    while (bytes.hasRemaining()) {
      numbers.add(varint(bytes));
    }
    return numbers;
  }

  private static List<Field> fields(ByteBuffer bytes) {
    var fields = new ArrayList<Field>();
    while (bytes.hasRemaining()) {
      long key = varint(bytes);
      int number = Math.toIntExact(key >>> 3);
      if ((key & 7) == 0) {
        fields.add(new Field(number, varint(bytes), ByteBuffer.allocate(0)));
      } else if ((key & 7) == 2) {
        int length = Math.toIntExact(varint(bytes));
        fields.add(new Field(number, 0, bytes.slice(bytes.position(), length)));
        bytes.position(bytes.position() + length);
      } else {
        throw new AssertionError("wire type " + (key & 7));
      }
    }
    return fields;
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte one = bytes.get();
      value |= (long) (one & 0x7f) << shift;
      if (one >= 0) {
        return value;
      }
    }
  }
}
