package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The programs of GDAL (Debian: gdal-bin). */
public final class Gdal {
  private Gdal() {}

  /** Without them the test is skipped and says so; where CI is true it fails. */
  public static void require() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":", -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ogr2ogr")));
    if (!there && "true".equals(System.getenv("CI"))) {
      Assertions.fail("ogr2ogr and ogrinfo (gdal-bin) are missing");
    }
    Assumptions.assumeTrue(there, "SKIPPED, ogr2ogr and ogrinfo (gdal-bin) are missing");
  }

  /** What a program says, which must end well. */
  public static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
