package org.sozialradar.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sozialradar.SharedData;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.CoverageLevel;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** The layers of an edition, by level, as the ordinary import makes them. */
record ImportedLayers(Map<String, ImportedLayers.Layer> byLevel) {
  private static Optional<ImportedLayers> sample = Optional.empty();

  /** What a pyramid is made of. */
  record Layer(String name, List<CoverageLevel> levels, Map<AreaCode, String> names) {
    TilePyramid pyramid() {
      return TilePyramid.ofCoverage(name, levels, names);
    }
  }

  /** Saxony as it comes with the product; imported once for all tests. */
  static synchronized ImportedLayers sample() throws IOException {
    if (sample.isEmpty()) {
      var folder = Files.createTempDirectory("sample");
      try {
        var withGroups = BundledSample.copyTo(folder).subList(0, 2);
        sample = Optional.of(imported(withGroups, List.of(), "2023"));
      } finally {
        delete(folder);
      }
    }
    return sample.get();
  }

  /** Germany with the shipped manifest. */
  static ImportedLayers germany() throws IOException {
    var manifest =
        SharedData.projectRoot().resolve("scripts/manifests/de-boundaries.datapackage.json");
    return imported(List.of(manifest), List.of(SharedData.require()), "de-2016");
  }

  /** Imports into a store that is gone afterwards. */
  private static ImportedLayers imported(List<Path> manifests, List<Path> data, String edition)
      throws IOException {
    var folder = Files.createTempDirectory("layers");
    try (var store = Stores.open(folder.resolve("store").toString())) {
      var report =
          Importer.installed(ImportLimits.STANDARD, Clock.systemUTC())
              .run(new ImportRequest(manifests, data, List.of(), false), store, Progress.silent());
      assertThat(report.packages()).allMatch(part -> part.outcome() == Outcome.STORED);
      return new ImportedLayers(layers(store, edition));
    } finally {
      delete(folder);
    }
  }

  private static Map<String, Layer> layers(GeodataStore store, String edition) {
    var layers = new TreeMap<String, Layer>();
    for (var level : store.listLevels(edition)) {
      var names =
          store.listAreas(edition, level.id()).stream()
              .collect(Collectors.toMap(Area::code, Area::name));
      layers.put(
          level.id(), new Layer(level.id(), store.listCoverages(edition, level.id()), names));
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
