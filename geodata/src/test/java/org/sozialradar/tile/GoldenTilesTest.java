package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.SharedData;

/**
 * Tiles of the sample, byte by byte as they were when they were last looked at. After a wanted
 * change {@code mvn -Dweb.skip -pl geodata test -Dtest=GoldenTilesTest -Dradar.golden=refresh}
 * writes them anew.
 */
class GoldenTilesTest {
  private static final Path FOLDER =
      SharedData.projectRoot().resolve("geodata/src/test/resources/org/sozialradar/tile/golden");

  @ParameterizedTest
  @CsvSource({
    "municipality, 2",
    "municipality, 8",
    "municipality, 10",
    "municipality, 11",
    "municipality, 14",
    "district, 7",
    "state, 5"
  })
  void areAsTheyWere(String level, int zoom) throws IOException {
    var coord = TileCoord.of(zoom, 13.88, 51.05);
    byte[] tile = ImportedLayers.sample().byLevel().get(level).pyramid().encode(coord);
    var file = FOLDER.resolve("%s-%d-%d-%d.mvt".formatted(level, zoom, coord.x(), coord.y()));
    if ("refresh".equals(System.getProperty("radar.golden"))) {
      Files.createDirectories(FOLDER);
      Files.write(file, tile);
    }
    assertThat(DecodedTile.of(tile)).isEqualTo(DecodedTile.of(Files.readAllBytes(file)));
    assertThat(tile).isEqualTo(Files.readAllBytes(file));
  }
}
