package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Value;
import org.sozialradar.server.features.CollectionFeature;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureField;
import org.sozialradar.server.snapshot.Provenance;

class ItemsPageTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** One feature with a geometry and one without. */
  private record TwoFeatures() implements FeatureCollection {
    @Override
    public String id() {
      return "two";
    }

    @Override
    public LocalizedText title() {
      return LocalizedText.same("two");
    }

    @Override
    public LocalizedText description() {
      return title();
    }

    @Override
    public String layer() {
      return "two";
    }

    @Override
    public List<Double> box() {
      return List.of();
    }

    @Override
    public Optional<String> edition() {
      return Optional.empty();
    }

    @Override
    public List<FeatureField> fields() {
      return List.of();
    }

    @Override
    public List<String> ids() {
      return List.of("nowhere", "somewhere");
    }

    @Override
    public Optional<CollectionFeature> find(String id) {
      Optional<Geometry> place =
          id.equals("nowhere")
              ? Optional.empty()
              : Optional.of(SHAPES.toGeometry(new Envelope(1, 2, 1, 2)));
      return Optional.of(new CollectionFeature(id, place, name -> Value.MISSING));
    }

    @Override
    public Provenance provenance() {
      throw new IllegalStateException("nobody asks");
    }
  }

  private static List<String> inBox(Envelope box) {
    var request =
        new ItemsRequest(
            10,
            false,
            "",
            Optional.of(SHAPES.toGeometry(box)),
            Optional.empty(),
            List.of(),
            Set.of(),
            ReferenceSystem.CRS84);
    return ItemsPage.of(new TwoFeatures(), request).features().stream()
        .map(CollectionFeature::id)
        .toList();
  }

  /** OGC 17-069r4, requirement 24 C. */
  @Test
  void whatHasNoGeometryIsInEveryBox() {
    assertThat(inBox(new Envelope(0, 3, 0, 3))).containsExactly("nowhere", "somewhere");
    assertThat(inBox(new Envelope(5, 6, 5, 6))).containsExactly("nowhere");
  }
}
