package org.sozialradar.ingest.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureBudget;
import org.sozialradar.ingest.feature.GeometryIssues;
import org.sozialradar.ingest.feature.PointsAndLines;
import org.sozialradar.ingest.feature.WantedShapes;

/** Geometry of a GeoPackage: WKB behind a header (OGC 12-128, section 2.1.3). */
final class GeoPackageGeometry {
  private static final int FIXED_HEADER_BYTES = 8;
  private static final int EMPTY_FLAG = 0x10;

  private GeoPackageGeometry() {}

  /**
   * Reads a geometry.
   *
   * @param blob content of the column; null, as SQL gives it, means that there is none
   */
  static Geometry of(byte[] blob, FeatureBudget budget, WantedShapes wanted)
      throws BadGeometryException {
    if (blob == null) {
      throw new BadGeometryException(GeometryIssues.MISSING, "");
    }
    int start = headerBytes(blob);
    if ((blob[3] & EMPTY_FLAG) != 0) {
      throw new BadGeometryException(GeometryIssues.EMPTY, "");
    }
    var geometry = readWkb(Arrays.copyOfRange(blob, start, blob.length));
    budget.addVertices(geometry.getNumPoints());
    return PointsAndLines.checked(geometry, wanted);
  }

  private static int headerBytes(byte[] blob) throws BadGeometryException {
    if (blob.length < FIXED_HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
      throw new BadGeometryException(GeometryIssues.UNREADABLE, "no GeoPackage header");
    }
    int[] envelopeBytes = {0, 32, 48, 48, 64};
    int kind = (blob[3] >> 1) & 7;
    if (kind >= envelopeBytes.length || FIXED_HEADER_BYTES + envelopeBytes[kind] > blob.length) {
      throw new BadGeometryException(GeometryIssues.UNREADABLE, "no envelope of kind " + kind);
    }
    return FIXED_HEADER_BYTES + envelopeBytes[kind];
  }

  private static Geometry readWkb(byte[] wkb) throws BadGeometryException {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException | IllegalArgumentException e) {
      int type = typeOf(wkb);
      boolean curve = type >= 8 && type <= 14;
      throw new BadGeometryException(
          curve ? GeometryIssues.WRONG_TYPE : GeometryIssues.UNREADABLE,
          curve ? "a curve (WKB type " + type + ")" : String.valueOf(e.getMessage()));
    }
  }

  /** The WKB type without its dimension; -1 if there is none. */
  private static int typeOf(byte[] wkb) {
    if (wkb.length < 5) {
      return -1;
    }
    var order = wkb[0] == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return ByteBuffer.wrap(wkb).order(order).getInt(1) % 1000;
  }
}
