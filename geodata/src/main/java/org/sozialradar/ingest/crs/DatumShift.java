package org.sozialradar.ingest.crs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.cs.AxisDirection;
import org.geotools.api.referencing.operation.ConcatenatedOperation;
import org.geotools.api.referencing.operation.CoordinateOperation;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.geotools.referencing.ReferencingFactoryFinder;
import org.geotools.referencing.operation.AbstractCoordinateOperation;
import org.geotools.referencing.operation.transform.IdentityTransform;
import org.geotools.util.factory.Hints;
import org.locationtech.jts.geom.Envelope;

/**
 * The step from the longitude and latitude of one datum to those of WGS 84.
 *
 * <p>The registry knows several such steps for the old German datum (DHDN): one for the west of the
 * country (EPSG:1777, 3 m) and one for the east (EPSG:15869, 2 m). Without regard to the place, the
 * most accurate one would be taken everywhere and be metres off where it is not meant for.
 */
final class DatumShift {
  private static final String WGS84 = "EPSG:4326";

  /** Share of the data that must lie in the area of a shift to count as inside. */
  private static final double INSIDE = 0.98;

  private final MathTransform transform;
  private final boolean northFirst;
  private final String name;
  private final double accuracy;

  private DatumShift(MathTransform transform, boolean northFirst, String name, double accuracy) {
    this.transform = transform;
    this.northFirst = northFirst;
    this.name = name;
    this.accuracy = accuracy;
  }

  /** The inverse of the projection of a system; changes nothing for a geographic one. */
  static MathTransform unprojection(CoordinateSystem source) {
    if (!(source.definition() instanceof ProjectedCRS projected)) {
      return IdentityTransform.create(2);
    }
    try {
      return projected.getConversionFromBase().getMathTransform().inverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException("projection of " + source + " has no inverse", e);
    }
  }

  /**
   * The shift for data at a place.
   *
   * @param place longitude and latitude on the datum of the source
   */
  static DatumShift choose(CoordinateSystem source, Envelope place) {
    var base = baseOf(source);
    String code = base.getIdentifiers().iterator().next().toString();
    if (code.equals(WGS84)) {
      return new DatumShift(IdentityTransform.create(2), false, "", 0);
    }
    return findBest(operations(code), place).map(DatumShift::of).orElseGet(() -> general(base));
  }

  private static CoordinateReferenceSystem baseOf(CoordinateSystem source) {
    return source.definition() instanceof ProjectedCRS projected
        ? projected.getBaseCRS()
        : source.definition();
  }

  private static Set<CoordinateOperation> operations(String code) {
    var asInRegistry = new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, false);
    try {
      return ReferencingFactoryFinder.getCoordinateOperationAuthorityFactory("EPSG", asInRegistry)
          .createFromCoordinateReferenceSystemCodes(code, WGS84);
    } catch (FactoryException e) {
      throw new IllegalStateException("the EPSG registry has no " + code, e);
    }
  }

  private static Optional<CoordinateOperation> findBest(
      Set<CoordinateOperation> operations, Envelope place) {
    var usable = operations.stream().filter(DatumShift::isUsable).toList();
    var inside = usable.stream().filter(o -> coverage(o, place) >= INSIDE).toList();
    return inside.isEmpty()
        ? usable.stream().max(Comparator.comparingDouble(o -> coverage(o, place)))
        : inside.stream().min(Comparator.comparingDouble(DatumShift::sortableAccuracy));
  }

  /** Operations that are composed from others state the accuracy of their last step alone. */
  private static boolean isUsable(CoordinateOperation operation) {
    return !(operation instanceof ConcatenatedOperation);
  }

  private static double sortableAccuracy(CoordinateOperation operation) {
    double accuracy = AbstractCoordinateOperation.getAccuracy(operation);
    return Double.isNaN(accuracy) ? Double.MAX_VALUE : accuracy;
  }

  private static double coverage(CoordinateOperation operation, Envelope place) {
    var extent = operation.getDomainOfValidity();
    if (extent == null || place.isNull()) {
      return 0;
    }
    return extent.getGeographicElements().stream()
        .filter(GeographicBoundingBox.class::isInstance)
        .mapToDouble(box -> coverage(envelope((GeographicBoundingBox) box), place))
        .max()
        .orElse(0);
  }

  private static double coverage(Envelope area, Envelope place) {
    if (place.getArea() == 0) {
      return area.covers(place) ? 1 : 0;
    }
    return area.intersection(place).getArea() / place.getArea();
  }

  private static Envelope envelope(GeographicBoundingBox box) {
    return new Envelope(
        box.getWestBoundLongitude(),
        box.getEastBoundLongitude(),
        box.getSouthBoundLatitude(),
        box.getNorthBoundLatitude());
  }

  private static DatumShift of(CoordinateOperation operation) {
    var axes = operation.getSourceCRS().getCoordinateSystem();
    return new DatumShift(
        operation.getMathTransform(),
        axes.getAxis(0).getDirection().equals(AxisDirection.NORTH),
        name(operation),
        AbstractCoordinateOperation.getAccuracy(operation));
  }

  private static String name(CoordinateOperation operation) {
    String name = operation.getName().getCode();
    var codes = operation.getIdentifiers();
    return codes.isEmpty() ? name : name + ", " + List.copyOf(codes).get(0);
  }

  /** What GeoTools works out where the registry names no direct step. */
  private static DatumShift general(CoordinateReferenceSystem base) {
    try {
      var transform = CRS.findMathTransform(base, CRS.decode(WGS84, true), true);
      return new DatumShift(transform, false, base.getName().getCode(), Double.NaN);
    } catch (FactoryException e) {
      throw new IllegalStateException("no way from " + base.getName() + " to " + WGS84, e);
    }
  }

  String name() {
    return name;
  }

  OptionalDouble accuracyMetres() {
    return Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy);
  }

  /** Shifts points, longitude before latitude, in place; leaves those that are not finite. */
  void apply(double[] points) {
    if (transform.isIdentity()) {
      return;
    }
    swapIfNorthFirst(points);
    try {
      for (int start = 0; start < points.length; start = shiftRun(points, start)) {
        // the run moves the start
      }
    } catch (TransformException e) {
      throw new IllegalStateException("a shift of datum is defined everywhere", e);
    }
    swapIfNorthFirst(points);
  }

  /**
   * Shifts the points from the start on up to the next that is not finite, and returns the one
   * after.
   */
  private int shiftRun(double[] points, int start) throws TransformException {
    int end = start;
    while (end < points.length && Double.isFinite(points[end])) {
      end += 2;
    }
    transform.transform(points, start, points, start, (end - start) / 2);
    return end + 2;
  }

  private void swapIfNorthFirst(double[] points) {
    for (int i = 0; northFirst && i < points.length; i += 2) {
      double first = points[i];
      points[i] = points[i + 1];
      points[i + 1] = first;
    }
  }
}
