package org.sozialradar.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

class SampleBoundariesTest {
  @TempDir static Path folder;

  private static List<SampleFeature> municipalities;
  private static List<SampleFeature> districts;

  @BeforeAll
  static void readSample() throws IOException {
    BundledSample.copyTo(folder);
    municipalities = GeoJsonFile.read(folder.resolve("boundaries/municipalities.geojson.gz"));
    districts = GeoJsonFile.read(folder.resolve("boundaries/districts.geojson.gz"));
  }

  @Test
  void saxonyHas418MunicipalitiesIn13Districts() {
    assertThat(municipalities).hasSize(418);
    assertThat(districts).hasSize(13);
    assertThat(municipalities)
        .extracting(one -> one.code().value())
        .contains("14521035", "14522275")
        .doesNotContain("14522450", "14522620", "14521030", "14625540");
    assertThat(municipalities)
        .filteredOn(one -> one.code().value().equals("14521035"))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("Aue-Bad Schlema");
              assertThat(one.designation()).isEqualTo("Stadt");
            });
  }

  @Test
  void municipalitiesFormACoverageOfValidPolygons() {
    var geometries = geometries(municipalities);
    assertThat(geometries).allMatch(Geometry::isValid);
    assertThat(CoverageValidator.isValid(geometries)).isTrue();
    var state = CoverageUnion.union(geometries);
    for (int i = 0; i < state.getNumGeometries(); i++) {
      assertThat(((Polygon) state.getGeometryN(i)).getNumInteriorRing()).as("gaps").isZero();
    }
  }

  @Test
  void districtsHaveTheVeryBordersOfTheirMunicipalities() {
    for (var district : districts) {
      var members =
          municipalities.stream()
              .filter(one -> one.code().value().startsWith(district.code().value()))
              .toList();
      var union = CoverageUnion.union(geometries(members));
      assertThat(district.geometry().norm().equalsExact(union.norm())).isTrue();
    }
  }

  private static Geometry[] geometries(List<SampleFeature> features) {
    return features.stream().map(SampleFeature::geometry).toArray(Geometry[]::new);
  }

  @Test
  void theWholeSampleIsSmallerThanAMegabyte() throws IOException {
    try (var files = Files.walk(folder)) {
      long bytes =
          files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
      assertThat(bytes).isLessThan(1_000_000);
    }
  }
}
