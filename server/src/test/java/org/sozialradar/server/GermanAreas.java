package org.sozialradar.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.area.PolygonRepair;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.Indicator;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.Measure;
import org.sozialradar.indicator.ObservationStatus;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.feature.BadGeometryException;
import org.sozialradar.ingest.feature.FeatureSink;
import org.sozialradar.ingest.feature.GeoJsonReader;
import org.sozialradar.ingest.feature.RawFeature;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Stores;

/** The municipalities of Germany as VG250 draws them, with invented values. */
final class GermanAreas {
  static final int COLUMNS = 20;
  private static final String DATA = "RADAR_SHARED_DATA";
  private static final String DATASET = "germany";
  private static final String EDITION = "2016";

  private GermanAreas() {}

  /** VG250. Without it the test is skipped and says so; where CI is true it fails. */
  static Path requireFile() {
    String named = System.getProperty(DATA, System.getenv().getOrDefault(DATA, ""));
    var data = named.isEmpty() ? Path.of("..", "..", "shared", "data") : Path.of(named);
    var file = data.resolve("boundaries").resolve("vg250_gemeinden_2016_de.geojson.gz");
    if (!Files.isRegularFile(file)) {
      String notice = "the boundaries of Germany are missing: set " + DATA;
      if ("true".equals(System.getenv("CI"))) {
        Assertions.fail(notice);
      }
      Assumptions.abort("SKIPPED, " + notice);
    }
    return file;
  }

  /** Fills a new store, and says with how many areas. */
  static int fill(String store, Path file) {
    var areas = read(file);
    var indicators = new ArrayList<Indicator>();
    var tables = new ArrayList<IndicatorTable>();
    for (int i = 0; i < COLUMNS; i++) {
      indicators.add(indicator("value_" + i));
      tables.add(table("value_" + i, areas));
    }
    try (var open = Stores.open(store)) {
      open.commit(
          new ImportBatch(
              TestCountry.dataset(DATASET, true),
              List.of(
                  new BoundaryVersion(
                      EDITION, LocalDate.of(2016, 1, 1), LocalizedText.same("2016"), DATASET)),
              List.of(new ImportBatch.AreaSet(EDITION, AreaLevel.MUNICIPALITY, areas, List.of())),
              List.of(),
              indicators,
              tables,
              List.of(),
              List.of(),
              List.of(),
              true));
    }
    return areas.size();
  }

  /** The larger of several features of one key: the others are water. */
  private static List<Area> read(Path file) {
    var areas = new TreeMap<String, Area>();
    new GeoJsonReader()
        .read(
            InputFile.of(file, ImportLimits.STANDARD),
            new FeatureSink() {
              @Override
              public void accept(RawFeature feature) {
                var area = area(feature);
                areas.merge(
                    area.code().value(),
                    area,
                    (one, other) ->
                        one.geometry().getArea() < other.geometry().getArea() ? other : one);
              }

              @Override
              public void refuse(
                  long number, Map<String, String> properties, BadGeometryException reason) {
                throw new IllegalStateException(properties.toString(), reason);
              }
            });
    return List.copyOf(areas.values());
  }

  private static Area area(RawFeature feature) {
    return new Area(
        new AreaCode(feature.properties().get("AGS")),
        AreaLevel.MUNICIPALITY.id(),
        feature.properties().get("GEN"),
        feature.properties().get("BEZ"),
        Map.of(),
        Map.of(),
        PolygonRepair.repair(feature.geometry()).geometry());
  }

  private static Indicator indicator(String id) {
    return new Indicator(
        id,
        LocalizedText.same(id),
        LocalizedText.same(id),
        new Indicator.Unit("persons", LocalizedText.same("persons")),
        2,
        Indicator.Polarity.NEUTRAL,
        Measure.extensive("population"),
        new Indicator.Theme("people", LocalizedText.same("people")),
        Double.NaN,
        "",
        DATASET);
  }

  private static IndicatorTable table(String id, List<Area> areas) {
    var random = new SplittableRandom(id.hashCode());
    var table = IndicatorTable.builder(id, EDITION, AreaLevel.MUNICIPALITY.id(), DATASET);
    for (var area : areas) {
      table.put(
          area.code(),
          ReferencePeriod.ofYear(2016),
          Estimate.of(random.nextInt(1_000_000) / 100.0, ObservationStatus.REPORTED));
    }
    return table.build();
  }
}
