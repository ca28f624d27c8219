package org.sozialradar.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sozialradar.area.CoverageFlaw.Kind;

class CoverageCheckTest {
  @Test
  void findsNothingInASoundCoverage() {
    assertThat(
            CoverageCheck.check(
                coverage(
                    "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))",
                    "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))",
                    "POLYGON((5 5, 6 5, 6 6, 5 6, 5 5))")))
        .isEmpty();
  }

  @Test
  void findsAnOverlapWithPlaceSizeAndCodes() {
    var flaws =
        CoverageCheck.check(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON((0.9 0, 2 0, 2 1, 0.9 1, 0.9 0))"));
    assertThat(flaws).hasSize(1);
    var flaw = flaws.get(0);
    assertThat(flaw.kind()).isEqualTo(Kind.OVERLAP);
    assertThat(flaw.codes()).containsExactly(new AreaCode("a0"), new AreaCode("a1"));
    assertThat(flaw.longitude()).isBetween(0.9, 1.0);
    assertThat(flaw.latitude()).isBetween(0.0, 1.0);
    assertThat(flaw.squareMetres() / 1e6).isEqualTo(0.1 * 12_308.8, within(1.0));
    assertThat(flaw.widthMetres())
        .isEqualTo(11_132.0 * 111_000 / (11_132 + 111_000), within(100.0));
  }

  @Test
  void findsAnEnclosedGapButNoOpenBay() {
    var flaws =
        CoverageCheck.check(
            coverage(
                "POLYGON((0 0, 1 0, 1 0.4, 0.9 0.5, 1 0.6, 1 1, 0 1, 0 0))",
                "POLYGON((1 0, 2 0, 2 1, 1.2 0.95, 1 1, 1 0.6, 1 0.4, 1 0))"));
    assertThat(flaws).hasSize(1);
    assertThat(flaws.get(0).kind()).isEqualTo(Kind.GAP);
    assertThat(flaws.get(0).codes()).containsExactly(new AreaCode("a0"), new AreaCode("a1"));
    assertThat(flaws.get(0).squareMetres() / 1e6).isEqualTo(0.01 * 12_308.8, within(0.2));
  }

  @Test
  void findsALakeThatLiesInOneArea() {
    var flaws =
        CoverageCheck.check(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0),(0.4 0.4, 0.6 0.4, 0.6 0.6, 0.4 0.6, 0.4 0.4))"));
    assertThat(flaws).extracting(CoverageFlaw::kind).containsExactly(Kind.GAP);
    assertThat(flaws.get(0).codes()).containsExactly(new AreaCode("a0"));
  }

  @Test
  void findsAnEnclaveForWhichItsNeighbourHasNoHole() {
    var flaws =
        CoverageCheck.check(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))",
                "POLYGON((0.4 0.4, 0.6 0.4, 0.6 0.6, 0.4 0.6, 0.4 0.4))"));
    assertThat(flaws).extracting(CoverageFlaw::kind).containsExactly(Kind.OVERLAP);
    assertThat(flaws.get(0).squareMetres() / 1e6).isEqualTo(0.04 * 12_308.8, within(1.0));
  }

  @Test
  void findsAreasThatAreThereTwice() {
    var square = "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))";
    assertThat(CoverageCheck.check(coverage(square, square)))
        .extracting(CoverageFlaw::kind)
        .containsExactly(Kind.OVERLAP);
  }

  @Test
  void namesAllAreasThatOneLiesOver() {
    var flaws =
        CoverageCheck.check(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))",
                "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))",
                "POLYGON((0.5 0.2, 1.5 0.2, 1.5 0.8, 0.5 0.8, 0.5 0.2))"));
    assertThat(flaws).hasSize(1);
    assertThat(flaws.get(0).codes()).hasSize(3);
  }

  @Test
  void findsABorderWithoutCommonVertices() {
    var flaws =
        CoverageCheck.check(
            coverage(
                "POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))", "POLYGON((1 0, 2 0, 2 1, 1 1, 1 0.5, 1 0))"));
    assertThat(flaws).hasSize(1);
    assertThat(flaws.get(0).kind()).isEqualTo(Kind.UNMATCHED);
    assertThat(flaws.get(0).codes()).containsExactly(new AreaCode("a0"), new AreaCode("a1"));
    assertThat(flaws.get(0).longitude()).isEqualTo(1);
  }

  /** The validator of JTS has another way to the same answer. */
  @Property(tries = 60)
  void agreesWithTheValidatorOfJts(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int cells, @ForAll boolean spoilt) {
    var coverage = new TreeMap<>(RandomCoverage.of(seed, cells, 0.5, 4));
    if (spoilt) {
      var first = coverage.firstKey();
      coverage.put(first, coverage.get(first).buffer(0.001, 1));
    }
    boolean sound = CoverageValidator.isValid(coverage.values().toArray(Geometry[]::new));
    assertThat(CoverageCheck.check(coverage).isEmpty()).isEqualTo(sound).isEqualTo(!spoilt);
  }

  static SortedMap<AreaCode, Geometry> coverage(String... polygons) {
    var coverage = new TreeMap<AreaCode, Geometry>();
    for (int i = 0; i < polygons.length; i++) {
      coverage.put(new AreaCode("a" + i), read(polygons[i]));
    }
    return coverage;
  }

  private static Geometry read(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
