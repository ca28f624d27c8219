package org.sozialradar.area;

import java.util.Arrays;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * The coordinate systems in which geometries are handed out and taken, with coordinates in the
 * order of their axes as the registry says. ETRS89 counts as the same as WGS 84: they differ by
 * less than a metre.
 */
public enum ReferenceSystem {
  /** Longitude before latitude; the default of OGC API. */
  CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", false),
  /** Latitude before longitude. */
  EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326", true),
  /** ETRS89 / UTM zone 32N, east before north. */
  EPSG_25832("http://www.opengis.net/def/crs/EPSG/0/25832", false),
  /** ETRS89 / UTM zone 33N, east before north. */
  EPSG_25833("http://www.opengis.net/def/crs/EPSG/0/25833", false),
  /** ETRS89-extended / LAEA Europe, north before east. */
  EPSG_3035("http://www.opengis.net/def/crs/EPSG/0/3035", true),
  /** The projection of web maps, east before north. */
  EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857", false);

  private final String uri;
  private final boolean northFirst;

  ReferenceSystem(String uri, boolean northFirst) {
    this.uri = uri;
    this.northFirst = northFirst;
  }

  /** The system of an address such as {@code http://www.opengis.net/def/crs/EPSG/0/25833}. */
  public static Optional<ReferenceSystem> find(String uri) {
    return Arrays.stream(values()).filter(one -> one.uri.equals(uri)).findFirst();
  }

  /** The address by which it is named. */
  public String uri() {
    return uri;
  }

  /** Whether north or latitude comes before east or longitude. */
  public boolean isNorthFirst() {
    return northFirst;
  }

  /** Decimals that make about a centimetre. */
  public int decimals() {
    return isGeographic() ? 7 : 2;
  }

  /** Whether coordinates are degrees and not metres. */
  public boolean isGeographic() {
    return this == CRS84 || this == EPSG_4326;
  }

  /** Number in the registry of EPSG, with or without the order of axes that it gives. */
  public int epsg() {
    return this == CRS84
        ? EPSG_4326.epsg()
        : Integer.parseInt(uri.substring(uri.lastIndexOf('/') + 1));
  }

  /** A copy of a geometry in EPSG:4326 with longitude first, in this system. */
  public Geometry fromLonLat(Geometry lonLat) {
    return ordered(eastFirst(lonLat));
  }

  /**
   * A geometry in EPSG:4326 with longitude first, in this system but always with longitude or east
   * first, as formats want it that fix the order of axes themselves. May be the same object.
   */
  public Geometry eastFirst(Geometry lonLat) {
    return switch (this) {
      case CRS84, EPSG_4326 -> lonLat;
      case EPSG_3035 -> EqualAreaPlane.EUROPE.project(lonLat);
      case EPSG_3857 -> WebMercator.project(lonLat);
      case EPSG_25832, EPSG_25833 -> VertexChange.copy(lonLat, through(projection()));
    };
  }

  /** A copy of a geometry in this system, in EPSG:4326 with longitude first. */
  public Geometry toLonLat(Geometry geometry) {
    var east = ordered(geometry);
    return switch (this) {
      case CRS84, EPSG_4326 -> east;
      case EPSG_3035 -> EqualAreaPlane.EUROPE.unproject(east);
      case EPSG_3857 -> WebMercator.unproject(east);
      case EPSG_25832, EPSG_25833 -> VertexChange.copy(east, through(inverse()));
    };
  }

  private Geometry ordered(Geometry geometry) {
    return VertexChange.copy(geometry, northFirst ? ReferenceSystem::swap : (line, i) -> {});
  }

  private static void swap(CoordinateSequence line, int i) {
    double first = line.getX(i);
    line.setOrdinate(i, 0, line.getY(i));
    line.setOrdinate(i, 1, first);
  }

  private MathTransform projection() {
    try {
      if (CRS.decode("EPSG:" + epsg(), true) instanceof ProjectedCRS projected) {
        return projected.getConversionFromBase().getMathTransform();
      }
    } catch (FactoryException e) {
      throw new IllegalStateException("the registry has no " + this, e);
    }
    throw new IllegalStateException(this + " is not projected");
  }

  private MathTransform inverse() {
    try {
      return projection().inverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("the projection of " + this + " has no inverse", e);
    }
  }

  private static VertexChange through(MathTransform transform) {
    double[] point = new double[2];
    return (line, i) -> {
      point[0] = line.getX(i);
      point[1] = line.getY(i);
      try {
        transform.transform(point, 0, point, 0, 1);
      } catch (TransformException e) {
        throw new IllegalArgumentException("a place that cannot be projected", e);
      }
      line.setOrdinate(i, 0, point[0]);
      line.setOrdinate(i, 1, point[1]);
    };
  }
}
