package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;

/** Areas given in units of a tile, x to the right, y down, and what comes out of them. */
class AreaCutterTest {
  private static final TileCoord TILE = new TileCoord(8, 137, 85);
  private static final AreaCode CODE = new AreaCode("1");

  @Test
  void anAreaInsideIsRounded() {
    assertThat(cut("POLYGON ((10.4 10.4, 20.6 10.4, 20.6 20.6, 10.4 20.6, 10.4 10.4))"))
        .containsExactlyInAnyOrder("10 10", "21 10", "21 21", "10 21");
  }

  @Test
  void anAreaAcrossTheRectangleIsCutThere() {
    assertThat(cut("POLYGON ((-500 100, 500 100, 500 200, -500 200, -500 100))"))
        .containsExactlyInAnyOrder("-64 100", "500 100", "500 200", "-64 200");
  }

  @Test
  void anAreaAroundTheRectangleIsTheRectangle() {
    assertThat(cut("POLYGON ((-500 -500, 9000 -500, 9000 9000, -500 9000, -500 -500))"))
        .containsExactlyInAnyOrder("-64 -64", "4160 -64", "4160 4160", "-64 4160");
  }

  @Test
  void anAreaThatLiesExactlyOnTheRectangleIsTheRectangle() {
    assertThat(cut("POLYGON ((-64 -64, 4160 -64, 4160 4160, -64 4160, -64 -64))"))
        .containsExactlyInAnyOrder("-64 -64", "4160 -64", "4160 4160", "-64 4160");
  }

  @Test
  void areasThatTouchTheRectangleFromOutsideAreNotThere() {
    assertThat(cut("POLYGON ((-64 100, -64 300, -200 300, -200 100, -64 100))")).isEmpty();
    assertThat(cut("POLYGON ((-164 -64, -64 -164, -164 -164, -164 -64))")).isEmpty();
    assertThat(cut("POLYGON ((-164 36, 36 -164, -300 -300, -164 36))")).isEmpty();
  }

  @Test
  void anAreaAroundTheRectangleWithAHoleAroundItIsNotThere() {
    assertThat(
            cut(
                "POLYGON ((-900 -900, 9900 -900, 9900 9900, -900 9900, -900 -900),"
                    + " (-500 -500, 9000 -500, 9000 9000, -500 9000, -500 -500))"))
        .isEmpty();
  }

  @Test
  void aSpikeWithoutSurfaceGoes() {
    assertThat(cut("POLYGON ((10 10, 20 10, 20 14.8, 90 15, 20 15.2, 20 20, 10 20, 10 10))"))
        .contains("10 10", "20 10", "20 20", "10 20")
        .doesNotContain("90 15");
  }

  @Test
  void aHoleThatTouchesItsShellStaysValid() {
    var hole = "(10 50, 40 40, 40 60, 10 50)";
    requireTrue("POLYGON ((10 10, 90 10, 90 90, 10 90, 10 10), " + hole + ")");
  }

  @Test
  void anIslandInAHoleThatRoundingClosesIsNoSecondPolygonThere() {
    var land =
        "((50 50, 150 50, 150 150, 50 150, 50 50),"
            + " (100.45 100.30, 101.49 100.51, 100.49 100.45, 100.45 100.30))";
    var island = "((100.48 100.40, 101.20 100.455, 101.45 100.505, 100.48 100.40))";
    var wkt = "MULTIPOLYGON (" + land + ", " + island + ")";
    assertThat(quickly(wkt)).as("is left to the thorough way").isFalse();
    requireTrue(wkt);
  }

  @Test
  void anIslandInAHoleStays() {
    var wkt =
        "MULTIPOLYGON (((60 60, 70 60, 70 70, 60 70, 60 60)),"
            + " ((10 10, 190 10, 190 190, 10 190, 10 10), (50 50, 90 50, 90 90, 50 90, 50 50)))";
    assertThat(quickly(wkt)).isTrue();
    requireTrue(wkt);
    assertThat(cutRings(wkt)).hasSize(3);
  }

  private static void requireTrue(String wkt) {
    var coverage = new TreeMap<>(Map.of(CODE, metres(wkt)));
    var pyramid = TilePyramid.ofCoverage("one", List.of(new CoverageLevel(0, coverage)), Map.of());
    TileFidelity.require(DecodedTile.of(pyramid.encode(TILE)), TILE, "one", coverage);
  }

  private static boolean quickly(String wkt) {
    return cutter(wkt).quick(0).isPresent();
  }

  private static List<GridRing> cutRings(String wkt) {
    return cutter(wkt).cut(0);
  }

  /** The vertices of all rings. */
  private static List<String> cut(String wkt) {
    var vertices = new ArrayList<String>();
    for (var ring : cutRings(wkt)) {
      for (int i = 0; i < ring.size(); i++) {
        vertices.add(ring.x(i) + " " + ring.y(i));
      }
    }
    return vertices;
  }

  private static AreaCutter cutter(String wkt) {
    var packed = new PackedCoverage(List.of(CODE), Map.of(CODE, metres(wkt)));
    return new AreaCutter(packed, TileWindow.of(TILE));
  }

  private static Geometry metres(String wkt) {
    var bounds = TILE.bounds();
    double scale = bounds.getWidth() / VectorTileEncoder.EXTENT;
    try {
      return AffineTransformation.scaleInstance(scale, -scale)
          .translate(bounds.getMinX(), bounds.getMaxY())
          .transform(new WKTReader().read(wkt));
    } catch (ParseException fault) {
      throw new IllegalArgumentException(wkt, fault);
    }
  }
}
