package org.sozialradar.store.jdbc;

import java.sql.SQLDataException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometry as well-known binary in two dimensions; used by one thread at a time. */
final class WellKnownBinary {
  private static final int DIMENSIONS = 2;
  static final int EPSG_WGS84 = 4326;
  static final int EPSG_WEB_MERCATOR = 3857;

  private final WKBWriter writer = new WKBWriter(DIMENSIONS);
  private final WKBReader reader;

  WellKnownBinary(int epsg) {
    reader = new WKBReader(new GeometryFactory(new PrecisionModel(), epsg));
  }

  byte[] write(Geometry geometry) {
    return writer.write(geometry);
  }

  Geometry read(byte[] bytes) throws SQLDataException {
    try {
      return reader.read(bytes);
    } catch (ParseException e) {
      throw new SQLDataException("a stored geometry is damaged", e);
    }
  }
}
