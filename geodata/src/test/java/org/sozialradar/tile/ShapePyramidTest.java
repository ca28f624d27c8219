package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Layers of lines, of areas that overlap, and of many points. */
class ShapePyramidTest {
  private static ShapeFeature shape(String wkt, String name) throws ParseException {
    return new ShapeFeature(new WKTReader().read(wkt), Map.of("name", name));
  }

  private static List<DecodedTile.Feature> features(TilePyramid pyramid, TileCoord coord) {
    byte[] tile = pyramid.encode(coord);
    return tile.length == 0 ? List.of() : DecodedTile.of(tile).features("layer");
  }

  @Test
  void cutsLinesAtTheTileAndItsBuffer() throws ParseException {
    var river = shape("LINESTRING(-170 10, 170 10, 170 -60, -170 -60)", "Fluss");
    var pyramid = TilePyramid.ofShapes("layer", List.of(river));
    var tile = features(pyramid, new TileCoord(1, 0, 0));
    assertThat(tile).hasSize(1);
    assertThat(tile.get(0).type()).isEqualTo(2);
    assertThat(tile.get(0).attributes()).containsEntry("name", "Fluss");
    var line = tile.get(0).parts().get(0);
    assertThat(line).hasSize(2);
    assertThat(line.get(1).x()).isEqualTo(TileWindow.MAX);
    assertThat(line.get(0).x()).isBetween(200, 260);
    assertThat(features(pyramid, new TileCoord(4, 8, 8))).isEmpty();
    assertThat(features(pyramid, new TileCoord(1, 1, 0)).get(0).parts()).hasSize(1);
  }

  @Test
  void aLineThatLeavesAndComesBackIsTwo() throws ParseException {
    var line = shape("LINESTRING(-100 20, 100 30, 100 40, -100 50)", "Weg");
    var tile = features(TilePyramid.ofShapes("layer", List.of(line)), new TileCoord(1, 0, 0));
    assertThat(tile.get(0).parts()).hasSize(2);
  }

  @Test
  void areasMayOverlapAndVanishWhereTheyAreTooSmall() throws ParseException {
    var zones =
        List.of(
            shape("POLYGON((10 50, 14 50, 14 52, 10 52, 10 50))", "groß"),
            shape("POLYGON((12 50.5, 16 50.5, 16 51, 12 51, 12 50.5))", "quer"),
            shape("POLYGON((13 50.5, 13.01 50.5, 13.01 50.51, 13 50.51, 13 50.5))", "klein"));
    var pyramid = TilePyramid.ofShapes("layer", zones);
    assertThat(names(features(pyramid, new TileCoord(0, 0, 0)))).containsExactly("groß", "quer");
    assertThat(names(features(pyramid, TileCoord.of(10, 13.005, 50.505))))
        .containsExactly("groß", "quer", "klein");
    assertThat(features(pyramid, TileCoord.of(10, 13.005, 50.505)))
        .allMatch(feature -> feature.type() == 3);
    assertThat(pyramid.bounds().orElseThrow().east()).isBetween(15.99, 16.01);
  }

  private static List<Object> names(List<DecodedTile.Feature> features) {
    return features.stream().map(one -> one.attributes().get("name")).toList();
  }

  @Test
  void whateverIsAddedUpEachPointCountsOnceOnEveryZoom() {
    var points = new ArrayList<PointFeature>();
    for (int i = 0; i < 500; i++) {
      int column = i % 25;
      int row = i / 25;
      points.add(new PointFeature(12 + column * 0.04, 50 + row * 0.03, Map.of("name", "P" + i)));
    }
    var pyramid = TilePyramid.ofManyPoints("layer", points);
    for (int zoom = 0; zoom <= 8; zoom++) {
      long shown = 0;
      long counted = 0;
      for (int x = 0; x < 1 << zoom; x++) {
        for (int y = 0; y < 1 << zoom; y++) {
          for (var feature : features(pyramid, new TileCoord(zoom, x, y))) {
            shown++;
            counted += (Long) feature.attributes().getOrDefault("point_count", 1L);
          }
        }
      }
      assertThat(counted).as("zoom " + zoom).isEqualTo(500);
      assertThat(shown).isLessThanOrEqualTo(zoom == 0 ? 1 : 500);
    }
    assertThat(features(pyramid, TileCoord.of(12, 12, 50)))
        .extracting(one -> one.attributes().get("name"))
        .containsExactly("P0", "P1");
    assertThat(pyramid.maxZoom()).isEqualTo(12);
  }
}
