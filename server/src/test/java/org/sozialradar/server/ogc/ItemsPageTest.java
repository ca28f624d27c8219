package org.sozialradar.server.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
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

  /** Each feature has a hundred thousand vertices, and as many properties if all are wanted. */
  private static ItemsPage heavy(int limit, Set<String> properties) {
    return ItemsPage.of(new HeavyFeatures(), heavyRequest(limit, properties));
  }

  private static ItemsRequest heavyRequest(int limit, Set<String> properties) {
    return new ItemsRequest(
        limit,
        false,
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        properties,
        ReferenceSystem.CRS84);
  }

  @Test
  void aPageThatEndsBeforeItsLimitSaysSo() {
    var page = heavy(5, Set.of());
    assertThat(page.features()).hasSize(2);
    assertThat(page.next()).contains("2");
    assertThat(page.limit()).hasValue(2);
  }

  @Test
  void onlyWhatIsWantedCounts() {
    var page = heavy(5, Set.of("p1"));
    assertThat(page.features()).hasSize(3);
    assertThat(page.limit()).hasValue(3);
  }

  /** Who reads a page gets less of it, and at least one feature. */
  @Test
  void aPageToReadEndsEarlier() {
    var request = ItemsRequest.ofOne(ReferenceSystem.CRS84);
    assertThat(ItemsPage.toRead(new HeavyFeatures(), request).features()).hasSize(1);
    var page = ItemsPage.toRead(new HeavyFeatures(), heavyRequest(5, Set.of("p1")));
    assertThat(page.features()).hasSize(1);
    assertThat(page.limit()).hasValue(1);
    assertThat(page.next()).contains("1");
  }

  @Test
  void aWholePageSaysNothingOfItsLimit() {
    assertThat(heavy(2, Set.of()).limit()).isEmpty();
    assertThat(heavy(2, Set.of()).next()).contains("2");
  }

  private record HeavyFeatures() implements FeatureCollection {
    private static final int VALUES = 100_000;
    private static final Geometry SHAPE =
        SHAPES.createMultiPointFromCoords(
            IntStream.range(0, VALUES)
                .mapToObj(x -> new Coordinate(x, x))
                .toArray(Coordinate[]::new));
    private static final List<FeatureField> FIELDS =
        IntStream.range(0, VALUES)
            .mapToObj(i -> new FeatureField("p" + i, ValueType.TEXT, LocalizedText.same("p")))
            .toList();

    @Override
    public String id() {
      return "heavy";
    }

    @Override
    public LocalizedText title() {
      return LocalizedText.same("heavy");
    }

    @Override
    public LocalizedText description() {
      return title();
    }

    @Override
    public String layer() {
      return "heavy";
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
      return FIELDS;
    }

    @Override
    public List<String> ids() {
      return List.of("1", "2", "3", "4", "5");
    }

    @Override
    public Optional<CollectionFeature> find(String id) {
      return Optional.of(new CollectionFeature(id, Optional.of(SHAPE), name -> Value.MISSING));
    }

    @Override
    public Provenance provenance() {
      throw new IllegalStateException("nobody asks");
    }
  }
}
