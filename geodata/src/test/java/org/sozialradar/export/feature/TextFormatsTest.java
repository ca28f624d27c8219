package org.sozialradar.export.feature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.export.format.FeatureFiles;

class TextFormatsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path temp;

  private String text(FeatureFormat format, CsvDialect dialect, List<ExportRow> rows)
      throws IOException {
    var layer = ExportedLayers.layer(ReferenceSystem.CRS84, rows.size());
    return new String(ExportedLayers.bytes(format, layer, dialect, rows, temp), UTF_8);
  }

  private JsonNode collection(List<ExportRow> rows) throws IOException {
    return JSON.readTree(text(FeatureFormat.GEOJSON, CsvDialect.STANDARD, rows));
  }

  @Test
  void geoJsonSaysWhereItsDataComeFrom() throws IOException {
    var read = collection(ExportedLayers.ROWS);
    assertThat(read.get("type").asText()).isEqualTo("FeatureCollection");
    assertThat(read.get("name").asText()).isEqualTo("municipality_2023");
    var metadata = read.get("metadata");
    assertThat(metadata.get("title").asText()).isEqualTo("Gemeinden, 2023");
    assertThat(metadata.at("/licenses/0/name").asText()).isEqualTo("dl-de/by-2-0");
    assertThat(metadata.at("/sources/0/title").asText()).isEqualTo("© BKG (2024) dl-de/by-2-0");
    assertThat(metadata.at("/version").asText()).isEqualTo("7");
    assertThat(metadata.at("/created").asText()).isEqualTo("2024-05-06T07:08:09Z");
    assertThat(metadata.at("/radar/citation").asText()).isEqualTo("Sozialradar: Gemeinden, 2023.");
    assertThat(metadata.at("/schema/fields/2/radar/unit").asText()).isEqualTo("%");
  }

  /** RFC 7946, 3.1.6: exterior rings counter-clockwise, interior rings clockwise. */
  @Test
  void geoJsonTurnsRingsByTheRightHandRule() throws IOException {
    var read = collection(ExportedLayers.ROWS).get("features");
    assertThat(read.at("/0/geometry/coordinates/0/1").toString())
        .isEqualTo("[[14.94,51.14],[14.94,51.16],[14.96,51.16],[14.96,51.14],[14.94,51.14]]");
    assertThat(read.at("/0/geometry/coordinates/1/0/0/0").asDouble()).isEqualTo(15.0123457);
    assertThat(read.at("/1/geometry").toString())
        .isEqualTo(
            "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[9.4,54.7],[9.5,54.7],[9.5,54.8],[9.4,54.8],[9.4,54.7]]]}");
    assertThat(read.at("/2/geometry").isNull()).isTrue();
  }

  @Test
  void geoJsonKeepsValuesAndTheirTypes() throws IOException {
    var read = collection(ExportedLayers.ROWS).get("features");
    var whole = read.at("/0/properties");
    assertThat(read.at("/0/id").asText()).isEqualTo("14626110");
    assertThat(whole.get("name").asText()).isEqualTo("Görlitz „Süd“, \"Weiß; ß\"");
    assertThat(whole.get("share").doubleValue()).isEqualTo(12.25);
    assertThat(whole.get("share_lower").doubleValue()).isEqualTo(-0.5);
    assertThat(whole.get("people").toString()).isEqualTo("55980");
    assertThat(whole.get("merged").isBoolean()).isTrue();
    assertThat(whole.get("counted").asText()).isEqualTo("2023-12-31");
    assertThat(whole.get("changed").asText()).isEqualTo("2024-01-02T03:04:05Z");
    assertThat(read.at("/1/properties/share").isNull()).isTrue();
    assertThat(read.at("/1/properties/share_status").asText()).isEqualTo("unknown-or-secret");
    assertThat(read.at("/1/properties/people").doubleValue()).isEqualTo(0.0000015);
  }

  @Test
  void geoJsonWithoutFeaturesIsACollection() throws IOException {
    assertThat(collection(List.of()).get("features").isEmpty()).isTrue();
    assertThat(text(FeatureFormat.GEOJSON_SEQ, CsvDialect.STANDARD, List.of())).isEmpty();
  }

  @Test
  void eachLineOfNewlineDelimitedGeoJsonIsAFeature() throws IOException {
    var lines =
        text(FeatureFormat.GEOJSON_SEQ, CsvDialect.STANDARD, ExportedLayers.ROWS).lines().toList();
    assertThat(lines).hasSize(3);
    for (int i = 0; i < 3; i++) {
      var feature = JSON.readTree(lines.get(i));
      assertThat(feature.get("type").asText()).isEqualTo("Feature");
      assertThat(feature.get("id").asText()).isEqualTo(ExportedLayers.ROWS.get(i).id());
    }
  }

  @Test
  void geoJsonIsRefusedInOtherSystemsAndCsvIsNot() {
    for (var system : ReferenceSystem.values()) {
      boolean fits = system == ReferenceSystem.CRS84;
      assertThat(FeatureFormat.GEOJSON.takes(system)).isEqualTo(fits);
      assertThat(FeatureFormat.GEOJSON_SEQ.takes(system)).isEqualTo(fits);
      assertThat(FeatureFormat.CSV.takes(system)).isTrue();
    }
    var layer = ExportedLayers.layer(ReferenceSystem.EPSG_4326, 0);
    assertThatThrownBy(
            () ->
                ExportedLayers.bytes(
                    FeatureFormat.GEOJSON, layer, CsvDialect.STANDARD, List.of(), temp))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EPSG/0/4326");
  }

  @Test
  void csvIsATableWithCommas() throws IOException {
    assertThat(text(FeatureFormat.CSV, CsvDialect.STANDARD, ExportedLayers.ROWS))
        .isEqualTo(
            "code,name,share,share_status,share_lower,share_upper,share_respondents,people,"
                + "merged,counted,changed\r\n"
                + "14626110,\"Görlitz „Süd“, \"\"Weiß; ß\"\"\",12.25,estimated,-0.5,25,30-49,"
                + "55980,true,2023-12-31,2024-01-02T03:04:05Z\r\n"
                + "01001000,'=1+1;2,,unknown-or-secret,,,,0.0000015,false,,\r\n"
                + "09162000,München,,no-row,,,,,,,\r\n");
  }

  @Test
  void germanExcelGetsSemicolonsDecimalCommasAndAByteOrderMark() throws IOException {
    assertThat(text(FeatureFormat.CSV, CsvDialect.EXCEL_DE, ExportedLayers.ROWS))
        .isEqualTo(
            "\uFEFFcode;name;share;share_status;share_lower;share_upper;share_respondents;people;"
                + "merged;counted;changed\r\n"
                + "14626110;\"Görlitz „Süd“, \"\"Weiß; ß\"\"\";12,25;estimated;-0,5;25;30-49;"
                + "55980;true;2023-12-31;2024-01-02T03:04:05Z\r\n"
                + "01001000;\"'=1+1;2\";;unknown-or-secret;;;;0,0000015;false;;\r\n"
                + "09162000;München;;no-row;;;;;;;\r\n");
  }

  @Test
  void theDescriptionBesideAFileNamesItsDialectAndColumns() {
    var layer = ExportedLayers.layer(ReferenceSystem.CRS84, 0);
    var csv = LayerDescription.of(layer, FeatureFormat.CSV, CsvDialect.EXCEL_DE, "areas.csv");
    assertThat(csv.get("path").asText()).isEqualTo("areas.csv");
    assertThat(csv.at("/dialect/delimiter").asText()).isEqualTo(";");
    assertThat(csv.at("/schema/fields/2/decimalChar").asText()).isEqualTo(",");
    assertThat(csv.at("/schema/fields/0/decimalChar").isMissingNode()).isTrue();
    assertThat(csv.at("/schema/fields"))
        .extracting(field -> field.get("type").asText())
        .startsWith("string", "string", "number")
        .endsWith("boolean", "date", "datetime");
    var geojson =
        LayerDescription.of(layer, FeatureFormat.GEOJSON, CsvDialect.STANDARD, "a.geojson");
    assertThat(geojson.at("/radar/crs").asText()).isEqualTo(ReferenceSystem.CRS84.uri());
    assertThat(geojson.has("dialect")).isFalse();
  }

  @Test
  void exampleDataSayThatTheyAreInvented() {
    var layer =
        ExportedLayers.layer(
            ReferenceSystem.CRS84,
            org.sozialradar.layer.GeometryKind.POLYGON,
            ExportedLayers.COLUMNS,
            0,
            ExportedLayers.dataset("d", "erfunden", true));
    var description = LayerDescription.of(layer);
    assertThat(description.get("title").asText())
        .isEqualTo("Gemeinden, 2023 (Beispieldaten, erfunden)");
    assertThat(description.at("/radar/example").asBoolean()).isTrue();
  }

  @Test
  void aFileThatLacksRowsIsNotEnded() throws IOException {
    var layer = ExportedLayers.layer(ReferenceSystem.CRS84, 2);
    var out = new java.io.ByteArrayOutputStream();
    try (var sink =
        FeatureFiles.open(FeatureFormat.GEOJSON, layer, CsvDialect.STANDARD, out, temp)) {
      sink.write(ExportedLayers.WHOLE);
      assertThatThrownBy(sink::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 of the 2 rows");
    }
    assertThatThrownBy(() -> JSON.readTree(out.toByteArray())).isInstanceOf(IOException.class);
  }

  @Test
  void rowsThatDoNotFitAreRefused() throws IOException {
    var layer = ExportedLayers.layer(ReferenceSystem.CRS84, 1);
    var out = new java.io.ByteArrayOutputStream();
    try (var sink = FeatureFiles.open(FeatureFormat.CSV, layer, CsvDialect.STANDARD, out, temp)) {
      var few = new ExportRow("1", java.util.Optional.empty(), List.of());
      assertThatThrownBy(() -> sink.write(few)).isInstanceOf(IllegalArgumentException.class);
      sink.write(ExportedLayers.WHOLE);
      assertThatThrownBy(() -> sink.write(ExportedLayers.SECRET))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
