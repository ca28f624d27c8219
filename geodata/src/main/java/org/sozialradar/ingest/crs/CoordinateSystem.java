package org.sozialradar.ingest.crs;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;

/**
 * A plane or geographic coordinate system of the EPSG registry. Axes are always taken as east
 * before north, which is how GeoJSON, GeoPackage, Shapefile and FlatGeobuf store them, whatever the
 * registry says.
 *
 * <p>Looking up the first system reads the registry and takes about two seconds. Immutable; safe
 * for use by many threads.
 */
public final class CoordinateSystem {
  private static final Pattern CODE =
      Pattern.compile(
          "(?:epsg:+|urn:ogc:def:crs:epsg:[^:]*:|https?://www\\.opengis\\.net/def/crs/epsg/[^/]+/)?"
              + "([0-9]{4,6})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LON_LAT_WGS84 =
      Pattern.compile(
          "crs:?84|ogc:crs84|urn:ogc:def:crs:ogc:[^:]*:crs84"
              + "|https?://www\\.opengis\\.net/def/crs/ogc/[^/]+/crs84",
          Pattern.CASE_INSENSITIVE);

  /**
   * Warns of each projection that is used far from its centre. Held, since loggers are collected;
   * {@link ToWgs84#isPlausible} is the check that counts.
   */
  private static final Logger GEOTOOLS = Logger.getLogger("org.geotools.referencing");

  static {
    GEOTOOLS.setLevel(Level.SEVERE);
  }

  private final int code;
  private final CoordinateReferenceSystem definition;

  private CoordinateSystem(int code, CoordinateReferenceSystem definition) {
    this.code = code;
    this.definition = definition;
  }

  /**
   * Finds a system by what a file or a manifest says of it: {@code EPSG:25832}, the same as URN or
   * address, {@code CRS84}, or a description in WKT such as a {@code .prj} file holds.
   *
   * @return empty if the text names no system that is known and has two horizontal axes
   */
  public static Optional<CoordinateSystem> find(String declared) {
    String text = declared.strip();
    if (LON_LAT_WGS84.matcher(text).matches()) {
      return ofCode(4326);
    }
    var code = CODE.matcher(text);
    if (code.matches()) {
      return ofCode(Integer.parseInt(code.group(1)));
    }
    return WellKnownText.findCode(text).flatMap(CoordinateSystem::ofCode);
  }

  /** The system with an EPSG code; empty if the registry has none that can be used for a map. */
  static Optional<CoordinateSystem> ofCode(int code) {
    try {
      var definition = CRS.decode("EPSG:" + code, true);
      return isHorizontal(definition)
          ? Optional.of(new CoordinateSystem(code, definition))
          : Optional.empty();
    } catch (FactoryException | NoClassDefFoundError e) {
      // the bundled GeoTools lacks the classes of a few projections
      return Optional.empty();
    }
  }

  private static boolean isHorizontal(CoordinateReferenceSystem definition) {
    return definition.getCoordinateSystem().getDimension() == 2
        && (definition instanceof ProjectedCRS || definition instanceof GeographicCRS);
  }

  /** The code with its registry, such as {@code EPSG:25832}. */
  public String code() {
    return "EPSG:" + code;
  }

  /** The name in the registry, such as {@code ETRS89 / UTM zone 32N}. */
  public String name() {
    String name = definition.getName().getCode();
    return name.startsWith("EPSG:") ? name.substring(5) : name;
  }

  /** Whether coordinates are degrees of longitude and latitude rather than metres. */
  public boolean isGeographic() {
    return definition instanceof GeographicCRS;
  }

  /**
   * The way to EPSG:4326 for data at a place: of several known shifts between the datums the most
   * accurate one that is meant for the place.
   *
   * @param data extent of the data in this system, finite
   */
  public ToWgs84 toWgs84(Envelope data) {
    return ToWgs84.of(this, data);
  }

  CoordinateReferenceSystem definition() {
    return definition;
  }

  @Override
  public String toString() {
    return code() + " (" + name() + ")";
  }
}
