package org.sozialradar.server.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.filter.InvalidFilterException;
import org.sozialradar.filter.Literal;
import org.sozialradar.filter.SpatialTest;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.cql2.Cql2Text;
import org.sozialradar.filter.cql2.Frame;
import org.sozialradar.server.http.ProblemException;

class BoundingBoxTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** All of the country and its neighbours, in degrees. */
  private static final Geometry DATA = FACTORY.toGeometry(new Envelope(2, 18, 45, 57));

  /** Boxes grow until their corners lie where no projection leads anywhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG_25832 | -10000000,0,10000000,10000000",
        "EPSG_25832 | -1e8,-1e8,1e8,1e8",
        "EPSG_25832 | -1e300,-1e300,1e300,1e300",
        "EPSG_25833 | -10000000,0,10000000,10000000",
        "EPSG_25833 | -3000000,4000000,3000000,9000000",
        "EPSG_25833 | -1e12,0,1e12,1e12",
        "EPSG_3035 | -10000000,-10000000,20000000,20000000",
        "EPSG_3035 | -1e300,-1e300,1e300,1e300",
        "EPSG_3857 | -20037508,-20037508,20037508,20037508",
        "EPSG_3857 | -50000000,-50000000,50000000,50000000",
        "EPSG_3857 | -1e300,-1e300,1e300,1e300"
      })
  void aHugeBoxHoldsAllData(ReferenceSystem system, String box) {
    var bent = BoundingBox.parse(box, system);
    assertThat(bent.isValid()).isTrue();
    assertThat(bent.covers(DATA)).isTrue();
  }

  /** Also of a box without width. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG_25832 | 9000000,0,10000000,10000000",
        "EPSG_25832 | 9000000,0,9000000,0",
        "EPSG_25833 | -1e9,-1e9,-1e8,-1e8",
        "EPSG_3035 | 1e8,1e8,1e9,1e9",
        "EPSG_3857 | 30000000,0,40000000,1"
      })
  void aBoxBesideItsSystemHoldsNothing(ReferenceSystem system, String box) {
    assertThat(BoundingBox.parse(box, system).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EPSG_25832 | 500000,-1e9,500000,1e9 | 9 | 51",
        "EPSG_25833 | 500000,-1e9,500000,1e9 | 15 | 51",
        "EPSG_3857 | 0,-1e9,0,1e9 | 0 | 51"
      })
  void aBoxWithoutWidthIsALine(ReferenceSystem system, String box, double lon, double lat) {
    var line = BoundingBox.parse(box, system);
    assertThat(line.getDimension()).isEqualTo(1);
    assertThat(line.distance(FACTORY.createPoint(new Coordinate(lon, lat)))).isLessThan(1e-6);
  }

  /** The same numbers mean the same in the parameter and in a filter, to the last bit. */
  @ParameterizedTest
  @EnumSource
  void theBoxOfAFilterIsThatOfTheParameter(ReferenceSystem system) {
    for (var degrees :
        new Envelope[] {
          new Envelope(5.9, 15, 47.3, 55),
          new Envelope(13, 13.1, 51, 51.1),
          new Envelope(-40, 60, 20, 70)
        }) {
      var box = system.fromLonLat(FACTORY.toGeometry(degrees)).getEnvelopeInternal();
      String numbers =
          String.format(
              Locale.ROOT,
              "%f,%f,%f,%f",
              box.getMinX(),
              box.getMinY(),
              box.getMaxX(),
              box.getMaxY());
      var ofParameter = BoundingBox.parse(numbers, system).norm();
      assertThat(ofFilter(numbers, system).norm().equalsExact(ofParameter)).as(numbers).isTrue();
    }
  }

  private static Geometry ofFilter(String numbers, ReferenceSystem system) {
    var tree =
        Cql2Text.parse(
            "S_INTERSECTS(geometry, BBOX(" + numbers + "))",
            new Frame(
                system.isNorthFirst(),
                system.isGeographic(),
                one -> Placement.inDegrees(system, one).orElseThrow()));
    var literal = (Literal) ((SpatialTest) tree).children().get(1);
    return ((Value.Shape) literal.value()).geometry();
  }

  /** In degrees a west beyond the east crosses the antimeridian, in the order of the axes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"CRS84 | 170,-10,-170,10", "EPSG_4326 | -10,170,10,-170", "CRS84 | 13,50,-179,52"})
  void aBoxInDegreesMayCrossTheAntimeridian(ReferenceSystem system, String numbers) {
    var box = ofFilter(numbers, system);
    assertThat(box.getNumGeometries()).isEqualTo(2);
    assertThat(box.getEnvelopeInternal().getWidth()).isEqualTo(360);
    assertThat(box.getArea()).isEqualTo(BoundingBox.parse(numbers, system).getArea());
  }

  /** Ends that are the wrong way round are an error in both, never another box. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CRS84 | 13,52,14,51",
        "CRS84 | 13,50,100,14,51,0",
        "EPSG_4326 | 52,13,51,14",
        "EPSG_25833 | 500000,5600000,400000,5700000",
        "EPSG_25832 | 400000,5700000,500000,5600000",
        "EPSG_3035 | 3100000,4600000,3200000,4500000",
        "EPSG_3857 | 1500000,6600000,1400000,6700000"
      })
  void endsTheWrongWayRoundAreRefused(ReferenceSystem system, String numbers) {
    assertThatThrownBy(() -> BoundingBox.parse(numbers, system))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> ofFilter(numbers, system))
        .isInstanceOf(InvalidFilterException.class)
        .hasMessageContaining("BBOX ends");
  }

  /** A parallel is bent in the systems in metres: at most a few metres beside it. */
  @ParameterizedTest
  @EnumSource
  void straightSidesAreBent(ReferenceSystem system) {
    var corners = FACTORY.toGeometry(new Envelope(6, 15, 48, 55));
    var box = system.fromLonLat(corners).getEnvelopeInternal();
    var bent =
        BoundingBox.parse(
            box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY(),
            system);
    var back = system.fromLonLat(bent).getCoordinates();
    for (int i = 1; i < back.length; i++) {
      double middle = (back[i].x + back[i - 1].x) / 2;
      double between = system.fromLonLat(middle(system, back[i - 1], back[i])).getCoordinate().x;
      assertThat(Math.abs(between - middle)).isLessThan(5);
    }
  }

  private static Geometry middle(ReferenceSystem system, Coordinate one, Coordinate other) {
    var a = system.toLonLat(FACTORY.createPoint(one)).getCoordinate();
    var b = system.toLonLat(FACTORY.createPoint(other)).getCoordinate();
    return FACTORY.createPoint(new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2));
  }
}
