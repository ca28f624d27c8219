package org.sozialradar.ingest.boundary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sozialradar.area.Area;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.Progress;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** A folder with small files, and a store that they are imported into. */
final class BoundaryFolder implements AutoCloseable {
  private final Path folder;
  private final GeodataStore store;

  BoundaryFolder(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("data"));
    this.store = Stores.open(folder.resolve("store").toString());
  }

  BoundaryFolder write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    return this;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  GeodataStore store() {
    return store;
  }

  /** Imports a data package of these resources, each the path of a file and its settings. */
  PackageReport run(String... resources) throws IOException {
    return run("test-boundaries", resources);
  }

  PackageReport run(String name, String[] resources) throws IOException {
    write(name + ".json", manifest(name, resources));
    var request =
        new ImportRequest(List.of(folder.resolve(name + ".json")), List.of(), List.of(), false);
    var importer = Importer.installed(ImportLimits.STANDARD, Clock.systemUTC());
    return importer.run(request, store, Progress.silent()).packages().get(0);
  }

  static String resource(String file, String settings) {
    return """
        {"name": "%s", "path": "%s", "radar": {%s}}"""
        .formatted(file.toLowerCase(Locale.ROOT), file, settings.replace('\'', '"'));
  }

  private static String manifest(String name, String... resources) {
    var named = new StringBuilder();
    for (int i = 0; i < resources.length; i++) {
      String unique = resources[i].replaceFirst("\"name\": \"", "\"name\": \"r" + i + "-");
      named.append(i == 0 ? "" : ",").append(unique);
    }
    return """
        {"name": "%s",
         "licenses": [{"name": "dl-de/by-2-0", "title": "Datenlizenz", "path": "https://www.govdata.de/dl-de/by-2-0"}],
         "radar": {"title": {"de": "Grenzen", "en": "Boundaries"}, "publisher": "Amt",
           "attribution": "© Amt", "vintage": "2020",
           "levels": [{"id": "council", "name": {"de": "Rat", "en": "Council"},
             "plural": {"de": "Räte", "en": "Councils"}, "rank": 45, "group": true}]},
         "resources": [%s]}"""
        .formatted(name, named);
  }

  /** GeoJSON of squares of 0.01 degrees: key, name, column and row of a grid at 14° E, 51° N. */
  static String squares(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  static String square(String properties, int column, int row) {
    double west = 14 + column / 100.0;
    double south = 51 + row / 100.0;
    return feature(
        properties,
        String.format(
            Locale.ROOT,
            "[[[%1$.2f,%2$.2f],[%3$.2f,%2$.2f],[%3$.2f,%4$.2f],[%1$.2f,%4$.2f],[%1$.2f,%2$.2f]]]",
            west,
            south,
            west + 0.01,
            south + 0.01));
  }

  static String feature(String properties, String coordinates) {
    return """
        {"type":"Feature","properties":{%s},"geometry":{"type":"Polygon","coordinates":%s}}"""
        .formatted(properties.replace('\'', '"'), coordinates);
  }

  Area area(String edition, String level, String code) {
    return find(edition, level, code)
        .orElseThrow(() -> new AssertionError("no area " + code + " in " + edition));
  }

  Optional<Area> find(String edition, String level, String code) {
    return store.listAreas(edition, level).stream()
        .filter(area -> area.code().value().equals(code))
        .findFirst();
  }

  List<String> codes(String edition, String level) {
    return store.listAreas(edition, level).stream().map(area -> area.code().value()).toList();
  }

  static ImportIssue issue(PackageReport report, String code) {
    return report.issues().stream()
        .filter(issue -> issue.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no issue "
                        + code
                        + " in "
                        + report.issues().stream()
                            .map(ImportIssue::toString)
                            .collect(Collectors.joining("\n"))));
  }

  @Override
  public void close() {
    store.close();
  }
}
