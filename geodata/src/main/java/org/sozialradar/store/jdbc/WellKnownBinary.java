package org.sozialradar.store.jdbc;

import java.sql.SQLDataException;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Geometry as well-known binary in two dimensions. */
public final class WellKnownBinary {
  private static final int DIMENSIONS = 2;

  private WellKnownBinary() {}

  /** The bytes of a geometry, without its coordinate reference system. */
  public static byte[] write(Geometry geometry) {
    return new WKBWriter(DIMENSIONS).write(geometry);
  }

  /** The bytes of a geometry as PostGIS extends them, with its reference system if it says one. */
  public static byte[] writeExtended(Geometry geometry) {
    return new WKBWriter(DIMENSIONS, geometry.getSRID() != 0).write(geometry);
  }

  /**
   * Reads a geometry.
   *
   * @param epsg the coordinate reference system that it says afterwards
   * @throws SQLDataException if the bytes are no geometry
   */
  public static Geometry read(byte[] bytes, int epsg) throws SQLDataException {
    try {
      return new WKBReader(new GeometryFactory(new PrecisionModel(), epsg)).read(bytes);
    } catch (ParseException e) {
      throw new SQLDataException("a stored geometry is damaged", e);
    }
  }
}
