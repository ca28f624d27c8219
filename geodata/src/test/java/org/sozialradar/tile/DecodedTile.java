package org.sozialradar.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A vector tile read back after the MVT specification 2.1 by a reader of its own. What the
 * specification forbids makes it throw.
 *
 * @param layers by name, in their order
 */
record DecodedTile(Map<String, Layer> layers) {
  record Layer(int version, int extent, List<Feature> features) {}

  record Feature(long id, int type, Map<String, Object> attributes, List<List<Vertex>> parts) {}

  record Vertex(int x, int y) {}

  static DecodedTile of(byte[] tile) {
    var layers = new LinkedHashMap<String, Layer>();
    for (var field : fields(ByteBuffer.wrap(tile))) {
      require(field.number == 3, "tile field " + field.number);
      var name = new String[1];
      var layer = layer(fields(field.bytes), name);
      require(layers.put(name[0], layer) == null, "two layers " + name[0]);
    }
    return new DecodedTile(layers);
  }

  List<Feature> features(String layer) {
    return layers.containsKey(layer) ? layers.get(layer).features() : List.of();
  }

  private record Field(int number, long value, ByteBuffer bytes) {}

  private static Layer layer(List<Field> fields, String[] name) {
    var keys = new ArrayList<String>();
    var values = new ArrayList<Object>();
    int version = 0;
    int extent = 4096;
    for (var field : fields) {
      switch (field.number) {
        case 1 -> name[0] = text(field.bytes);
        case 3 -> keys.add(text(field.bytes));
        case 4 -> values.add(value(field.bytes));
        case 5 -> extent = (int) field.value;
        case 15 -> version = (int) field.value;
        default -> require(field.number == 2, "layer field " + field.number);
      }
    }
    require(keys.stream().distinct().count() == keys.size(), "key twice");
    require(values.stream().distinct().count() == values.size(), "value twice");
    var features = new ArrayList<Feature>();
    for (var field : fields) {
      if (field.number == 2) {
        features.add(feature(fields(field.bytes), keys, values));
      }
    }
    return new Layer(version, extent, features);
  }

  private static Feature feature(List<Field> fields, List<String> keys, List<Object> values) {
    long id = 0;
    int type = 0;
    var attributes = new LinkedHashMap<String, Object>();
    List<Integer> commands = List.of();
    for (var field : fields) {
      switch (field.number) {
        case 1 -> id = field.value;
        case 2 -> {
          var tags = numbers(field.bytes);
          for (int i = 0; i < tags.size(); i += 2) {
            attributes.put(keys.get(tags.get(i)), values.get(tags.get(i + 1)));
          }
        }
        case 3 -> type = (int) field.value;
        case 4 -> commands = numbers(field.bytes);
        default -> throw new IllegalArgumentException("feature field " + field.number);
      }
    }
    return new Feature(id, type, attributes, parts(commands, type));
  }

  /** Lines or rings, or one part for each point. */
  private static List<List<Vertex>> parts(List<Integer> commands, int type) {
    var parts = new ArrayList<List<Vertex>>();
    int x = 0;
    int y = 0;
    for (int i = 0; i < commands.size(); ) {
      int command = commands.get(i) & 7;
      int count = commands.get(i++) >> 3;
      if (command == 7) {
        require(type == 3 && count == 1, "close path");
        requireRing(parts.get(parts.size() - 1));
        continue;
      }
      require(command == 1 || command == 2, "command " + command);
      require(command == 2 || type == 1 || count == 1, "move to " + count);
      for (int k = 0; k < count; k++) {
        int dx = zigzag(commands.get(i++));
        int dy = zigzag(commands.get(i++));
        require(command == 1 || dx != 0 || dy != 0, "line of no length");
        x += dx;
        y += dy;
        if (command == 1) {
          parts.add(new ArrayList<>());
        }
        parts.get(parts.size() - 1).add(new Vertex(x, y));
      }
    }
    require(!parts.isEmpty(), "no geometry");
    require(type != 3 || doubledArea(parts.get(0)) > 0, "the first ring is no exterior ring");
    return parts;
  }

  private static void requireRing(List<Vertex> ring) {
    require(ring.size() >= 3, "ring of " + ring.size());
    require(!ring.get(0).equals(ring.get(ring.size() - 1)), "ring repeats its first vertex");
    require(doubledArea(ring) != 0, "ring without surface");
  }

  static long doubledArea(List<Vertex> ring) {
    long sum = 0;
    for (int i = 0; i < ring.size(); i++) {
      var a = ring.get(i);
      var b = ring.get((i + 1) % ring.size());
      sum += (long) a.x * b.y - (long) b.x * a.y;
    }
    return sum;
  }

  private static Object value(ByteBuffer message) {
    var field = fields(message).get(0);
    return switch (field.number) {
      case 1 -> text(field.bytes);
      case 2 -> Float.intBitsToFloat((int) field.value);
      case 3 -> Double.longBitsToDouble(field.value);
      case 4, 5 -> field.value;
      case 6 -> (field.value >>> 1) ^ -(field.value & 1);
      case 7 -> field.value != 0;
      default -> throw new IllegalArgumentException("value field " + field.number);
    };
  }

  private static List<Field> fields(ByteBuffer message) {
    var in = message.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    var fields = new ArrayList<Field>();
    while (in.hasRemaining()) {
      int key = (int) varint(in);
      switch (key & 7) {
        case 0 -> fields.add(new Field(key >> 3, varint(in), in));
        case 1 -> fields.add(new Field(key >> 3, in.getLong(), in));
        case 2 -> {
          int length = (int) varint(in);
          fields.add(new Field(key >> 3, length, in.slice(in.position(), length)));
          in.position(in.position() + length);
        }
        case 5 -> fields.add(new Field(key >> 3, in.getInt(), in));
        default -> throw new IllegalArgumentException("wire type " + (key & 7));
      }
    }
    return fields;
  }

  private static List<Integer> numbers(ByteBuffer packed) {
    var in = packed.duplicate();
    var numbers = new ArrayList<Integer>();
    while (in.hasRemaining()) {
      numbers.add((int) varint(in));
    }
    return numbers;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  private static int zigzag(int number) {
    return (number >>> 1) ^ -(number & 1);
  }

  private static String text(ByteBuffer bytes) {
    return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
  }

  private static void require(boolean condition, String fault) {
    if (!condition) {
      throw new IllegalArgumentException(fault);
    }
  }
}
