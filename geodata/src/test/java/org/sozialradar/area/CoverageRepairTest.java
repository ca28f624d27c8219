package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.sozialradar.area.CoverageCheckTest.coverage;

import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.CoverageFlaw.Kind;

class CoverageRepairTest {
  private static final AreaCode A0 = new AreaCode("a0");
  private static final AreaCode A1 = new AreaCode("a1");

  @Test
  void leavesASoundCoverageUntouched() {
    var sound = RandomCoverage.of(1, 20, 0.5, 3);
    var result = CoverageRepair.repair(sound, 100);
    assertThat(result.mended()).isEmpty();
    assertThat(result.left()).isEmpty();
    sound.forEach((code, area) -> assertThat((Object) result.coverage().get(code)).isSameAs(area));
  }

  @Test
  void givesAnOverlapToTheSmallerArea() {
    var result =
        CoverageRepair.repair(
            coverage(
                "POLYGON((0 0, 3 0, 3 1, 0 1, 0 0))", "POLYGON((2.5 0, 4 0, 4 1, 2.5 1, 2.5 0))"),
            100);
    assertThat(result.mended()).extracting(CoverageFlaw::kind).containsExactly(Kind.OVERLAP);
    assertThat(result.left()).isEmpty();
    assertThat(result.coverage().get(A0).getArea()).isEqualTo(2.5, within(1e-12));
    assertThat(result.coverage().get(A1).getArea()).isEqualTo(1.5, within(1e-12));
  }

  @Test
  void keepsTheLandOfAnEnclave() {
    var result =
        CoverageRepair.repair(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))",
                "POLYGON((0.4 0.4, 0.6 0.4, 0.6 0.6, 0.4 0.6, 0.4 0.4))"),
            100);
    assertThat(result.left()).isEmpty();
    assertThat(result.coverage().get(A0).getArea()).isEqualTo(0.96, within(1e-12));
    assertThat(result.coverage().get(A1).getArea()).isEqualTo(0.04, within(1e-12));
  }

  @Test
  void closesANarrowGapTowardsTheLongestBorderAndLeavesAWideOne() {
    var narrow = "POLYGON((0 0, 1 0, 1 0.4, 0.9999 0.5, 1 0.6, 1 1, 0 1, 0 0))";
    var wide = "POLYGON((0 0, 1 0, 1 0.4, 0.9 0.5, 1 0.6, 1 1, 0 1, 0 0))";
    var other = "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0.6, 1 0.4, 1 0))";
    var closed = CoverageRepair.repair(coverage(narrow, other), 100);
    assertThat(closed.mended()).extracting(CoverageFlaw::kind).containsExactly(Kind.GAP);
    assertThat(closed.coverage().get(A0).getArea()).isEqualTo(1, within(1e-9));
    var left = CoverageRepair.repair(coverage(wide, other), 100);
    assertThat(left.left()).extracting(CoverageFlaw::kind).containsExactly(Kind.GAP);
    assertThat(left.mended()).isEmpty();
  }

  @Test
  void matchesABorderWithoutCommonVertices() {
    var result =
        CoverageRepair.repair(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))"),
            100);
    assertThat(result.left()).isEmpty();
    assertThat(result.coverage().get(A0).getCoordinates()).contains(new Coordinate(1, 0.5));
  }

  @Test
  void leavesAreasThatAreThereTwice() {
    var square = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))";
    var result = CoverageRepair.repair(coverage(square, square), 100);
    assertThat(result.mended()).isEmpty();
    assertThat(result.left()).extracting(CoverageFlaw::kind).containsExactly(Kind.OVERLAP);
    assertThat(result.coverage().get(A1).getArea()).isEqualTo(1);
  }

  /**
   * Every cell is digitised by itself: each vertex lies up to 3 m from where its neighbours have
   * it.
   */
  @Property(tries = 12)
  void mendsCellsThatWereDigitisedByThemselves(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 25) int cells) {
    var sound = RandomCoverage.of(seed, cells, 0.5, 4);
    var result = CoverageRepair.repair(shaken(sound, seed, 2e-5), 50);
    assertThat(result.left()).isEmpty();
    var mended = result.coverage().values().toArray(Geometry[]::new);
    assertThat(CoverageValidator.isValid(mended)).isTrue();
    assertThat(result.coverage().values()).allMatch(Geometry::isValid);
    var whole = CoverageUnion.union(sound.values().toArray(Geometry[]::new));
    assertThat(CoverageUnion.union(mended).getArea())
        .isEqualTo(whole.getArea(), within(whole.getLength() * 3e-5));
    sound.forEach(
        (code, area) ->
            assertThat(result.coverage().get(code).getArea())
                .isEqualTo(area.getArea(), within(area.getLength() * 1e-4)));
  }

  private static SortedMap<AreaCode, Geometry> shaken(
      SortedMap<AreaCode, Geometry> sound, long seed, double by) {
    var random = new Random(seed);
    var result = new TreeMap<AreaCode, Geometry>();
    sound.forEach(
        (code, area) -> {
          var copy = area.copy();
          copy.apply(
              (Coordinate c) -> {
                c.x += by * (2 * random.nextDouble() - 1);
                c.y += by * (2 * random.nextDouble() - 1);
              });
          var ring = copy.getCoordinates();
          ring[ring.length - 1].setCoordinate(ring[0]);
          copy.geometryChanged();
          result.put(code, PolygonRepair.repair(copy).geometry());
        });
    return result;
  }
}
