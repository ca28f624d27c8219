package org.sozialradar.ingest.crs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;

/**
 * Finds the EPSG code of a coordinate system that is described in WKT without its code, as the
 * {@code .prj} files of ESRI's programs do.
 *
 * <p>The registry is not searched as a whole, which takes seconds and finds systems by ellipsoid
 * alone: the description is compared with the systems in use in Germany, by name of the datum, by
 * ellipsoid and by what the projection does with points.
 */
final class WellKnownText {
  private static final int MAX_LENGTH = 10_000;
  private static final Pattern BEGINNING =
      Pattern.compile("(PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS)\\s*\\[.*", Pattern.DOTALL);
  private static final Pattern CODE_AT_END =
      Pattern.compile(
          "(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?([0-9]{4,6})\"?\\s*\\]\\s*\\]\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** Names of a datum in WKT, in lower case without other characters, by code of its system. */
  private static final Map<Integer, Set<String>> DATUMS =
      Map.of(
          4326, Set.of("wgs1984", "wgs84", "worldgeodeticsystem1984"),
          4258, Set.of("etrs1989", "etrs89", "europeanterrestrialreferencesystem1989"),
          4314, Set.of("deutscheshauptdreiecksnetz", "dhdn", "potsdam"),
          4745, Set.of("rauenbergdatum83", "rd83", "rauenberg83"),
          4746, Set.of("potsdamdatum83", "pd83", "potsdam83"),
          4178, Set.of("pulkovo194283", "pulkovo1942adj1983", "pulkovo1942adjusted1983"));

  private static final List<Integer> PROJECTED =
      List.of(
          25832, 25833, 25831, 3857, 3035, 3034, 32632, 32633, 32631, 31468, 31467, 31469, 31466,
          4647, 5650, 5649, 5243, 3398, 3399, 3396, 3397, 3068, 2398, 2399);

  private static final double SAME_METRES = 1e-3;
  private static final double SAME_ELLIPSOID = 1e-8;

  private WellKnownText() {}

  /** The code of the described system, if it is one of those that are known here. */
  static Optional<Integer> findCode(String text) {
    if (text.length() > MAX_LENGTH || !BEGINNING.matcher(text).matches()) {
      return Optional.empty();
    }
    var code = CODE_AT_END.matcher(text);
    return code.find() ? Optional.of(Integer.valueOf(code.group(1))) : findByComparison(text);
  }

  private static Optional<Integer> findByComparison(String text) {
    try {
      var described = CRS.parseWKT(text);
      if (described instanceof ProjectedCRS projected) {
        return PROJECTED.stream().filter(code -> isSame(projected, code)).findFirst();
      }
      return DATUMS.keySet().stream()
          .filter(code -> described instanceof GeographicCRS base && isSameDatum(base, code))
          .findFirst();
    } catch (FactoryException e) {
      return Optional.empty();
    }
  }

  private static boolean isSame(ProjectedCRS described, int code) {
    return CoordinateSystem.ofCode(code)
        .map(CoordinateSystem::definition)
        .filter(ProjectedCRS.class::isInstance)
        .map(ProjectedCRS.class::cast)
        .filter(known -> isSameDatum(described.getBaseCRS(), baseCode(known)))
        .filter(known -> projectsAlike(described, known))
        .isPresent();
  }

  private static int baseCode(ProjectedCRS known) {
    return Integer.parseInt(known.getBaseCRS().getIdentifiers().iterator().next().getCode());
  }

  private static boolean isSameDatum(GeographicCRS described, int code) {
    var names = DATUMS.getOrDefault(code, Set.of());
    return names.contains(plainName(described.getDatum().getName().getCode()))
        && CoordinateSystem.ofCode(code)
            .map(CoordinateSystem::definition)
            .filter(known -> isSameEllipsoid(described, known))
            .isPresent();
  }

  private static String plainName(String name) {
    String lower = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return lower.startsWith("d") && name.startsWith("D_") ? lower.substring(1) : lower;
  }

  private static boolean isSameEllipsoid(GeographicCRS one, CoordinateReferenceSystem other) {
    return other instanceof GeographicCRS geographic
        && isSameEllipsoid(one.getDatum().getEllipsoid(), geographic.getDatum().getEllipsoid());
  }

  private static boolean isSameEllipsoid(Ellipsoid one, Ellipsoid other) {
    return isClose(one.getSemiMajorAxis(), other.getSemiMajorAxis(), SAME_ELLIPSOID * 6.4e6)
        && isClose(one.getInverseFlattening(), other.getInverseFlattening(), SAME_ELLIPSOID * 300);
  }

  /** Two projections are the same if they put points of their common area at the same place. */
  private static boolean projectsAlike(ProjectedCRS one, ProjectedCRS other) {
    double[] points = {9.5, 48.5, 11, 51, 12.75, 53.5};
    try {
      var first = new double[points.length];
      var second = new double[points.length];
      one.getConversionFromBase().getMathTransform().transform(points, 0, first, 0, 3);
      other.getConversionFromBase().getMathTransform().transform(points, 0, second, 0, 3);
      return IntStream.range(0, points.length)
          .allMatch(i -> isClose(first[i], second[i], SAME_METRES));
    } catch (TransformException e) {
      return false;
    }
  }

  private static boolean isClose(double one, double other, double tolerance) {
    return Math.abs(one - other) <= tolerance;
  }
}
