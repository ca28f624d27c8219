package org.sozialradar.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.GeodesicDistance;
import org.sozialradar.dataset.LocalizedText;

class FacilitySupplyTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final AreaCode WEST = new AreaCode("1");
  private static final AreaCode EAST = new AreaCode("2");
  private static final AreaCode UNKNOWN = new AreaCode("3");
  private static final Map<AreaCode, Geometry> BOUNDARIES =
      Map.of(
          WEST, FACTORY.toGeometry(new Envelope(13, 13.2, 51, 51.2)),
          EAST, FACTORY.toGeometry(new Envelope(13.2, 13.4, 51, 51.2)),
          UNKNOWN, FACTORY.createPolygon());

  private static LayerIndex layer(String id, LayerRole role, String facility, double... xy) {
    var text = new LocalizedText(id, id);
    var name = new LayerAttribute("name", LayerAttribute.Type.TEXT);
    var features = new ArrayList<LayerFeature>();
    for (int i = 0; i < xy.length; i += 2) {
      var point = FACTORY.createPoint(new Coordinate(xy[i], xy[i + 1]));
      features.add(new LayerFeature("p" + i / 2, point, Map.of("name", id + " " + i / 2)));
    }
    var kind = GeometryKind.POINT;
    return LayerIndex.of(
        new LayerContent(
            new ContextLayer(id, text, text, kind, role, facility, "name", List.of(name), "d"),
            features));
  }

  @Test
  void facilitiesCountInTheAreaWhereTheyStandAndOnABorderOnce() {
    var supply =
        FacilitySupply.of(
            BOUNDARIES,
            List.of(
                layer("halls", LayerRole.FACILITY, "meeting-place", 13.1, 51.1, 13.2, 51.1, 9, 9),
                layer("inns", LayerRole.FACILITY, "meeting-place", 13.3, 51.1),
                layer("trees", LayerRole.OTHER, "", 13.1, 51.1)));
    assertThat(supply.kinds()).containsExactly(FacilityKind.MEETING_PLACE);
    assertThat(supply.layers(FacilityKind.MEETING_PLACE))
        .containsExactlyInAnyOrder("halls", "inns");
    var west = supply.list(FacilityKind.MEETING_PLACE, WEST);
    var east = supply.list(FacilityKind.MEETING_PLACE, EAST);
    assertThat(west.size() + east.size()).isEqualTo(3);
    assertThat(east).extracting(FacilityPlace::name).contains("inns 0");
    assertThat(supply.has(UNKNOWN)).isFalse();
    assertThat(supply.findMetres(FacilityKind.MEETING_PLACE, UNKNOWN)).isEmpty();
    assertThat(supply.list(FacilityKind.CLUB, WEST)).isEmpty();
    assertThat(supply.findMetres(FacilityKind.CLUB, WEST)).isEmpty();
  }

  @Test
  void theNearestIsFoundAlsoOutsideOfTheAreaAndFarAway() {
    var far =
        FacilitySupply.of(BOUNDARIES, List.of(layer("a", LayerRole.FACILITY, "club", -60, 4)));
    double metres = far.findMetres(FacilityKind.CLUB, WEST).orElseThrow();
    assertThat(metres).isCloseTo(GeodesicDistance.metres(13.1, 51.1, -60, 4), within(1e-6));
    assertThat(far.list(FacilityKind.CLUB, WEST)).isEmpty();
  }

  /** Whatever the windows leave out is farther. */
  @Test
  void theNearestIsThatOfAllPlaces() {
    var random = new Random(7);
    for (int round = 0; round < 200; round++) {
      double[] xy = new double[60];
      for (int i = 0; i < xy.length; i += 2) {
        xy[i] = 13.1 + random.nextGaussian() * (1 + round % 9);
        xy[i + 1] = 51.1 + random.nextGaussian() * (1 + round % 9);
      }
      var supply =
          FacilitySupply.of(BOUNDARIES, List.of(layer("a", LayerRole.FACILITY, "club", xy)));
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < xy.length; i += 2) {
        least = Math.min(least, GeodesicDistance.metres(13.1, 51.1, xy[i], xy[i + 1]));
      }
      assertThat(supply.findMetres(FacilityKind.CLUB, WEST).orElseThrow())
          .isCloseTo(least, within(1e-6));
    }
  }
}
