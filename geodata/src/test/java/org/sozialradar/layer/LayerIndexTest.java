package org.sozialradar.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.dataset.LocalizedText;

class LayerIndexTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final LocalizedText TEXT = new LocalizedText("Straßen", "Roads");

  private static ContextLayer layer(GeometryKind kind, LayerRole role, String facility) {
    var name = new LayerAttribute("name", LayerAttribute.Type.TEXT);
    return new ContextLayer("roads", TEXT, TEXT, kind, role, facility, "name", List.of(name), "d");
  }

  private static LayerFeature line(String id, double... xy) {
    var vertices = new Coordinate[xy.length / 2];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return new LayerFeature(id, FACTORY.createLineString(vertices), Map.of("name", "Weg " + id));
  }

  private static LayerIndex lines(LayerFeature... features) {
    var layer = layer(GeometryKind.LINE, LayerRole.OTHER, "");
    return LayerIndex.of(new LayerContent(layer, List.of(features)));
  }

  @Test
  void findsFeaturesByPlaceInTheirOrder() {
    var index = lines(line("b", 0, 0, 2, 2), line("a", 1, 0, 3, 2), line("far", 9, 9, 10, 10));
    var corner = new Envelope(1.5, 2, 0, 0.4);
    assertThat(index.positionsNear(corner)).containsExactly(0, 1);
    assertThat(index.positionsIn(corner)).isEmpty();
    assertThat(index.positionsIn(new Envelope(1.4, 2, 0, 0.6))).containsExactly(1);
    var square = FACTORY.toGeometry(new Envelope(0, 3, 0, 2));
    assertThat(index.intersecting(square)).extracting(LayerFeature::id).containsExactly("b", "a");
    assertThat(index.find("far").orElseThrow().id()).isEqualTo("far");
    assertThat(index.find("nowhere")).isEmpty();
    assertThat(index.bounds().equals(new Envelope(0, 10, 0, 10))).isTrue();
  }

  @Test
  void refusesWhatDoesNotFitItsLayer() {
    var points = layer(GeometryKind.POINT, LayerRole.OTHER, "");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerContent(points, List.of(line("a", 0, 0, 1, 1))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lines(line("a", 0, 0, 1, 1), line("a", 0, 0, 1, 1)));
    assertThatIllegalArgumentException().isThrownBy(() -> lines());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer(GeometryKind.LINE, LayerRole.OTHER, "shelter"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer(GeometryKind.POINT, LayerRole.FACILITY, "castle"));
    assertThat(layer(GeometryKind.POINT, LayerRole.FACILITY, "shelter").findFacility())
        .contains(FacilityKind.SHELTER);
  }

  @Test
  void numbersAreWholeWhereTheyCanBe() {
    var number = new LayerAttribute("n", LayerAttribute.Type.NUMBER);
    assertThat(LayerContent.value(number, Map.of("n", "120"))).isEqualTo(120L);
    assertThat(LayerContent.value(number, Map.of("n", "1.5"))).isEqualTo(1.5);
    var text = new LayerAttribute("n", LayerAttribute.Type.TEXT);
    assertThat(LayerContent.value(text, Map.of("n", "007"))).isEqualTo("007");
    var truth = new LayerAttribute("n", LayerAttribute.Type.BOOLEAN);
    assertThat(LayerContent.value(truth, Map.of("n", "TRUE"))).isEqualTo(true);
  }

  @Test
  void anIdHasNoUnderscoreAndNoUpperCase() {
    assertThat(List.of("flood-zone", "a1")).allMatch(ContextLayer::isId);
    assertThat(List.of("", "Flood", "a_points", "1a", "ä")).noneMatch(ContextLayer::isId);
  }
}
