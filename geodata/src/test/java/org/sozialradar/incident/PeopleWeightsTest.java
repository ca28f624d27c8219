package org.sozialradar.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaHierarchy;

class PeopleWeightsTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final AreaCode TOWN = new AreaCode("1");
  private static final AreaCode VILLAGE = new AreaCode("2");

  private static Geometry box(double west, double east, double south, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north));
  }

  private static Area area(String code, String level, Map<String, AreaCode> holders, Geometry box) {
    return new Area(new AreaCode(code), level, code, "", holders, Map.of(), box);
  }

  /** A town of two quarters, the western with most people, beside a village without quarters. */
  private static AreaHierarchy hierarchy() {
    var town = Map.of("municipality", TOWN);
    return AreaHierarchy.of(
        Map.of(
            "municipality",
            List.of(
                area("1", "municipality", Map.of(), box(13, 13.2, 51, 51.1)),
                area("2", "municipality", Map.of(), box(13.2, 13.4, 51, 51.1))),
            "quarter",
            List.of(
                area("1a", "quarter", town, box(13, 13.1, 51, 51.1)),
                area("1b", "quarter", town, box(13.1, 13.2, 51, 51.1)))));
  }

  private static AreaShapes quarters() {
    return AreaShapes.of(
        "quarter",
        Map.of(
            new AreaCode("1a"), box(13, 13.1, 51, 51.1),
            new AreaCode("1b"), box(13.1, 13.2, 51, 51.1)));
  }

  private static AreaShapes towns() {
    return AreaShapes.of(
        "municipality", Map.of(TOWN, box(13, 13.2, 51, 51.1), VILLAGE, box(13.2, 13.4, 51, 51.1)));
  }

  private static QuarterWeights weights(Map<String, Double> people) {
    var byCode = new HashMap<AreaCode, Double>();
    people.forEach((code, number) -> byCode.put(new AreaCode(code), number));
    return new QuarterWeights(hierarchy(), quarters(), byCode);
  }

  private static IncidentShape incident(Geometry shape) {
    return IncidentShape.of(List.of(shape), 0);
  }

  private static Overlap overlap(AreaCode code, IncidentShape incident) {
    return towns().find(code, incident).orElseThrow();
  }

  @Test
  void areaSharesAreCertainOfNothingButWholeAreas() {
    var weights = new AreaShareWeights();
    var part = incident(box(13, 13.05, 51, 51.1));
    var share = weights.find(overlap(TOWN, part), part).orElseThrow();
    assertThat(share.value()).isCloseTo(0.25, within(1e-9));
    assertThat(share.low()).isZero();
    assertThat(share.high()).isEqualTo(1);
    var all = incident(box(12, 14, 50, 52));
    assertThat(weights.find(overlap(TOWN, all), all)).contains(PeopleShare.ALL);
    assertThat(weights.label()).isEqualTo("area-shares");
  }

  @Test
  void quartersTellWherePeopleLive() {
    var weights = weights(Map.of("1a", 900.0, "1b", 100.0));
    var west = incident(box(13, 13.15, 51, 51.1));
    var share = weights.find(overlap(TOWN, west), west).orElseThrow();
    assertThat(share.value()).isCloseTo(0.95, within(1e-9));
    assertThat(share.low()).isEqualTo(0.9);
    assertThat(share.high()).isEqualTo(1);
    var east = incident(box(13.15, 13.2, 51, 51.1));
    var other = weights.find(overlap(TOWN, east), east).orElseThrow();
    assertThat(other.value()).isCloseTo(0.05, within(1e-9));
    assertThat(other.low()).isZero();
    assertThat(other.high()).isEqualTo(0.1);
    assertThat(weights.label()).isEqualTo("quarters");
  }

  @Test
  void quartersSayNothingOfAreasThatTheyDoNotMakeUp() {
    var all = incident(box(12, 14, 50, 52));
    assertThat(weights(Map.of("1a", 900.0, "1b", 100.0)).find(overlap(VILLAGE, all), all))
        .isEmpty();
    assertThat(weights(Map.of("1a", 900.0)).find(overlap(TOWN, all), all)).isEmpty();
    assertThat(weights(Map.of("1a", 0.0, "1b", 0.0)).find(overlap(TOWN, all), all)).isEmpty();
  }

  /** All people of the known quarter are not all people of the town. */
  @Test
  void quartersSayNothingOfATownThatTheyLeavePartOfOut() {
    var half =
        AreaHierarchy.of(
            Map.of(
                "municipality",
                List.of(area("1", "municipality", Map.of(), box(13, 13.2, 51, 51.1))),
                "quarter",
                List.of(
                    area("1a", "quarter", Map.of("municipality", TOWN), box(13, 13.1, 51, 51.1)))));
    var weights = new QuarterWeights(half, quarters(), Map.of(new AreaCode("1a"), 900.0));
    var east = incident(box(13.1, 13.2, 51, 51.1));
    assertThat(weights.find(overlap(TOWN, east), east)).isEmpty();
  }

  @Test
  void sharesLieWithinTheirRange() {
    assertThatThrownBy(() -> new PeopleShare(0.5, 0.6, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PeopleShare(Double.NaN, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
