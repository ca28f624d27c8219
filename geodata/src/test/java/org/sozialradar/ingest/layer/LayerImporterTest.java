package org.sozialradar.ingest.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.SharedData;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.ingest.ImportFixture;
import org.sozialradar.ingest.ImportReport.Outcome;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerRole;

class LayerImporterTest {
  @TempDir Path folder;
  private ImportFixture fixture;

  @BeforeEach
  void open() {
    fixture = new ImportFixture(folder);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private PackageReport layer(String file, String id, String more) {
    return fixture.run(
        """
        {"name": "layer", "path": "%s", "radar": {"kind": "layer", "id": "%s",
         "title": {"de": "Häuser", "en": "Houses"}%s}}\
        """
            .formatted(file, id, more));
  }

  private List<String> ids(String layer) {
    return fixture.store().listFeatures(layer).stream().map(LayerFeature::id).toList();
  }

  private static String features(String... features) {
    return "{\"type\": \"FeatureCollection\", \"features\": [" + String.join(",", features) + "]}";
  }

  private static String feature(String properties, String type, String coordinates) {
    return """
    {"type": "Feature", "properties": {%s}, "geometry": {"type": "%s", "coordinates": %s}}\
    """
        .formatted(properties, type, coordinates);
  }

  @Test
  void keepsPointsOfATableWithDegreesAndTellsNumbersFromTexts() {
    fixture.write(
        "houses.csv",
        """
        Name;Plätze;PLZ;lat;lon
        Größe 1;120;01067;51,05;13,74
        Zwei;;09111;50,83;12,92
        """);
    var report = layer("houses.csv", "houses", ", \"facility\": \"shelter\"");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    var layer = fixture.store().listLayers().get(0);
    assertThat(layer.geometry()).isEqualTo(GeometryKind.POINT);
    assertThat(layer.role()).isEqualTo(LayerRole.FACILITY);
    assertThat(layer.nameAttribute()).isEqualTo("Name");
    assertThat(layer.datasetId()).isEqualTo("test-data");
    assertThat(layer.attributes())
        .containsExactly(
            new LayerAttribute("Name", LayerAttribute.Type.TEXT),
            new LayerAttribute("Plätze", LayerAttribute.Type.INTEGER),
            new LayerAttribute("PLZ", LayerAttribute.Type.TEXT));
    var features = fixture.store().listFeatures("houses");
    assertThat(features.get(0).geometry().getCoordinate().x).isEqualTo(13.74);
    assertThat(features.get(0).geometry().getCoordinate().y).isEqualTo(51.05);
    assertThat(features.get(1).attributes()).isEqualTo(Map.of("Name", "Zwei", "PLZ", "09111"));
    assertThat(ids("houses")).containsExactly("1", "2");
  }

  @Test
  void readsATableInMetresOnlyWithItsCoordinateSystem() {
    fixture.write("utm.csv", "id,x,y\nA,411000,5656000\nB,nix,5656000\n");
    assertThat(layer("utm.csv", "houses", "").issueCounts()).containsKey("crs-missing");
    assertThat(layer("utm.csv", "houses", ", \"crs\": \"EPSG:99999\"").issueCounts())
        .containsKey("crs-unknown");
    var report = layer("utm.csv", "houses", ", \"crs\": \"EPSG:25833\", \"key\": \"id\"");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issueCounts()).containsEntry("layer-coordinate-malformed", 1L);
    var place = fixture.store().listFeatures("houses").get(0).geometry().getCoordinate();
    assertThat(place.x).isBetween(13.72, 13.74);
    assertThat(place.y).isBetween(51.04, 51.06);
    assertThat(ids("houses")).containsExactly("A");
  }

  @Test
  void columnsOfCoordinatesCanBeNamedAndMustBeThereOtherwise() {
    fixture.write("odd.csv", "a,b\n13.7,51.0\n");
    assertThat(layer("odd.csv", "houses", "").issueCounts())
        .containsKey("layer-coordinates-unknown");
    String named = ", \"x\": \"a\", \"y\": \"b\", \"crs\": \"EPSG:4326\"";
    assertThat(layer("odd.csv", "houses", named).outcome()).isEqualTo(Outcome.STORED);
    String missing = ", \"x\": \"a\", \"y\": \"c\", \"crs\": \"EPSG:4326\"";
    assertThat(layer("odd.csv", "houses", missing).issueCounts()).containsKey("column-missing");
    assertThat(layer("odd.csv", "houses", ", \"x\": \"a\"").issueCounts())
        .containsKey("manifest-invalid");
  }

  @Test
  void leavesOutWhatCannotBeUsedAndCountsIt() {
    String bowTie = "[[[13,51],[14,52],[14,51],[13,52],[13,51]]]";
    fixture.write(
        "flood.geojson",
        features(
            feature("\"k\": \"a\"", "Polygon", "[[[13,51],[13.5,51],[13.5,51.5],[13,51]]]"),
            feature("\"k\": \"b\"", "Polygon", bowTie),
            feature("\"k\": \"a\"", "Polygon", "[[[13,51],[13.5,51],[13.5,51.5],[13,51]]]"),
            feature("\"k\": \"c\"", "Point", "[13,51]"),
            feature("\"k\": \"d\"", "Polygon", "[[[13,51],[14,51]]]"),
            feature("\"k\": \"e\"", "Polygon", "[[[13,151],[13.5,151],[13.5,151.5],[13,151]]]"),
            "{\"type\": \"Feature\", \"properties\": {\"k\": \"f\"}, \"geometry\": null}"));
    var report = layer("flood.geojson", "flood", ", \"role\": \"hazard\", \"key\": \"k\"");
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issueCounts())
        .containsOnlyKeys(
            "layer-geometry-repaired",
            "layer-key-not-unique",
            "layer-geometry-mixed",
            "polygon-too-few-points",
            "coordinates-not-in-crs",
            "geometry-missing");
    assertThat(ids("flood")).containsExactly("a", "b");
    assertThat(fixture.store().listFeatures("flood")).allMatch(one -> one.geometry().isValid());
    assertThat(report.resources().get(0).counts())
        .containsEntry("rows-read", 7L)
        .containsEntry("rows-left-out", 5L)
        .containsEntry("features-stored", 2L)
        .containsEntry("geometries-repaired", 1L);
  }

  @Test
  void aFileWithoutAnyUsableFeatureIsRejected() {
    fixture.write("empty.geojson", features());
    assertThat(layer("empty.geojson", "houses", "").issueCounts()).containsKey("layer-empty");
    fixture.write("empty.csv", "lon,lat\n");
    assertThat(layer("empty.csv", "houses", "").issueCounts()).containsKey("header-incomplete");
    fixture.write("blank.csv", "lon,lat\n,\nx,51\n");
    assertThat(layer("blank.csv", "houses", "").issueCounts()).containsKey("layer-empty");
    assertThat(fixture.store().listLayers()).isEmpty();
  }

  @Test
  void aLayerWithTheSameIdReplaces() {
    fixture.write("houses.csv", "lon,lat\n13,51\n13.1,51\n");
    layer("houses.csv", "houses", "");
    fixture.write("houses.csv", "lon,lat\n14,51\n");
    layer("houses.csv", "houses", "");
    assertThat(fixture.store().listLayers()).hasSize(1);
    assertThat(fixture.store().listFeatures("houses")).hasSize(1);
  }

  @Test
  void anIdMustNotBeThatOfALevel() {
    fixture.withAreas("2023", AreaLevel.MUNICIPALITY, "14511000");
    fixture.write("houses.csv", "lon,lat\n13,51\n");
    for (var taken : List.of("municipality", "state", "network")) {
      assertThat(layer("houses.csv", taken, "").issueCounts()).containsKey("layer-id-taken");
    }
    assertThat(layer("houses.csv", "Not-an-id", "").issueCounts()).containsKey("manifest-invalid");
    assertThat(fixture.store().listLayers()).isEmpty();
  }

  @Test
  void rolesAndFacilitiesMustFit() {
    fixture.write("houses.csv", "lon,lat\n13,51\n");
    for (var bad :
        List.of(
            ", \"role\": \"facility\"",
            ", \"facility\": \"castle\"",
            ", \"role\": \"hazard\", \"facility\": \"shelter\"",
            ", \"role\": \"nonsense\"")) {
      assertThat(layer("houses.csv", "houses", bad).issueCounts()).containsKey("manifest-invalid");
    }
  }

  @Test
  void warnsOfWhatLiesOutsideOfAllAreas() {
    fixture.write(
        "area.geojson",
        features(
            feature(
                "\"AGS\": \"14511000\", \"GEN\": \"Ort\"",
                "Polygon",
                "[[[12,50],[14,50],[14,52],[12,52],[12,50]]]")));
    fixture.write("houses.csv", "lon,lat\n13,51\n15,51\n");
    var report =
        fixture.run(
            """
            {"name": "areas", "path": "area.geojson", "radar": {"kind": "boundaries",
             "level": "municipality", "edition": "2023", "validFrom": "2023-01-01",
             "key": "AGS", "name": "GEN"}},
            {"name": "houses", "path": "houses.csv", "radar": {"kind": "layer", "id": "houses",
             "title": {"de": "Häuser", "en": "Houses"}}}\
            """);
    assertThat(report.outcome()).isEqualTo(Outcome.STORED);
    assertThat(report.issueCounts()).containsEntry("layer-outside-areas", 1L);
    assertThat(report.resources().get(1).counts()).containsEntry("features-outside", 1L);
    assertThat(fixture.store().listFeatures("houses")).hasSize(2);
  }

  @Test
  void longTextsAndManyColumnsAreCut() {
    var header = new StringBuilder("lon,lat");
    var row = new StringBuilder("13,51");
    for (int i = 0; i < 50; i++) {
      header.append(",c").append(i);
      row.append(',').append("x".repeat(i == 0 ? 1500 : 1));
    }
    fixture.write("wide.csv", header + "\n" + row + "\n");
    var report = layer("wide.csv", "houses", "");
    assertThat(report.issueCounts()).containsKeys("layer-columns-left-out", "layer-text-cut");
    var feature = fixture.store().listFeatures("houses").get(0);
    assertThat(feature.attributes()).hasSize(40);
    assertThat(feature.text("c0")).hasSize(1001).endsWith("…");
    var chosen = layer("wide.csv", "houses", ", \"attributes\": [\"c49\"]");
    assertThat(chosen.issueCounts()).doesNotContainKey("layer-columns-left-out");
    assertThat(fixture.store().listFeatures("houses").get(0).attributes())
        .isEqualTo(Map.of("c49", "x"));
  }

  @Test
  void aColumnIsWhatAllItsFilledCellsAre() {
    fixture.write(
        "types.csv",
        """
        whole;part;truth;day;time;key;mixed;odd;empty;lat;lon
        120;1.5;true;2023-12-31;2023-12-31T08:00:00Z;007;2023-12-31;2023-02-30;;51.05;13.74
        ;-2;FALSE;;2023-12-31T08:00:00+01:00;12;nein;2023-01-01;;50.83;12.92
        """);
    assertThat(layer("types.csv", "types", "").outcome()).isEqualTo(Outcome.STORED);
    assertThat(fixture.store().listLayers().get(0).attributes())
        .containsExactly(
            new LayerAttribute("whole", LayerAttribute.Type.INTEGER),
            new LayerAttribute("part", LayerAttribute.Type.NUMBER),
            new LayerAttribute("truth", LayerAttribute.Type.BOOLEAN),
            new LayerAttribute("day", LayerAttribute.Type.DATE),
            new LayerAttribute("time", LayerAttribute.Type.TIMESTAMP),
            new LayerAttribute("key", LayerAttribute.Type.TEXT),
            new LayerAttribute("mixed", LayerAttribute.Type.TEXT),
            new LayerAttribute("odd", LayerAttribute.Type.TEXT),
            new LayerAttribute("empty", LayerAttribute.Type.TEXT));
  }

  /** A GeoPackage keeps truth values as 0 and 1, and says so in the type of the column. */
  @Test
  void readsTypesOfAGeoPackage() throws IOException {
    var file =
        SharedData.require().resolveSibling("refs").resolve("cql2").resolve("ne110m4cql2.gpkg");
    Files.copy(file, folder.resolve("world.gpkg"));
    layer("world.gpkg", "places", ", \"layer\": \"ne_110m_populated_places_simple\"");
    assertThat(fixture.store().listLayers().get(0).attributes())
        .contains(
            new LayerAttribute("pop_max", LayerAttribute.Type.INTEGER),
            new LayerAttribute("date", LayerAttribute.Type.DATE),
            new LayerAttribute("start", LayerAttribute.Type.TIMESTAMP),
            new LayerAttribute("end", LayerAttribute.Type.TIMESTAMP),
            new LayerAttribute("boolean", LayerAttribute.Type.BOOLEAN));
  }

  @Test
  void readsTheThreeLayersOfNaturalEarth() throws IOException {
    var file =
        SharedData.require().resolveSibling("refs").resolve("cql2").resolve("ne110m4cql2.gpkg");
    Files.copy(file, folder.resolve("world.gpkg"));
    assertThat(layer("world.gpkg", "world", "").issueCounts()).containsKey("layer-ambiguous");
    for (var one :
        Map.of(
                "ne_110m_admin_0_countries", GeometryKind.POLYGON,
                "ne_110m_populated_places_simple", GeometryKind.POINT,
                "ne_110m_rivers_lake_centerlines", GeometryKind.LINE)
            .entrySet()) {
      var report = layer("world.gpkg", "world", ", \"layer\": \"" + one.getKey() + "\"");
      assertThat(report.outcome()).isEqualTo(Outcome.STORED);
      assertThat(fixture.store().listLayers().get(0).geometry()).isEqualTo(one.getValue());
      assertThat(report.issues()).isEmpty();
    }
  }
}
