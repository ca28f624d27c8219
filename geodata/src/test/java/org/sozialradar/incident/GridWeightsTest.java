package org.sozialradar.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.EqualAreaPlane;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.PopulationGrid;

/** A town with most of its people near the river in the west. */
class GridWeightsTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final AreaCode TOWN = new AreaCode("1");
  private static final AreaCode FOREST = new AreaCode("2");

  private static Geometry box(double west, double east, double south, double north) {
    return FACTORY.toGeometry(new Envelope(west, east, south, north));
  }

  private static AreaShapes shapes() {
    return AreaShapes.of(
        "town", Map.of(TOWN, box(13, 13.1, 51, 51.1), FOREST, box(13.1, 13.2, 51, 51.1)));
  }

  /** A dense block of 1 km by 1 km around 13.02, 51.05 and one person here and there. */
  private static PopulationGrid grid() {
    var builder = PopulationGrid.builder("census", new LocalizedText("Raster", "Grid"));
    int[] dense = cell(13.02, 51.05);
    for (int i = -5; i < 5; i++) {
      for (int k = -5; k < 5; k++) {
        builder.add(dense[0] + i, dense[1] + k, 90);
      }
    }
    for (int i = 0; i < 10; i++) {
      int[] far = cell(13.06 + 0.003 * i, 51.01 + 0.008 * i);
      builder.add(far[0], far[1], 100);
    }
    return builder.build();
  }

  private static int[] cell(double lon, double lat) {
    var at =
        EqualAreaPlane.EUROPE
            .project(FACTORY.createPoint(new Coordinate(lon, lat)))
            .getCoordinate();
    return new int[] {(int) (at.y / 100), (int) (at.x / 100)};
  }

  private final GridWeights weights = new GridWeights(grid(), shapes());

  private PeopleShare share(Geometry shape) {
    var incident = IncidentShape.of(List.of(shape), 0);
    return weights.find(shapes().find(TOWN, incident).orElseThrow(), incident).orElseThrow();
  }

  @Test
  void peopleAreWhereTheirCellsAre() {
    // The western two fifths of the surface hold nine tenths of the people.
    var west = share(box(12.9, 13.04, 50.9, 51.2));
    assertThat(west.value()).isCloseTo(0.9, within(1e-9));
    assertThat(west.low()).isCloseTo(0.9, within(1e-9));
    assertThat(west.high()).isCloseTo(0.9, within(1e-9));
    assertThat(share(box(13.04, 13.2, 50.9, 51.2)).value()).isCloseTo(0.1, within(1e-9));
    assertThat(share(box(12.9, 13.005, 50.9, 51.2)).high()).isZero();
    assertThat(share(box(12.9, 13.2, 50.9, 51.2))).isEqualTo(PeopleShare.ALL);
  }

  @Test
  void aBorderThroughTheBlockLeavesItsCellsInDoubt() {
    var half = share(box(12.9, 13.02, 50.9, 51.2));
    assertThat(half.value()).isBetween(0.35, 0.55);
    // The border, some degrees from the direction of the cells, passes through one to two columns.
    assertThat(half.high() - half.low()).isBetween(0.05, 0.25);
    assertThat(half.low()).isLessThan(half.value());
    assertThat(half.high()).isGreaterThan(half.value());
    // Both sides of a border add up.
    var other = share(box(13.02, 13.2, 50.9, 51.2));
    assertThat(half.value() + other.value()).isCloseTo(1, within(1e-9));
    assertThat(half.low() + other.high()).isCloseTo(1, within(1e-9));
  }

  @Test
  void saysNothingWhereTheGridHasNobody() {
    var incident = IncidentShape.of(List.of(box(13.15, 13.16, 51, 51.1)), 0);
    var overlap = shapes().find(FOREST, incident).orElseThrow();
    assertThat(weights.find(overlap, incident)).isEmpty();
    var foreign = new Overlap("district", TOWN, 0.5, 1);
    assertThatIllegalArgumentException().isThrownBy(() -> weights.find(foreign, incident));
  }

  /** The grid has 10,000 people in the town. */
  @Test
  void isSilentOfAnAreaThatTheGridHasOnlyAPartOf() {
    var incident = IncidentShape.of(List.of(box(12.9, 13.04, 50.9, 51.2)), 0);
    var overlap = shapes().find(TOWN, incident).orElseThrow();
    assertThat(weights.where(Map.of(TOWN, 13_400.0)).find(overlap, incident)).isEmpty();
    assertThat(weights.where(Map.of(TOWN, 13_300.0)).find(overlap, incident))
        .isEqualTo(weights.find(overlap, incident));
    assertThat(weights.where(Map.of()).find(overlap, incident)).isPresent();
  }

  /** Only what lies at the areas matters, however far the rest goes. */
  @Test
  void anIncidentAroundTheEarthIsCutToTheAreas() {
    var near = share(box(13.01, 13.02, 50.9, 51.2));
    var ring = box(-180, 180, -90, 90).difference(box(13.1, 13.4, 50.9, 51.2));
    assertThat(share(ring)).isEqualTo(PeopleShare.ALL);
    // Holds the other side of the earth, which the plane cannot show.
    var holed = box(-180, 180, -90, 90).difference(box(13.01, 13.02, 50.9, 51.2));
    assertThat(share(holed).value()).isCloseTo(1 - near.value(), within(1e-9));
    assertThat(share(holed).low()).isCloseTo(1 - near.high(), within(1e-9));
  }

  /** 5000 teeth from 170° west to 170° east; a heap of 1 GB is enough by far. */
  @Test
  void aCombAcrossTheMapIsCutToTheAreas() {
    int teeth = 5000;
    double step = 0.2 / teeth;
    var corners = new Coordinate[4 * teeth + 1];
    for (int i = 0; i < teeth; i++) {
      double south = 50.95 + i * step;
      corners[4 * i] = new Coordinate(-169, south);
      corners[4 * i + 1] = new Coordinate(170, south);
      corners[4 * i + 2] = new Coordinate(170, south + step / 2);
      corners[4 * i + 3] = new Coordinate(-169, south + step / 2);
    }
    corners[4 * teeth - 1] = new Coordinate(-170, corners[4 * teeth - 1].y);
    corners[0] = new Coordinate(-170, 50.95);
    corners[4 * teeth] = corners[0];
    var comb = FACTORY.createPolygon(corners);
    assertThat(comb.isValid()).isTrue();
    var share = share(comb);
    assertThat(share.low()).as("every cell is on the border").isZero();
    assertThat(share.high()).isEqualTo(1);
  }
}
