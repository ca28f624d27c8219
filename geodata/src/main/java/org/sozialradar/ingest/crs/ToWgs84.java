package org.sozialradar.ingest.crs;

import java.util.OptionalDouble;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * The way from a coordinate system to EPSG:4326, longitude before latitude.
 *
 * <p>Undoes the projection, then shifts the datum as the EPSG registry says. Height is dropped.
 * Immutable; safe for use by many threads.
 */
public final class ToWgs84 {
  /** How far, in degrees, data may lie beyond the area that a coordinate system is made for. */
  private static final double MARGIN_EAST = 10;

  private static final double MARGIN_NORTH = 3;

  /** Degrees by which files round beyond the ends of the globe. */
  private static final double ROUNDING = 1e-6;

  /** How far, in units of the source, the way there and back may end from where it began. */
  private static final double ROUND_TRIP = 1;

  private static final Envelope GLOBE =
      new Envelope(-180 - ROUNDING, 180 + ROUNDING, -90 - ROUNDING, 90 + ROUNDING);

  /** Unlike NaN equal to itself, so that a ring with such a vertex stays closed. */
  private static final double UNDEFINED = Double.POSITIVE_INFINITY;

  private final CoordinateSystem source;
  private final MathTransform unprojection;
  private final DatumShift shift;
  private final Envelope allowed;

  private ToWgs84(CoordinateSystem source, MathTransform unprojection, DatumShift shift) {
    this.source = source;
    this.unprojection = unprojection;
    this.shift = shift;
    this.allowed = allowedFor(source);
  }

  static ToWgs84 of(CoordinateSystem source, Envelope data) {
    var unprojection = DatumShift.unprojection(source);
    return new ToWgs84(source, unprojection, DatumShift.choose(source, place(unprojection, data)));
  }

  private static Envelope allowedFor(CoordinateSystem source) {
    GeographicBoundingBox box = CRS.getGeographicBoundingBox(source.definition());
    if (box == null || box.getEastBoundLongitude() < box.getWestBoundLongitude()) {
      return GLOBE;
    }
    var allowed =
        new Envelope(
            box.getWestBoundLongitude(),
            box.getEastBoundLongitude(),
            box.getSouthBoundLatitude(),
            box.getNorthBoundLatitude());
    allowed.expandBy(MARGIN_EAST, MARGIN_NORTH);
    return allowed.intersection(GLOBE);
  }

  private static Envelope place(MathTransform unprojection, Envelope data) {
    var place = new Envelope();
    double[] corners = {
      data.getMinX(), data.getMinY(), data.getMaxX(), data.getMinY(),
      data.getMaxX(), data.getMaxY(), data.getMinX(), data.getMaxY()
    };
    unproject(unprojection, corners);
    for (int i = 0; i < corners.length; i += 2) {
      if (Double.isFinite(corners[i])) {
        place.expandToInclude(corners[i], corners[i + 1]);
      }
    }
    return place;
  }

  /**
   * How far, in metres, a point may lie from its true place after the shift of the datum, as the
   * registry says; empty if it does not say.
   */
  public OptionalDouble accuracyMetres() {
    return shift.accuracyMetres();
  }

  /** The name of the shift in the registry, empty if there is none to make. */
  public String shiftName() {
    return shift.name();
  }

  /**
   * The geometry in EPSG:4326.
   *
   * @param geometry in the source system; coordinates that cannot be in it become infinite
   */
  public Geometry apply(Geometry geometry) {
    return new Transformer().transform(geometry);
  }

  /**
   * Whether a transformed geometry lies where its coordinate system can be used at all. Degrees in
   * a system of metres and metres in a system of degrees do not.
   *
   * @param before the geometry in the source system
   * @param after the same in EPSG:4326
   */
  public boolean isPlausible(Geometry before, Geometry after) {
    return allowed.covers(after.getEnvelopeInternal())
        && isFinite(after)
        && (source.isGeographic() || !GLOBE.covers(before.getEnvelopeInternal()));
  }

  private static boolean isFinite(Geometry geometry) {
    for (var coordinate : geometry.getCoordinates()) {
      if (!coordinate.isValid()) {
        return false;
      }
    }
    return true;
  }

  /** Undoes the projection in place; points that it is not defined for become infinite. */
  private static void unproject(MathTransform unprojection, double[] points) {
    var projection = inverseOf(unprojection);
    var projected = points.clone();
    var again = new double[2];
    for (int i = 0; i < points.length; i += 2) {
      if (!unproject(unprojection, projected, points, i)
          || !GLOBE.covers(points[i], points[i + 1])
          || !leadsBack(projection, projected, points, i, again)) {
        setUndefined(points, i);
      }
    }
  }

  private static MathTransform inverseOf(MathTransform unprojection) {
    try {
      return unprojection.inverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("a projection has no way forth", e);
    }
  }

  private static boolean unproject(
      MathTransform unprojection, double[] from, double[] to, int index) {
    try {
      unprojection.transform(from, index, to, index, 1);
      return true;
    } catch (TransformException | IllegalArgumentException e) {
      // the latter when GeoTools cannot write down how far the angle is off
      return false;
    }
  }

  /**
   * Whether the place projects to where it came from. The series of most projections yield some
   * place for every pair of numbers; only the way back tells that it is none.
   */
  private static boolean leadsBack(
      MathTransform projection, double[] projected, double[] place, int index, double[] again) {
    try {
      projection.transform(place, index, again, 0, 1);
    } catch (TransformException e) {
      return false;
    }
    return Math.abs(again[0] - projected[index]) <= ROUND_TRIP
        && Math.abs(again[1] - projected[index + 1]) <= ROUND_TRIP;
  }

  private static void setUndefined(double[] points, int index) {
    points[index] = UNDEFINED;
    points[index + 1] = UNDEFINED;
  }

  private final class Transformer extends GeometryTransformer {
    @Override
    protected CoordinateSequence transformCoordinates(CoordinateSequence line, Geometry parent) {
      var points = new double[2 * line.size()];
      for (int i = 0; i < line.size(); i++) {
        points[2 * i] = line.getX(i);
        points[2 * i + 1] = line.getY(i);
      }
      unproject(unprojection, points);
      shift.apply(points);
      return sequence(points);
    }

    private CoordinateSequence sequence(double[] points) {
      var line = new CoordinateArraySequence(points.length / 2, 2);
      for (int i = 0; i < line.size(); i++) {
        line.setOrdinate(i, CoordinateSequence.X, points[2 * i]);
        line.setOrdinate(i, CoordinateSequence.Y, points[2 * i + 1]);
      }
      return line;
    }
  }
}
