package org.sozialradar.tile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** The layers of Saxony that come with the product, by level, as the ordinary import makes them. */
record SampleLayers(Map<String, SampleLayers.Layer> byLevel) {
  private static final String EDITION = "2023";

  /** What a pyramid is made of. */
  record Layer(String name, List<CoverageLevel> levels, Map<AreaCode, String> names) {
    TilePyramid pyramid() {
      return TilePyramid.ofCoverage(name, levels, names);
    }
  }

  /** Imports boundaries and groups of areas into a store that is gone afterwards. */
  static SampleLayers load() throws IOException {
    var folder = Files.createTempDirectory("sample-layers");
    try (var store = Stores.open(folder.resolve("store").toString())) {
      var withGroups = BundledSample.copyTo(folder).subList(0, 2);
      Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
          .run(
              new ImportRequest(withGroups, List.of(), List.of(), false), store, Progress.silent());
      return new SampleLayers(layers(store));
    } finally {
      delete(folder);
    }
  }

  private static Map<String, Layer> layers(GeodataStore store) {
    var layers = new TreeMap<String, Layer>();
    for (var level : store.listLevels(EDITION)) {
      var names =
          store.listAreas(EDITION, level.id()).stream()
              .collect(Collectors.toMap(Area::code, Area::name));
      layers.put(
          level.id(), new Layer(level.id(), store.listCoverages(EDITION, level.id()), names));
    }
    return layers;
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
