package org.sozialradar.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.dataset.LocalizedText;

/** Cells with people, and which of them lie in polygons. */
class PopulationGridTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static PopulationGrid.Builder builder() {
    return PopulationGrid.builder("census", new LocalizedText("Raster", "Grid"));
  }

  /** Rows and columns 10..29, with 1, 2, 3, … people in order. */
  private static PopulationGrid square() {
    var builder = builder();
    for (int i = 0; i < 400; i++) {
      builder.add(10 + i / 20, 10 + i % 20, i + 1);
    }
    return builder.build();
  }

  private static Geometry box(double west, double east, double south, double north) {
    return GEOMETRY.toGeometry(new Envelope(west, east, south, north));
  }

  @Test
  void sumsNeighbouringCellsOfARow() {
    var builder = builder();
    builder.add(7, 100, 5);
    builder.add(5, 20, 3);
    builder.add(5, 10, 2);
    builder.add(5, 30, 4);
    var grid = builder.build();
    assertThat(grid.people()).isEqualTo(14);
    assertThat(grid.cells()).isEqualTo(4);
    assertThat(grid.people(5, 0, 1_000_000)).isEqualTo(9);
    assertThat(grid.people(5, 10, 20)).isEqualTo(5);
    assertThat(grid.people(5, 11, 29)).isEqualTo(3);
    assertThat(grid.people(5, 21, 29)).isZero();
    assertThat(grid.people(5, 30, 10)).isZero();
    assertThat(grid.people(6, 0, 1000)).isZero();
    assertThat(grid.people(4, 0, 1000)).isZero();
    assertThat(grid.people(8, 0, 1000)).isZero();
    assertThat(grid.hasRow(6)).isFalse();
    assertThat(grid.lastRow()).isEqualTo(7);
    assertThat(builder().build().people(0, 0, 9)).isZero();
  }

  @Test
  void aCellStandsOnceAndHasPeople() {
    var builder = builder();
    builder.add(26_891, 43_370, 5);
    builder.add(26_891, 43_370, 6);
    assertThatExceptionOfType(PopulationGrid.RepeatedCellException.class)
        .isThrownBy(builder::build)
        .satisfies(fault -> assertThat(fault.cell()).isEqualTo("CRS3035RES100mN2689100E4337000"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().add(1, 2, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().add(-1, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().add(1, 1 << 19, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> builder().add(1 << 19, 1, 1));
  }

  @Test
  void theOutermostCellsAreKept() {
    int last = (1 << 19) - 1;
    assertThat(PopulationGrid.isPlace(last)).isTrue();
    assertThat(PopulationGrid.isPlace(last + 1)).isFalse();
    var builder = builder();
    builder.add(last, 3, 5);
    builder.add(last, last, PopulationGrid.MOST_PEOPLE);
    builder.add(0, last, 7);
    builder.add(0, 0, 2);
    var grid = builder.build();
    assertThat(grid.firstRow()).isZero();
    assertThat(grid.lastRow()).isEqualTo(last);
    assertThat(grid.people(last, last, last)).isEqualTo(PopulationGrid.MOST_PEOPLE);
    assertThat(grid.people(last, 0, last)).isEqualTo(PopulationGrid.MOST_PEOPLE + 5);
    assertThat(grid.people(0, 0, last)).isEqualTo(9);
  }

  @Test
  void aCellLiesInTheShapeThatHoldsItsMiddle() {
    var grid = square();
    // Of columns 10..12 and rows 10..11: 10, 11 and not 12, whose middle is at 1250 m.
    var shape = GridShape.of(grid, box(1000, 1249, 1000, 1200));
    assertThat(shape.people()).isEqualTo(1 + 2 + 21 + 22);
    assertThat(GridShape.of(grid, box(1000, 1251, 1000, 1200)).people())
        .isEqualTo(1 + 2 + 3 + 21 + 22 + 23);
    assertThat(GridShape.of(grid, box(0, 9000, 0, 9000)).people()).isEqualTo(grid.people());
    assertThat(GridShape.of(grid, box(5000, 9000, 5000, 9000)).people()).isZero();
    assertThat(GridShape.of(grid, GEOMETRY.createPolygon()).people()).isZero();
  }

  @Test
  void holesAndPartsCountAsTheyLie() {
    var grid = square();
    var ring = box(1000, 1500, 1000, 1500).difference(box(1100, 1400, 1100, 1400));
    var both = ring.union(box(2000, 2100, 1000, 1100));
    long expected = 11;
    for (int i = 0; i < 5; i++) {
      for (int k = 0; k < 5; k++) {
        boolean hole = i >= 1 && i <= 3 && k >= 1 && k <= 3;
        expected += hole ? 0 : 20 * i + k + 1;
      }
    }
    assertThat(GridShape.of(grid, both).people()).isEqualTo(expected);
  }

  @Test
  void neighboursShareNoCellAndLeaveNoneOut() {
    var grid = square();
    var random = new SplittableRandom(7);
    for (int i = 0; i < 50; i++) {
      var a = new Coordinate(900, 900 + 2200 * random.nextDouble());
      var b = new Coordinate(3100, 900 + 2200 * random.nextDouble());
      var south = polygon(new Coordinate(900, 900), new Coordinate(3100, 900), b, a);
      var north = polygon(a, b, new Coordinate(3100, 3100), new Coordinate(900, 3100));
      assertThat(GridShape.of(grid, south).people() + GridShape.of(grid, north).people())
          .isEqualTo(grid.people());
    }
  }

  private static Geometry polygon(Coordinate... corners) {
    var closed = java.util.Arrays.copyOf(corners, corners.length + 1);
    closed[corners.length] = corners[0];
    return GEOMETRY.createPolygon(closed);
  }

  /** Against each cell cut for itself. */
  @Test
  void borderCellsAreThoseThatAShapeTouchesAndDoesNotHoldAsAWhole() {
    var grid = square();
    var area = GridShape.of(grid, box(0, 9000, 0, 9000));
    var random = new SplittableRandom(3);
    for (int i = 0; i < 30; i++) {
      var middle =
          GEOMETRY.createPoint(
              new Coordinate(1000 + 2000 * random.nextDouble(), 1000 + 2000 * random.nextDouble()));
      var shape = middle.buffer(100 + 900 * random.nextDouble(), 3);
      long value = 0;
      long low = 0;
      long high = 0;
      for (int row = 10; row < 30; row++) {
        for (int column = 10; column < 30; column++) {
          var cell = box(100 * column, 100 * column + 100, 100 * row, 100 * row + 100);
          int people = grid.people(row, column, column);
          value += shape.contains(cell.getCentroid()) ? people : 0;
          low += shape.contains(cell) ? people : 0;
          high += shape.intersects(cell) ? people : 0;
        }
      }
      var inside = area.inside(GridShape.of(grid, shape));
      assertThat(inside).isEqualTo(new GridShape.Inside(value, low, high));
    }
  }
}
