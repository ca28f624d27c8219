package org.sozialradar.export.feature;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.sozialradar.filter.Value;
import org.wololo.flatgeobuf.Constants;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.NodeItem;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Writes FlatGeobuf (version 3) with its packed Hilbert R-tree, so that programs fetch a part of a
 * map by byte ranges. Features stand in the order of the tree, those without a place among them.
 *
 * <p>The tree comes before the features: they wait in a temporary file, and of each about a hundred
 * bytes are kept in memory. Layers of more than a million features therefore have no tree.
 */
public final class FlatGeobufFeatures extends RowSink {
  private static final int NODE_SIZE = 16;
  private static final long MOST_INDEXED = 1_000_000;

  private final OutputStream out;
  private final Path file;
  private final FileChannel spool;
  private final FlatBufferBuilder builder = new FlatBufferBuilder(1 << 16);
  private final List<PackedRTree.FeatureItem> items = new ArrayList<>();
  private final Envelope extent = new Envelope();
  private long spooled;
  private boolean severalPoints;

  private FlatGeobufFeatures(ExportLayer layer, OutputStream out, Path file) throws IOException {
    super(layer);
    this.out = out;
    this.file = file;
    spool = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /**
   * Begins a file.
   *
   * @param out where it goes once all features are known
   * @param folder for the temporary file
   */
  public static FlatGeobufFeatures open(ExportLayer layer, OutputStream out, Path folder)
      throws IOException {
    return new FlatGeobufFeatures(layer, out, Files.createTempFile(folder, "export", ".fgb"));
  }

  private boolean isIndexed() {
    return layer().rows() > 0 && layer().rows() <= MOST_INDEXED;
  }

  private int geometryType() {
    return switch (layer().shape()) {
      case POINT -> severalPoints ? GeometryType.Unknown : GeometryType.Point;
      case LINE -> GeometryType.MultiLineString;
      case POLYGON -> GeometryType.MultiPolygon;
    };
  }

  @Override
  protected void append(ExportRow row) throws IOException {
    var geometry =
        row.geometry()
            .filter(one -> !one.isEmpty())
            .map(one -> WrittenShape.of(one, layer().system()));
    builder.clear();
    int shape = geometry.isPresent() ? shape(geometry.get()) : 0;
    int properties = Feature.createPropertiesVector(builder, properties(row));
    Feature.startFeature(builder);
    if (geometry.isPresent()) {
      Feature.addGeometry(builder, shape);
    }
    Feature.addProperties(builder, properties);
    Feature.finishSizePrefixedFeatureBuffer(builder, Feature.endFeature(builder));
    var envelope = geometry.map(Geometry::getEnvelopeInternal).orElseGet(Envelope::new);
    extent.expandToInclude(envelope);
    spool(builder.dataBuffer(), envelope);
  }

  private int shape(Geometry geometry) throws IOException {
    severalPoints |= geometry instanceof MultiPoint;
    if (geometry instanceof MultiLineString lines && lines.getNumGeometries() == 1) {
      return line(lines.getGeometryN(0).getCoordinates());
    }
    // Each geometry names its type: with points the header may have to leave it open.
    return GeometryConversions.serialize(builder, geometry, (byte) GeometryType.Unknown);
  }

  /** A collection of one line with its end, which the library leaves out and GDAL 3.6 asks for. */
  private int line(Coordinate[] corners) {
    var xy = new double[2 * corners.length];
    for (int i = 0; i < corners.length; i++) {
      xy[2 * i] = corners[i].getX();
      xy[2 * i + 1] = corners[i].getY();
    }
    int ends =
        org.wololo.flatgeobuf.generated.Geometry.createEndsVector(
            builder, new long[] {corners.length});
    int places = org.wololo.flatgeobuf.generated.Geometry.createXyVector(builder, xy);
    return org.wololo.flatgeobuf.generated.Geometry.createGeometry(
        builder, ends, places, 0, 0, 0, 0, GeometryType.MultiLineString, 0);
  }

  private void spool(ByteBuffer feature, Envelope envelope) throws IOException {
    var item = new PackedRTree.FeatureItem();
    item.offset = spooled;
    item.size = feature.remaining();
    item.nodeItem =
        envelope.isNull()
            ? new NodeItem(0)
            : new NodeItem(
                envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
    if (isIndexed()) {
      items.add(item);
    }
    spooled += item.size;
    while (feature.hasRemaining()) {
      spool.write(feature);
    }
  }

  /** The number of each column that has a value, and the value, one after the other. */
  private byte[] properties(ExportRow row) {
    var bytes = new ByteArrayOutputStream(256);
    for (int i = 0; i < row.values().size(); i++) {
      var value = row.values().get(i);
      if (!(value instanceof Value.Missing)) {
        bytes.writeBytes(little(Short.BYTES).putShort((short) i).array());
        bytes.writeBytes(value(value));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] value(Value value) {
    if (value instanceof Value.Numeric numeric) {
      return little(Double.BYTES).putDouble(numeric.number()).array();
    }
    if (value instanceof Value.Truth truth) {
      return new byte[] {(byte) (truth.truth() ? 1 : 0)};
    }
    byte[] text = ValueText.of(value).getBytes(StandardCharsets.UTF_8);
    return little(Integer.BYTES + text.length).putInt(text.length).put(text).array();
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  protected void end() throws IOException {
    out.write(Constants.MAGIC_BYTES);
    var header =
        new FlatGeobufHeader(layer()).bytes(geometryType(), extent, isIndexed() ? NODE_SIZE : 0);
    Channels.newChannel(out).write(header);
    if (isIndexed()) {
      PackedRTree.hilbertSort(items, node(extent));
      long offset = 0;
      for (var item : items) {
        item.nodeItem.offset = offset;
        offset += item.size;
      }
      new PackedRTree(items, (short) NODE_SIZE).write(out);
      for (var item : items) {
        copy(item.offset, item.size);
      }
    } else {
      copy(0, spooled);
    }
    out.flush();
  }

  private static NodeItem node(Envelope extent) {
    return extent.isNull()
        ? new NodeItem(0, 0, 0, 0)
        : new NodeItem(extent.getMinX(), extent.getMinY(), extent.getMaxX(), extent.getMaxY());
  }

  private void copy(long offset, long size) throws IOException {
    var channel = Channels.newChannel(out);
    for (long copied = 0; copied < size; ) {
      copied += spool.transferTo(offset + copied, size - copied, channel);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      spool.close();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
