package org.sozialradar.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.BoundaryVersion;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Stores;

/** A folder with files and an embedded store, for tests of importers. */
public final class ImportFixture implements AutoCloseable {
  private final Path folder;
  private final GeodataStore store;
  private final ImportLimits limits;

  public ImportFixture(Path folder, ImportLimits limits) {
    this.folder = folder;
    this.limits = limits;
    this.store = Stores.open(folder.resolve("store").toString());
  }

  public ImportFixture(Path folder) {
    this(folder, ImportLimits.STANDARD);
  }

  public GeodataStore store() {
    return store;
  }

  public Path folder() {
    return folder;
  }

  /** Stores an edition with areas that are keys alone. */
  public ImportFixture withAreas(String edition, AreaLevel level, String... codes) {
    var areas =
        Arrays.stream(codes)
            .sorted()
            .map(
                code ->
                    new Area(
                        new AreaCode(code),
                        level.id(),
                        "Ort " + code,
                        "",
                        Map.of(),
                        Map.of(),
                        new GeometryFactory().createPolygon()))
            .toList();
    var title = LocalizedText.same(edition);
    var day = LocalDate.of(2020, 1, 1);
    store.commit(
        new ImportBatch(
            dataset("keys-" + edition),
            List.of(new BoundaryVersion(edition, day, title, "keys-" + edition)),
            List.of(new ImportBatch.AreaSet(edition, level, areas, List.of())),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            true));
    return this;
  }

  private static Dataset dataset(String id) {
    return new Dataset(
        id,
        LocalizedText.same(id),
        "Amt",
        new Licence("CC0", "CC0", ""),
        "Amt",
        "2020",
        false,
        List.of(),
        Instant.EPOCH);
  }

  public Path write(String name, String text, Charset charset) {
    return write(name, text.getBytes(charset));
  }

  public Path write(String name, String text) {
    return write(name, text, StandardCharsets.UTF_8);
  }

  public Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the import of a manifest with the given resources (JSON) and indicators. */
  public PackageReport run(String resources, String... indicators) {
    write("datapackage.json", manifest(resources, indicators));
    return report(folder.resolve("datapackage.json"), false);
  }

  public PackageReport check(String resources, String... indicators) {
    write("datapackage.json", manifest(resources, indicators));
    return report(folder.resolve("datapackage.json"), true);
  }

  public PackageReport report(Path input, boolean dryRun) {
    var request = new ImportRequest(List.of(input), List.of(), List.of(), dryRun);
    return importer().run(request, store, Progress.silent()).packages().get(0);
  }

  public Importer importer() {
    return Importer.installed(limits, Clock.systemUTC());
  }

  /** A manifest whose indicators count persons unless they are given as JSON. */
  public static String manifest(String resources, String... indicators) {
    var all = Arrays.stream(indicators).map(ImportFixture::indicator).toList();
    return """
    {"name": "test-data",
     "licenses": [{"name": "CC0"}],
     "radar": {"title": {"de": "Probe", "en": "Test"}, "publisher": "Amt", "attribution": "© Amt",
       "vintage": "2021", "themes": [{"id": "people", "name": {"de": "Menschen", "en": "People"}}],
       "indicators": [%s]},
     "resources": [%s]}
    """
        .formatted(String.join(",", all), resources);
  }

  private static String indicator(String idOrJson) {
    return idOrJson.startsWith("{") ? idOrJson : indicator(idOrJson, "persons", "");
  }

  public static String indicator(String id, String unit, String formula) {
    return """
    {"id": "%s", "name": {"de": "N", "en": "N"}, "description": {"de": "D", "en": "D"},
     "unit": {"id": "%s", "symbol": {"de": "E", "en": "U"}}, "theme": "people",
     "measure": {"kind": "extensive"}, "formula": "%s"}
    """
        .formatted(id, unit, formula);
  }

  @Override
  public void close() {
    store.close();
  }
}
