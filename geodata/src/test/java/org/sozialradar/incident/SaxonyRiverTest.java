package org.sozialradar.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.area.AreaCode;
import org.sozialradar.area.RealMunicipalities;
import org.sozialradar.area.SurfaceArea;

/** A river through the real municipalities of Saxony. */
class SaxonyRiverTest {
  @Test
  void whatLiesInMunicipalitiesAndOutsideIsTheRiver() throws IOException {
    var geometries = new HashMap<AreaCode, Geometry>();
    RealMunicipalities.saxony().forEach(area -> geometries.put(area.code(), area.geometry()));
    var shapes = AreaShapes.of("municipality", geometries);
    var river = Rivers.river(10_001, 11.9, 50.9, 15.1, 51.3, 0.01);
    var incident = IncidentShape.of(List.of(river), 0);
    var found = shapes.touched(incident);
    assertThat(found).hasSizeGreaterThan(40);
    double inside = found.stream().mapToDouble(Overlap::squareKilometres).sum();
    double whole =
        found.stream()
            .mapToDouble(one -> SurfaceArea.squareKilometres(shapes.find(one.code()).orElseThrow()))
            .sum();
    assertThat(inside).isLessThan(incident.squareKilometres()).isLessThan(whole);
    double expected =
        geometries.values().stream()
            .mapToDouble(area -> SurfaceArea.squareKilometres(area.intersection(river)))
            .sum();
    assertThat(inside).isCloseTo(expected, within(1e-3));
  }
}
