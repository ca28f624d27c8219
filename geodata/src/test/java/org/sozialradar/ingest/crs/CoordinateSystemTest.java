package org.sozialradar.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.geotools.geometry.jts.JTS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class CoordinateSystemTest {
  private static final double METRES_PER_DEGREE = 111_320;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /**
   * The first two rows are the worked examples of IOGP Guidance Note 7-2 (Lambert azimuthal equal
   * area, Popular Visualisation Pseudo Mercator). The others were computed with PROJ 9.5.1 for
   * Dresden, Chemnitz, Aachen, Munich, Karlsruhe and Hamburg.
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:3035, 3962799.45, 2999718.85, 5.0, 50.0",
    "EPSG:3857, -11169055.58, 2800000.00, -100.3333333, 24.3817869",
    "EPSG:25833, 411491.7286, 5656189.1177, 13.7372621, 51.0504088",
    "EPSG:25832, 831972.1356, 5666114.5425, 13.7372621, 51.0504088",
    "EPSG:25832, 294409.8414, 5628903.5280, 6.0839, 50.7754",
    "EPSG:25832, 565834.3640, 5934037.9510, 9.9937, 53.5511",
    "EPSG:25833, 353619.7473, 5633235.3858, 12.9213, 50.8323",
    "EPSG:3035, 4526749.9290, 3084194.0501, 12.9213, 50.8323",
    "EPSG:3857, 1438392.5364, 6591682.9731, 12.9213, 50.8323",
    "EPSG:4258, 8.4037, 49.0069, 8.4037, 49.0069",
    "EPSG:4326, 8.4037, 49.0069, 8.4037, 49.0069",
    "EPSG:5650, 33411491.7286, 5656189.1177, 13.7372621, 51.0504088",
    "EPSG:4647, 32691603.0320, 5334780.0308, 11.5755, 48.1374"
  })
  void bringsCoordinatesToWgs84WithinOneMetre(
      String code, double x, double y, double longitude, double latitude) {
    isNear(transformed(code, x, y), longitude, latitude, 0.1);
  }

  /**
   * Gauss-Krüger on the old German datum (DHDN). Computed with PROJ 9.5.1 for both shifts of the
   * registry: EPSG:15869 for the east, EPSG:1777 for the west.
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:31468, 4500000, 5650000, 11.998496490, 50.985226436, 2",
    "EPSG:31468, 4468000, 5334000, 11.568552133, 48.143217455, 3",
    "EPSG:31466, 2506000, 5626000, 6.084453476, 50.769431387, 3"
  })
  void shiftsTheOldGermanDatumAsItsPlaceDemands(
      String code, double x, double y, double longitude, double latitude, double accuracy) {
    var way = CoordinateSystem.find(code).orElseThrow().toWgs84(around(x, y));

    var point = (Point) way.apply(GEOMETRY.createPoint(new Coordinate(x, y)));

    isNear(point, longitude, latitude, 0.1);
    assertThat(way.accuracyMetres()).hasValue(accuracy);
    assertThat(way.shiftName()).contains(accuracy == 2 ? "EPSG:15869" : "EPSG:1777");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25832",
        "EPSG:25832",
        "epsg:25832",
        " EPSG:25832 ",
        "urn:ogc:def:crs:EPSG::25832",
        "urn:ogc:def:crs:EPSG:9.6:25832",
        "http://www.opengis.net/def/crs/EPSG/0/25832"
      })
  void findsACodeHoweverItIsWritten(String declared) {
    assertThat(CoordinateSystem.find(declared).orElseThrow().code()).isEqualTo("EPSG:25832");
  }

  @Test
  void knowsTheCoordinateSystemOfGeoJson() {
    assertThat(CoordinateSystem.find("urn:ogc:def:crs:OGC:1.3:CRS84").orElseThrow().code())
        .isEqualTo("EPSG:4326");
  }

  /** Unknown, vertical, three-dimensional, and nonsense. */
  @ParameterizedTest
  @ValueSource(
      strings = {"EPSG:999999", "EPSG:5783", "EPSG:4979", "metres", "", "EPSG:", "PROJCS[", "12"})
  void refusesWhatIsNoHorizontalSystem(String declared) {
    assertThat(CoordinateSystem.find(declared)).isEmpty();
  }

  /** Descriptions as ESRI's programs and the federal agency of cartography write them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG:25832|ETRS_1989_UTM_Zone_32N|D_ETRS_1989|GRS_1980|6378137.0,298.257222101"
            + "|Transverse_Mercator|500000.0|0.0|9.0|0.9996|0.0",
        "EPSG:25833|ETRS_1989_UTM_Zone_33N|D_ETRS_1989|GRS_1980|6378137.0,298.257222101"
            + "|Transverse_Mercator|500000.0|0.0|15.0|0.9996|0.0",
        "EPSG:31468|DHDN_3_Degree_Gauss_Zone_4|D_Deutsches_Hauptdreiecksnetz|Bessel_1841"
            + "|6377397.155,299.1528128|Gauss_Kruger|4500000.0|0.0|12.0|1.0|0.0"
      })
  void findsTheCodeOfADescription(
      String code,
      String name,
      String datum,
      String ellipsoid,
      String axes,
      String projection,
      double east,
      double north,
      double meridian,
      double scale,
      double origin) {
    String wkt =
        String.format(
            Locale.ROOT,
            "PROJCS[\"%s\",GEOGCS[\"base\",DATUM[\"%s\",SPHEROID[\"%s\",%s]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"%s\"],"
                + "PARAMETER[\"False_Easting\",%f],PARAMETER[\"False_Northing\",%f],"
                + "PARAMETER[\"Central_Meridian\",%f],PARAMETER[\"Scale_Factor\",%f],"
                + "PARAMETER[\"Latitude_Of_Origin\",%f],UNIT[\"Meter\",1.0]]",
            name,
            datum,
            ellipsoid,
            axes,
            projection,
            east,
            north,
            meridian,
            scale,
            origin);

    assertThat(CoordinateSystem.find(wkt).map(CoordinateSystem::code)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4326, D_WGS_1984, 298.257223563", "EPSG:4258, D_ETRS_1989, 298.257222101"})
  void findsTheCodeOfAGeographicDescription(String code, String datum, String flattening) {
    String wkt =
        String.format(
            "GEOGCS[\"x\",DATUM[\"%s\",SPHEROID[\"s\",6378137.0,%s]],PRIMEM[\"Greenwich\",0.0],"
                + "UNIT[\"Degree\",0.0174532925199433]]",
            datum, flattening);

    assertThat(CoordinateSystem.find(wkt).map(CoordinateSystem::code)).contains(code);
  }

  @Test
  void findsWebMercatorByItsSphere() {
    String wkt =
        "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\","
            + "SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],"
            + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Mercator_Auxiliary_Sphere\"],"
            + "PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],"
            + "PARAMETER[\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],"
            + "PARAMETER[\"Auxiliary_Sphere_Type\",0.0],UNIT[\"Meter\",1.0]]";

    assertThat(CoordinateSystem.find(wkt).map(CoordinateSystem::code)).contains("EPSG:3857");
  }

  @Test
  void readsTheCodeAtTheEndOfADescription() {
    String wkt =
        "PROJCRS[\"ETRS89 / UTM zone"
            + " 33N\",BASEGEOGCRS[\"ETRS89\",ID[\"EPSG\",4258]],ID[\"EPSG\",25833]]";

    assertThat(CoordinateSystem.find(wkt).map(CoordinateSystem::code)).contains("EPSG:25833");
  }

  /** Metres as degrees, degrees as metres, degrees in the wrong order, another zone's metres. */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4326, 411491, 5656189, false",
    "EPSG:25833, 13.7, 51.05, false",
    "EPSG:3857, 13.7, 51.05, false",
    "EPSG:3035, 13.7, 51.05, false",
    "EPSG:31468, 13.7, 51.05, false",
    "EPSG:25833, 33411491, 5656189, false",
    "EPSG:25833, 5656189, 411491, false",
    "EPSG:4326, 13.7, 51.05, true",
    "EPSG:25833, 411491, 5656189, true",
    "EPSG:25832, 831972, 5666114, true",
    "EPSG:31468, 4500000, 5650000, true",
    "EPSG:4326, 13.7, 91, false"
  })
  void tellsWhatCannotBeInTheSystem(String code, double x, double y, boolean plausible) {
    var box = GEOMETRY.toGeometry(around(x, y));
    var point = GEOMETRY.createPoint(new Coordinate(x, y));
    var way = CoordinateSystem.find(code).orElseThrow().toWgs84(box.getEnvelopeInternal());

    assertThat(way.isPlausible(point, way.apply(point))).isEqualTo(plausible);
  }

  @ParameterizedTest
  @CsvSource({
    "1e12, 1e12",
    "1e9, 1e9",
    "1e8, 5e6",
    "4.5e6, 1e12",
    "4.5e6, 1.5e7",
    "14.5e6, 5e6",
    "24.5e6, 5.65e6",
    "44.5e6, 5.65e6",
    "-3e6, 5e6"
  })
  void noPlaceFarOutsideTheProjectionIsTakenForOne(double x, double y) {
    var way = CoordinateSystem.find("EPSG:31468").orElseThrow().toWgs84(around(4500000, 5650000));
    var point = GEOMETRY.createPoint(new Coordinate(x, y));

    assertThat(way.isPlausible(point, way.apply(point))).isFalse();
  }

  /**
   * Corners, middles of the sides and the middle of the area of use that the registry names, there
   * and back again: Europe, Germany with the zone before the metres, Switzerland, Czechia, the
   * Netherlands, Berlin of old, and New York in feet. Shifts between datums differ by some metres.
   */
  @ParameterizedTest
  @ValueSource(ints = {3035, 4647, 25832, 2056, 5514, 28992, 3068, 2263})
  void noPlaceWithinTheAreaOfUseIsTakenForAnError(int code) throws Exception {
    var system = CoordinateSystem.ofCode(code).orElseThrow();
    var area = CRS.getGeographicBoundingBox(system.definition());
    var forward = CRS.findMathTransform(DefaultGeographicCRS.WGS84, system.definition(), true);
    for (double across : new double[] {0, 0.5, 1}) {
      for (double up : new double[] {0, 0.5, 1}) {
        double longitude =
            between(area.getWestBoundLongitude(), area.getEastBoundLongitude(), across);
        double latitude = between(area.getSouthBoundLatitude(), area.getNorthBoundLatitude(), up);
        var place = JTS.transform(new Coordinate(longitude, latitude), null, forward);
        var way = system.toWgs84(around(place.x, place.y));
        var point = GEOMETRY.createPoint(place);
        var lonLat = (Point) way.apply(point);
        assertThat(way.isPlausible(point, lonLat)).as("%s %s", longitude, latitude).isTrue();
        assertThat(lonLat.getX()).isCloseTo(longitude, within(2e-4));
        assertThat(lonLat.getY()).isCloseTo(latitude, within(2e-4));
      }
    }
  }

  private static double between(double least, double most, double share) {
    return least + share * (most - least);
  }

  @Test
  void transformsTheOtherPointsOfALineWithOneThatCannotBe() {
    var way = CoordinateSystem.find("EPSG:31468").orElseThrow().toWgs84(around(4500000, 5650000));
    var line =
        GEOMETRY.createLineString(
            new Coordinate[] {
              new Coordinate(4500000, 5650000),
              new Coordinate(1e12, 1e12),
              new Coordinate(4500000, 5650000)
            });

    var lonLat = way.apply(line).getCoordinates();

    assertThat(lonLat[1].isValid()).isFalse();
    assertThat(lonLat[2].x).isCloseTo(11.998496490, within(1e-6));
    assertThat(way.isPlausible(line, way.apply(line))).isFalse();
  }

  private static Point transformed(String code, double x, double y) {
    var way = CoordinateSystem.find(code).orElseThrow().toWgs84(around(x, y));
    return (Point) way.apply(GEOMETRY.createPoint(new Coordinate(x, y)));
  }

  private static Envelope around(double x, double y) {
    return new Envelope(x - 1e-3, x + 1e-3, y - 1e-3, y + 1e-3);
  }

  private static void isNear(Point point, double longitude, double latitude, double metres) {
    double north = (point.getY() - latitude) * METRES_PER_DEGREE;
    double shrink = Math.cos(Math.toRadians(latitude));
    double east = (point.getX() - longitude) * METRES_PER_DEGREE * shrink;
    assertThat(Math.hypot(north, east)).isCloseTo(0, within(metres));
  }
}
