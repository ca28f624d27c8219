package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

class GeneralisationTest {
  @Test
  void servesEveryZoomOnceFromCoarseToFine() {
    var levels = Generalisation.pyramid(areas(RandomCoverage.of(7, 60, 0.5, 20)));
    assertThat(levels).hasSizeGreaterThan(3);
    assertThat(levels.get(0).zoom()).isZero();
    assertThat(levels).extracting(CoverageLevel::zoom).isSorted().doesNotHaveDuplicates();
    assertThat(levels).extracting(level -> vertices(level.geometries())).isSorted();
  }

  @Test
  void endsWithTheInputItself() {
    var coverage = RandomCoverage.of(8, 20, 0.5, 10);
    var levels = Generalisation.pyramid(areas(coverage));
    var finest = levels.get(levels.size() - 1).geometries();
    assertThat(vertices(finest)).isEqualTo(vertices(coverage));
  }

  @Test
  void isEmptyWithoutGeometry() {
    var nowhere = new GeometryFactory().createPolygon();
    assertThat(Generalisation.pyramid(List.of(area(new AreaCode("1"), nowhere)))).isEmpty();
    var areas = List.of(area(new AreaCode("1"), nowhere));
    assertThat(Generalisation.simplify(areas, 10)).isEqualTo(areas);
  }

  @Test
  void reportsProgressUpToTheEnd() {
    var shares = new ArrayList<Double>();
    Generalisation.pyramid(areas(RandomCoverage.of(9, 10, 0.5, 5)), shares::add);
    assertThat(shares).isSorted().last().isEqualTo(1.0);
  }

  @Test
  void refusesAToleranceThatIsNone() {
    var areas = areas(RandomCoverage.of(9, 10, 0.5, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> Generalisation.simplify(areas, 0));
  }

  @Property(tries = 15)
  void keepsRandomCoveragesExact(
      @ForAll long seed,
      @ForAll @IntRange(min = 3, max = 80) int cells,
      @ForAll @IntRange(min = 0, max = 40) int bends) {
    var coverage = RandomCoverage.of(seed, cells, 0.5, bends);
    for (var level : Generalisation.pyramid(areas(coverage))) {
      requireExact(coverage, level.geometries());
    }
  }

  @Test
  void keepsSaxonyExactAtEveryZoom() throws IOException {
    requireExactPyramid(RealMunicipalities.saxony());
  }

  @Test
  @EnabledIfSystemProperty(named = "radar.full", matches = "true")
  void keepsGermanyExactAtEveryZoom() throws IOException {
    requireExactPyramid(RealMunicipalities.germany());
  }

  @Test
  void keepsSaxonyExactAtThirtyMetres() throws IOException {
    var areas = RealMunicipalities.saxony();
    var simple = coverage(Generalisation.simplify(areas, 30));
    requireExact(coverage(areas), simple);
    assertThat(vertices(simple)).isLessThan(vertices(coverage(areas)) * 3 / 4);
    var rounded = CoverageRounding.round(simple, 5);
    requireExact(coverage(areas), rounded);
    rounded.values().forEach(GeneralisationTest::requireFiveDecimals);
  }

  private static void requireExactPyramid(List<Area> areas) {
    var input = coverage(areas);
    var levels = Generalisation.pyramid(areas);
    assertThat(levels).hasSizeGreaterThan(4);
    levels.forEach(level -> requireExact(input, level.geometries()));
  }

  /**
   * No gap and no overlap, in exact arithmetic: every segment is shared by two areas that lie on
   * its two sides, or belongs to the outer border, and nothing crosses.
   */
  static void requireExact(
      SortedMap<AreaCode, Geometry> input, SortedMap<AreaCode, Geometry> coverage) {
    assertThat(coverage.keySet()).isEqualTo(input.keySet());
    assertThat(coverage.values()).allMatch(geometry -> geometry.isValid() && !geometry.isEmpty());
    var unexpected =
        CoverageCheck.check(coverage).stream()
            .filter(flaw -> flaw.kind() != CoverageFlaw.Kind.GAP)
            .toList();
    assertThat(unexpected).isEmpty();
    assertThat(gaps(coverage)).isLessThanOrEqualTo(gaps(input));
    var geometries = List.copyOf(coverage.values());
    var borders = new SharedBorders(geometries);
    long segments = geometries.stream().mapToLong(GeneralisationTest::segments).sum();
    assertThat(2L * borders.matchedPairs() + borders.unmatched().size()).isEqualTo(segments);
    var union = CoverageUnion.union(geometries.toArray(Geometry[]::new));
    double sum = geometries.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(union.getArea()).isEqualTo(sum, within(sum * 1e-12));
    double outer = borders.unmatched().stream().mapToDouble(s -> s.line().getLength()).sum();
    assertThat(union.getLength()).isEqualTo(outer, within(outer * 1e-9));
  }

  private static long gaps(SortedMap<AreaCode, Geometry> coverage) {
    return CoverageCheck.check(coverage).stream()
        .filter(flaw -> flaw.kind() == CoverageFlaw.Kind.GAP)
        .count();
  }

  private static void requireFiveDecimals(Geometry geometry) {
    for (var vertex : geometry.getCoordinates()) {
      assertThat(vertex.x).isEqualTo(Math.round(vertex.x * 1e5) / 1e5);
      assertThat(vertex.y).isEqualTo(Math.round(vertex.y * 1e5) / 1e5);
    }
  }

  /** Segments of the rings of polygons. */
  private static long segments(Geometry geometry) {
    return (long) geometry.getNumPoints() - LinearComponentExtracter.getLines(geometry).size();
  }

  private static int vertices(SortedMap<AreaCode, Geometry> coverage) {
    return coverage.values().stream().mapToInt(Geometry::getNumPoints).sum();
  }

  static List<Area> areas(SortedMap<AreaCode, Geometry> coverage) {
    return coverage.entrySet().stream().map(e -> area(e.getKey(), e.getValue())).toList();
  }

  private static Area area(AreaCode code, Geometry geometry) {
    return new Area(code, "quarter", "Area " + code, "", Map.of(), Map.of(), geometry);
  }

  private static SortedMap<AreaCode, Geometry> coverage(List<Area> areas) {
    var coverage = new TreeMap<AreaCode, Geometry>();
    areas.forEach(area -> coverage.put(area.code(), area.geometry()));
    return coverage;
  }
}
