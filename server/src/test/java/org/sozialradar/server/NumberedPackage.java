package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.store.GeodataReader;
import org.sozialradar.store.GeodataStore;

/**
 * Boundaries of the south-west of Saxony with values on them as one data package that carries a
 * number everywhere: in its vintage, the name of each municipality and each value. What a store
 * holds of it tells whether it is whole.
 */
final class NumberedPackage {
  private static final String INDICATOR = "probe";
  private static final String EDITION = "2023";
  private static final ReferencePeriod PERIOD = new ReferencePeriod("2023");
  private static final LocalDate FIRST_VINTAGE = LocalDate.of(2000, 1, 1);
  private static final Pattern FEATURE =
      Pattern.compile("\"AGS\":\"(\\d{8})\",\"GEN\":\"([^\"]*)\"");

  /** Keys of the districts of which it takes the municipalities. */
  private static final String PART = "1452";

  private final Path folder;
  private final String boundaries;
  private final List<String> codes;
  private final ObjectNode manifest;

  NumberedPackage(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    var sample = BundledSample.copyTo(folder).get(0);
    try (var in =
        new GZIPInputStream(
            Files.newInputStream(sample.resolveSibling("municipalities.geojson.gz")))) {
      boundaries = part(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    codes = FEATURE.matcher(boundaries).results().map(found -> found.group(1)).toList();
    manifest = (ObjectNode) new ObjectMapper().readTree(sample.toFile());
    manifest.withArray("resources").remove(1); // Districts would only take time.
    ((ObjectNode) manifest.at("/resources/0")).put("path", "municipalities.geojson");
    addValues();
  }

  /** The file has a line for each municipality, between its first line and its last. */
  private static String part(String whole) {
    var features = new StringJoiner(",\n", "{\"type\":\"FeatureCollection\",\"features\":[", "]}");
    whole
        .lines()
        .filter(line -> line.contains("\"AGS\":\"" + PART))
        .forEach(line -> features.add(line.replaceAll("^,|,$", "")));
    return features.toString();
  }

  private void addValues() throws IOException {
    var values =
        new ObjectMapper()
            .readTree(
                """
                {"themes": [{"id": "people", "name": {"de": "P", "en": "P"}}],
                 "indicators": [{"id": "probe", "name": {"de": "P", "en": "P"},
                   "description": {"de": "P", "en": "P"},
                   "unit": {"id": "persons", "symbol": {"de": "P", "en": "P"}},
                   "measure": {"kind": "extensive"}, "theme": "people"}],
                 "resource": {"name": "values", "path": "values.csv",
                   "schema": {"fields": [
                     {"name": "ags", "type": "string",
                      "radar": {"role": "key", "keyType": "AGS"}},
                     {"name": "value", "type": "integer",
                      "radar": {"role": "value", "indicator": "probe"}}]},
                   "radar": {"kind": "indicators", "edition": "2023",
                     "level": "municipality", "period": "2023"}}}\
                """);
    var radar = (ObjectNode) manifest.get("radar");
    radar.set("themes", values.get("themes"));
    radar.set("indicators", values.get("indicators"));
    manifest.withArray("resources").add(values.get("resource"));
  }

  /** Writes the package with a number, at least 1, and says where its manifest stands. */
  Path write(int number) throws IOException {
    ((ObjectNode) manifest.get("radar")).put("vintage", FIRST_VINTAGE.plusDays(number).toString());
    Files.writeString(
        folder.resolve("municipalities.geojson"),
        FEATURE.matcher(boundaries).replaceAll("\"AGS\":\"$1\",\"GEN\":\"$2 " + number + "\""));
    var lines = new ArrayList<>(List.of("ags,value"));
    codes.forEach(code -> lines.add(code + "," + value(new AreaCode(code), number)));
    Files.write(folder.resolve("values.csv"), lines);
    var path = folder.resolve("datapackage.json");
    new ObjectMapper().writeValue(path.toFile(), manifest);
    return path;
  }

  private static long value(AreaCode code, int number) {
    return number * 100_000L + Integer.parseInt(code.value().substring(3));
  }

  /** What a store holds of one number, besides the number itself. */
  record Holding(int number, TreeMap<String, TreeMap<Integer, Integer>> pyramids) {}

  /** Reads all that a store holds, and fails unless all of it has one number. */
  Holding readWhole(GeodataStore store) {
    return store.read(this::read);
  }

  private Holding read(GeodataReader reader) {
    var datasets = reader.listDatasets();
    assertThat(datasets).hasSize(1);
    var vintage = LocalDate.parse(datasets.get(0).vintage());
    int number = (int) (vintage.toEpochDay() - FIRST_VINTAGE.toEpochDay());
    var pyramids = new TreeMap<String, TreeMap<Integer, Integer>>();
    for (var level : reader.listLevels(EDITION)) {
      var sizes = new TreeMap<Integer, Integer>();
      reader
          .listCoverages(EDITION, level.id())
          .forEach(coverage -> sizes.put(coverage.zoom(), coverage.geometries().size()));
      pyramids.put(level.id(), sizes);
    }
    checkAreas(reader.listAreas(EDITION, "municipality"), number);
    checkValues(reader, number);
    return new Holding(number, pyramids);
  }

  private void checkAreas(List<Area> areas, int number) {
    assertThat(areas)
        .hasSize(codes.size())
        .allMatch(Area::hasGeometry)
        .allMatch(area -> area.name().endsWith(" " + number), "named with " + number);
  }

  private void checkValues(GeodataReader reader, int number) {
    assertThat(reader.listTables(INDICATOR))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.codes()).hasSize(codes.size());
              assertThat(table.codes())
                  .allMatch(
                      code ->
                          table.find(code, PERIOD).orElseThrow().value() == value(code, number));
            });
  }
}
