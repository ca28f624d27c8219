package org.sozialradar.export.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/**
 * Geometries as GeoPackage keeps them (2.1.3): a header with the rectangle around, then well-known
 * binary, little end first. For one thread.
 */
final class GeometryBlob {
  private static final int HEADER_BYTES = 8;
  private static final int ENVELOPE_BYTES = 4 * Double.BYTES;

  /** Little end first; the rectangle has two axes; not empty. */
  private static final byte FLAGS = 0b0000_0011;

  private final WKBWriter binary = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN);
  private final int system;

  GeometryBlob(int system) {
    this.system = system;
  }

  /** The bytes of a geometry that is not empty. */
  byte[] of(Geometry geometry) {
    byte[] known = binary.write(geometry);
    var envelope = geometry.getEnvelopeInternal();
    return ByteBuffer.allocate(HEADER_BYTES + ENVELOPE_BYTES + known.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put(FLAGS)
        .putInt(system)
        .putDouble(envelope.getMinX())
        .putDouble(envelope.getMaxX())
        .putDouble(envelope.getMinY())
        .putDouble(envelope.getMaxY())
        .put(known)
        .array();
  }
}
