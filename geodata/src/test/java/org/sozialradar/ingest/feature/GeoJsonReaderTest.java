package org.sozialradar.ingest.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sozialradar.ingest.ImportIssue;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.InputFile;
import org.sozialradar.ingest.InputRejectedException;

class GeoJsonReaderTest {
  private static final String SQUARE = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";

  @TempDir Path folder;

  private static String feature(String key, String geometry) {
    return """
    {"type":"Feature","properties":{"AGS":"%s","GF":4,"text":null,"more":{"a":[1]}},
     "geometry":%s}\
    """
        .formatted(key, geometry);
  }

  private static String polygon(String coordinates) {
    return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private CollectedFeatures read(String text) throws IOException {
    return CollectedFeatures.of(
        new GeoJsonReader(), CollectedFeatures.write(folder, "a.json", text));
  }

  private ImportIssue rejection(String text) throws IOException {
    var file = CollectedFeatures.write(folder, "a.json", text);
    return catchThrowableOfType(
            InputRejectedException.class, () -> CollectedFeatures.of(new GeoJsonReader(), file))
        .issue();
  }

  @Test
  void readsAFeatureCollection() throws IOException {
    var all = read(collection(feature("1", polygon(SQUARE)), feature("2", polygon(SQUARE))));

    assertThat(all.crs()).isEqualTo("EPSG:4326");
    assertThat(all.accepted()).extracting(RawFeature::number).containsExactly(1L, 2L);
    assertThat(all.accepted().get(0).properties()).containsOnlyKeys("AGS", "GF");
    assertThat(all.accepted().get(0).properties()).containsEntry("GF", "4");
    assertThat(all.accepted().get(0).geometry().getArea()).isEqualTo(1);
  }

  @Test
  void readsAFeatureInEachLine() throws IOException {
    String one = feature("1", polygon(SQUARE)).replace("\n", "");
    String other = feature("2", polygon(SQUARE)).replace("\n", "");

    var all = read(one + "\n" + other + "\n");

    assertThat(all.accepted())
        .extracting(feature -> feature.properties().get("AGS"))
        .containsExactly("1", "2");
  }

  @Test
  void refusesWhatFollowsACollectionOrAnArray() throws IOException {
    String one = feature("1", polygon(SQUARE));

    for (String text :
        List.of(collection(one) + one, "[" + one + "]" + one, one + "[" + one + "]", one + "1")) {
      assertThat(rejection(text).code()).isEqualTo("file-wrong-format");
    }
  }

  @Test
  void readsFeaturesAndCollectionsMixedInAnArray() throws IOException {
    var all =
        read(
            "["
                + feature("1", polygon(SQUARE))
                + ","
                + collection(feature("2", polygon(SQUARE)), feature("3", polygon(SQUARE)))
                + ",["
                + feature("4", polygon(SQUARE))
                + "]]");

    assertThat(all.accepted())
        .extracting(one -> one.properties().get("AGS"))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  void readsMembersInAnyOrder() throws IOException {
    var all =
        read(
            """
            {"features":[{"geometry":{"coordinates":[[[0,0,9],[1,0,9],[1,1,9]]],"type":"Polygon"},
              "properties":{"AGS":"1"},"type":"Feature"}],
             "crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::25833"},"type":"name"},
             "type":"FeatureCollection"}\
            """);

    assertThat(all.crs()).isEqualTo("urn:ogc:def:crs:EPSG::25833");
    assertThat(all.accepted().get(0).geometry().getArea()).isEqualTo(0.5);
  }

  @Test
  void readsHolesAndSeveralParts() throws IOException {
    var all =
        read(
            feature(
                "1",
                """
                {"type":"MultiPolygon","coordinates":[
                  [[[0,0],[9,0],[9,9],[0,9],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]],
                  [[[10,0],[11,0],[11,1],[10,0]]]]}\
                """));

    assertThat(all.accepted().get(0).geometry().getArea()).isEqualTo(81 - 1 + 0.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|geometry-missing",
        "{'type':'Polygon','coordinates':[]}|geometry-empty",
        "{'type':'MultiPolygon','coordinates':[]}|geometry-empty",
        "{'type':'Polygon'}|geometry-empty",
        "{'type':'Point','coordinates':[1,2]}|geometry-wrong-type",
        "{'type':'GeometryCollection','geometries':[]}|geometry-wrong-type",
        "{'coordinates':[[[0,0],[1,0],[1,1],[0,0]]]}|geometry-wrong-type",
        "{'type':'Polygon','coordinates':[[[0,0],[1,1]]]}|polygon-too-few-points",
        "{'type':'Polygon','coordinates':[[[0,0],[1,1],[0,0]]]}|polygon-too-few-points",
        "{'type':'Polygon','coordinates':[[[0,0],[1,1],[0,0],[1,1],[0,0]]]}|polygon-too-few-points",
        "{'type':'Polygon','coordinates':[[]]}|polygon-too-few-points",
        "{'type':'Polygon','coordinates':[[[0,0],[NaN,0],[1,1],[0,0]]]}|coordinate-not-finite",
        "{'type':'Polygon','coordinates':[[[0,0],[1e999,0],[1,1],[0,0]]]}|coordinate-not-finite",
        "{'type':'Polygon','coordinates':[[[0,0],['x',0],[1,1],[0,0]]]}|coordinate-not-finite",
        "{'type':'Polygon','coordinates':[[[0,0],[null,0],[1,1],[0,0]]]}|coordinate-not-finite",
        "{'type':'Polygon','coordinates':[[[0,0],[1],[1,1],[0,0]]]}|coordinate-not-finite",
        "{'type':'Polygon','coordinates':[[0,0],[1,0],[1,1],[0,0]]}|geometry-unreadable",
        "{'type':'Polygon','coordinates':[[[[0,0],[1,0],[1,1],[0,0]]]]}|geometry-unreadable"
      })
  void namesTheFeatureWithABadGeometry(String geometry, String code) throws IOException {
    var bad = feature("2", geometry.replace('\'', '"'));

    var all = read(collection(feature("1", polygon(SQUARE)), bad, feature("3", polygon(SQUARE))));

    assertThat(all.refused()).containsExactly("2 " + code);
    assertThat(all.accepted()).extracting(RawFeature::number).containsExactly(1L, 3L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'FeatureCollection','features':[{'type':'Feature'|file-truncated",
        "{'type':'FeatureCollection','features':[|file-truncated",
        "{'type':'FeatureCollection','features':5}|file-wrong-format",
        "{'type':'Topology','objects':{}}|file-wrong-format",
        "{}|file-wrong-format",
        "AGS;GEN|file-wrong-format",
        "''|file-wrong-format",
        "5|file-wrong-format",
        "[{'type':'FeatureCollection','features':[]}] x|file-wrong-format"
      })
  void rejectsWhatIsNoGeoJson(String text, String code) throws IOException {
    var issue = rejection(text.replace('\'', '"'));

    assertThat(issue.code()).isEqualTo(code);
    assertThat(issue.row()).isEqualTo(1);
    assertThat(issue.column()).isEmpty();
    assertThat(issue.text().en()).contains("at character").doesNotContain("Source:");
  }

  @Test
  void namesTheLineOfWhatIsNoJson() throws IOException {
    var issue = rejection("{\"type\":\"FeatureCollection\",\n\"features\":[}");

    assertThat(issue.file()).isEqualTo("a.json");
    assertThat(issue.row()).isEqualTo(2);
  }

  @Test
  void rejectsTwoCoordinateSystems() throws IOException {
    String one =
        "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{\"properties\":{\"name\":\"%s\"}}}";

    assertThat(
            rejection("[" + one.formatted("EPSG:25832") + "," + one.formatted("EPSG:4326") + "]"))
        .satisfies(issue -> assertThat(issue.text().en()).contains("two coordinate systems"));
  }

  @Test
  void rejectsDeepNesting() throws IOException {
    assertThat(rejection("[".repeat(100_000)).code()).isEqualTo("file-beyond-limit");
  }

  @Test
  void rejectsTooManyVertices() throws IOException {
    var file =
        InputFile.of(
            CollectedFeatures.write(folder, "a.json", feature("1", polygon(SQUARE))),
            ImportLimits.STANDARD);
    var budget = new FeatureBudget(file, 4);

    budget.addVertices(4);

    assertThat(
            catchThrowableOfType(InputRejectedException.class, () -> budget.addVertices(1))
                .issue()
                .code())
        .isEqualTo("too-many-vertices");
  }

  @Test
  void readsPackedFilesAndNamesATruncatedOne() throws IOException {
    var packed = folder.resolve("a.geojson.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(collection(feature("1", polygon(SQUARE))).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(CollectedFeatures.of(new GeoJsonReader(), packed).accepted()).hasSize(1);

    byte[] bytes = Files.readAllBytes(packed);
    Files.write(packed, java.util.Arrays.copyOf(bytes, bytes.length - 30));

    assertThat(
            catchThrowableOfType(
                    InputRejectedException.class,
                    () -> CollectedFeatures.of(new GeoJsonReader(), packed))
                .issue()
                .code())
        .isEqualTo("file-truncated");
  }
}
