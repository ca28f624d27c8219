package org.sozialradar.ingest.grid;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.layer.GridShape;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.Stores;

/** Times a population grid of the size of Germany, invented; for {@code scripts/bench}. */
public final class GridBenchmark {
  private static final int SOUTH = 26_900;
  private static final int ROWS = 8700;
  private static final int WEST = 40_300;
  private static final int COLUMNS = 6400;
  private static final double INHABITED = 0.0557;
  private static final int CORNERS = 10_000;

  private GridBenchmark() {}

  /** Prints a row for each step. */
  public static void main(String[] arguments) throws IOException {
    var folder = Files.createTempDirectory("grid");
    write(folder);
    try (var store = Stores.open(folder.resolve("store").toString())) {
      var request =
          new ImportRequest(
              List.of(folder.resolve("datapackage.json")), List.of(), List.of(), false);
      measure(
          "import of the file into the embedded store",
          () ->
              Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
                  .run(request, store, Progress.silent()));
      var grid = new PopulationGrid[1];
      measure(
          "reading it from the store",
          () -> grid[0] = store.read(GeodataReader::findPopulationGrid).orElseThrow());
      var whole = GridShape.of(grid[0], river(250_000, 4));
      measure(
          "people along a river of " + CORNERS + " corners in an area of 250 km",
          () -> whole.inside(GridShape.of(grid[0], river(100_000, CORNERS))));
    }
  }

  private static void measure(String what, Runnable step) {
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long used = threads.getCurrentThreadCpuTime();
    step.run();
    double spent = (threads.getCurrentThreadCpuTime() - used) / 1e9;
    double seconds = (System.nanoTime() - start) / 1e9;
    System.gc();
    long held = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf(
        Locale.ROOT, "| %s | %.2f s | %.2f s | %d MB |%n", what, seconds, spent, held);
  }

  /** A closed band of many bends around the middle. */
  private static Geometry river(double length, int corners) {
    var shape = new Coordinate[corners + 1];
    double x = 100.0 * (WEST + COLUMNS / 2.0);
    double y = 100.0 * (SOUTH + ROWS / 2.0);
    for (int i = 0; i < corners; i++) {
      boolean back = i >= corners / 2;
      double along = (back ? corners - 1 - i : i) / (corners / 2.0 - 1);
      double bend = 2000 * Math.sin(60 * along) + (back ? length / 50 : 0);
      shape[i] = new Coordinate(x + length * (along - 0.5), y + bend);
    }
    shape[corners] = shape[0];
    return new GeometryFactory().createPolygon(shape);
  }

  private static void write(Path folder) throws IOException {
    var random = new SplittableRandom(1);
    try (var out = Files.newBufferedWriter(folder.resolve("grid.csv"))) {
      out.write("GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner\n");
      for (long row = SOUTH; row < SOUTH + ROWS; row++) {
        for (long column = WEST; column < WEST + COLUMNS; column++) {
          if (random.nextDouble() < INHABITED) {
            out.write(PopulationGrid.id((int) row, (int) column));
            out.write(";" + (100 * column + 50) + ";" + (100 * row + 50) + ";");
            out.write(1 + random.nextInt(50) + "\n");
          }
        }
      }
    }
    Files.writeString(
        folder.resolve("datapackage.json"),
        """
        {"name": "grid", "licenses": [{"name": "CC0-1.0"}],
         "radar": {"title": {"de": "Gitter", "en": "Grid"}, "publisher": "invented",
          "attribution": "invented", "vintage": "2022", "example": true},
         "resources": [{"name": "grid", "path": "grid.csv", "radar": {"kind": "grid",
          "title": {"de": "Gitter", "en": "Grid"}}}]}
        """);
  }
}
