package org.sozialradar.tile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of a vector tile in the making (MVT 2.1, section 4.1): its features and the
 * dictionaries of their keys and values. For one thread.
 */
final class TileLayer {
  private static final int VERSION = 2;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;

  private final String name;
  private final ProtobufBuffer features = new ProtobufBuffer(4096);
  private final ProtobufBuffer feature = new ProtobufBuffer(512);
  private final ProtobufBuffer tags = new ProtobufBuffer(64);
  private final ProtobufBuffer geometry = new ProtobufBuffer(512);
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private int cursorX;
  private int cursorY;

  TileLayer(String name) {
    this.name = name;
  }

  /** Whether it holds no feature. */
  boolean isEmpty() {
    return features.size() == 0;
  }

  /** Gives the feature that comes next an attribute: a text, a number or a boolean. */
  void tag(String key, Object value) {
    tags.writeVarint(indexIn(keys, key));
    tags.writeVarint(indexIn(values, normal(value)));
  }

  /**
   * Adds a feature of polygons: each exterior ring (positive area) before its holes (negative
   * area).
   */
  void addPolygons(long id, List<GridRing> rings) {
    startGeometry();
    rings.forEach(this::writeRing);
    endFeature(id, POLYGON);
  }

  /** Adds a feature of lines, each of at least two vertices. */
  void addLines(long id, List<GridLine> lines) {
    startGeometry();
    lines.forEach(this::writeLine);
    endFeature(id, LINE);
  }

  /** Adds a feature of one point. */
  void addPoint(long id, int x, int y) {
    startGeometry();
    geometry.writeVarint(command(MOVE_TO, 1));
    moveCursor(x, y);
    endFeature(id, POINT);
  }

  /** Writes the layer as a field of a tile. */
  void writeTo(ProtobufBuffer tile) {
    var layer = new ProtobufBuffer(features.size() + 1024);
    layer.writeVarintField(15, VERSION);
    layer.writeStringField(1, name);
    layer.append(features);
    keys.keySet().forEach(key -> layer.writeStringField(3, key));
    var message = new ProtobufBuffer(64);
    for (var value : values.keySet()) {
      message.clear();
      writeValue(message, value);
      layer.writeMessageField(4, message);
    }
    layer.writeVarintField(5, VectorTileEncoder.EXTENT);
    tile.writeMessageField(3, layer);
  }

  private void startGeometry() {
    geometry.clear();
    cursorX = 0;
    cursorY = 0;
  }

  private void writeRing(GridRing ring) {
    geometry.writeVarint(command(MOVE_TO, 1));
    moveCursor(ring.x(0), ring.y(0));
    geometry.writeVarint(command(LINE_TO, ring.size() - 1));
    for (int i = 1; i < ring.size(); i++) {
      moveCursor(ring.x(i), ring.y(i));
    }
    geometry.writeVarint(command(CLOSE_PATH, 1));
  }

  private void writeLine(GridLine line) {
    geometry.writeVarint(command(MOVE_TO, 1));
    moveCursor(line.x(0), line.y(0));
    geometry.writeVarint(command(LINE_TO, line.size() - 1));
    for (int i = 1; i < line.size(); i++) {
      moveCursor(line.x(i), line.y(i));
    }
  }

  private void moveCursor(int x, int y) {
    geometry.writeZigzag(x - cursorX);
    geometry.writeZigzag(y - cursorY);
    cursorX = x;
    cursorY = y;
  }

  private void endFeature(long id, int type) {
    feature.clear();
    feature.writeVarintField(1, id);
    feature.writeMessageField(2, tags);
    feature.writeVarintField(3, type);
    feature.writeMessageField(4, geometry);
    features.writeMessageField(2, feature);
    tags.clear();
  }

  private static int command(int id, int count) {
    return (count << 3) | id;
  }

  private static <T> int indexIn(Map<T, Integer> dictionary, T entry) {
    int next = dictionary.size();
    var known = dictionary.putIfAbsent(entry, next);
    return known == null ? next : known;
  }

  /** Numbers that are equal become one entry of the dictionary. */
  private static Object normal(Object value) {
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof String
        || value instanceof Boolean
        || value instanceof Long
        || value instanceof Float
        || value instanceof Double) {
      return value;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("not a value of a tile: " + value);
  }

  private static void writeValue(ProtobufBuffer message, Object value) {
    if (value instanceof String text) {
      message.writeStringField(1, text);
    } else if (value instanceof Float number) {
      message.writeFloatField(2, number);
    } else if (value instanceof Double number) {
      message.writeDoubleField(3, number);
    } else if (value instanceof Long number) {
      message.writeVarintField(4, number);
    } else {
      message.writeVarintField(7, Boolean.TRUE.equals(value) ? 1 : 0);
    }
  }
}
