package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.GEOMETRY;
import static org.sozialradar.store.Batches.dataset;
import static org.sozialradar.store.Batches.squareWithHole;
import static org.sozialradar.store.Batches.uniform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.ContextLayer;
import org.sozialradar.layer.GeometryKind;
import org.sozialradar.layer.LayerAttribute;
import org.sozialradar.layer.LayerContent;
import org.sozialradar.layer.LayerFeature;
import org.sozialradar.layer.LayerRole;
import org.sozialradar.store.PartKey.Kind;

/** What every store must do with context layers. */
public abstract class ContextLayersContract {
  protected GeodataStore store;

  /** Opens the store of this test: empty at first, then as it was closed. */
  protected abstract GeodataStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static LayerFeature shelter(String id, double x, double y, String name) {
    var point = GEOMETRY.createPoint(new Coordinate(x, y));
    return new LayerFeature(
        id,
        point,
        Map.of(
            "name", name,
            "places", "120",
            "floors", "2",
            "heated", "true",
            "opened", "2019-05-04",
            "checked", "2023-12-31T08:00:00Z"));
  }

  private static LayerContent shelters(String dataset, LayerFeature... features) {
    return new LayerContent(
        new ContextLayer(
            "shelters",
            new LocalizedText("Notunterkünfte", "Shelters"),
            new LocalizedText("Größere Hallen – „fiktiv“ 🏠", "Larger halls"),
            GeometryKind.POINT,
            LayerRole.FACILITY,
            "shelter",
            "name",
            List.of(
                new LayerAttribute("name", LayerAttribute.Type.TEXT),
                new LayerAttribute("places", LayerAttribute.Type.NUMBER),
                new LayerAttribute("Träger", LayerAttribute.Type.TEXT),
                new LayerAttribute("floors", LayerAttribute.Type.INTEGER),
                new LayerAttribute("heated", LayerAttribute.Type.BOOLEAN),
                new LayerAttribute("opened", LayerAttribute.Type.DATE),
                new LayerAttribute("checked", LayerAttribute.Type.TIMESTAMP)),
            dataset),
        List.of(features));
  }

  private static LayerContent other(String id, GeometryKind kind, Geometry geometry) {
    var layer =
        new ContextLayer(
            id,
            new LocalizedText(id, id),
            new LocalizedText(id, id),
            kind,
            LayerRole.HAZARD,
            "",
            "",
            List.of(),
            "layers");
    return new LayerContent(layer, List.of(new LayerFeature("1", geometry, Map.of())));
  }

  private static ImportBatch batch(String dataset, boolean complete, LayerContent... layers) {
    var parts = new Batches.Parts(dataset(dataset));
    parts.complete = complete;
    parts.layers.addAll(List.of(layers));
    return parts.batch();
  }

  private void assertKept(LayerContent content) {
    assertThat(store.listLayers()).contains(content.layer());
    var kept = store.listFeatures(content.layer().id());
    assertThat(kept).hasSameSizeAs(content.features());
    for (int i = 0; i < kept.size(); i++) {
      var expected = content.features().get(i);
      assertThat(kept.get(i).id()).isEqualTo(expected.id());
      assertThat(kept.get(i).attributes()).isEqualTo(expected.attributes());
      assertThat(kept.get(i).geometry().equalsExact(expected.geometry())).isTrue();
      assertThat(kept.get(i).geometry().getSRID()).isEqualTo(4326);
    }
  }

  @Test
  void anEmptyStoreHasNoLayers() {
    assertThat(store.listLayers()).isEmpty();
    assertThat(store.listFeatures("shelters")).isEmpty();
  }

  @Test
  void keepsLayersByIdWithTheirFeaturesInOrderOverAReopening() {
    var shelters =
        shelters("layers", shelter("b", 12.5, 50.5, "Süßes Tal"), shelter("a", 13, 51.25, "Ä"));
    var line =
        GEOMETRY.createLineString(
            new Coordinate[] {new Coordinate(12, 50), new Coordinate(13, 51)});
    var river =
        other(
            "river",
            GeometryKind.LINE,
            GEOMETRY.createMultiLineString(
                new org.locationtech.jts.geom.LineString[] {line, line}));
    var flood = other("flood", GeometryKind.POLYGON, squareWithHole(12.1, 50.2, 0.5));
    store.commit(batch("layers", true, shelters, river, flood));
    store.close();
    store = open();
    assertThat(store.listLayers()).containsExactly(flood.layer(), river.layer(), shelters.layer());
    assertKept(shelters);
    assertKept(river);
    assertKept(flood);
  }

  @Test
  void aLayerWithTheSameIdReplacesAlsoThatOfAnotherDataset() {
    store.commit(batch("layers", true, shelters("layers", shelter("a", 12, 50, "Alt"))));
    var newer = shelters("other", shelter("x", 13, 51, "Neu"));
    store.commit(batch("other", true, newer));
    assertThat(store.listLayers()).containsExactly(newer.layer());
    assertKept(newer);
  }

  @Test
  void aCompleteBatchRemovesTheLayersThatItsDatasetBroughtBefore() {
    var shelters = shelters("layers", shelter("a", 12, 50, "A"));
    store.commit(batch("layers", true, shelters));
    store.commit(batch("other", true));
    assertKept(shelters);
    store.commit(batch("layers", false));
    assertKept(shelters);
    store.commit(batch("layers", true));
    assertThat(store.listLayers()).isEmpty();
    assertThat(store.listFeatures("shelters")).isEmpty();
  }

  @Test
  void refusesALayerWhoseDatasetIsNotThere() {
    var stray = batch("layers", true, shelters("nowhere", shelter("a", 12, 50, "A")));
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.commit(stray));
    assertThat(store.currentRevision().number()).isZero();
    assertThat(store.listLayers()).isEmpty();
  }

  @Test
  void onlyTheLayersThatWereReplacedAreChanges() {
    store.commit(uniform(1, 2));
    var flood = other("flood", GeometryKind.POLYGON, squareWithHole(12, 50, 1));
    store.commit(batch("layers", true, flood));
    var before = store.parts();
    store.commit(batch("more", true, shelters("more", shelter("a", 12, 50, "A"))));
    assertThat(store.findChanges(before))
        .contains(
            Set.of(PartKey.of(Kind.DATASET, "more"), PartKey.of(Kind.CONTEXT_LAYER, "shelters")));
  }

  @Test
  void oldRevisionsKeepTheirLayersUntilTheyArePruned() {
    var first = shelters("layers", shelter("a", 12, 50, "Alt"));
    long old = store.commit(batch("layers", true, first)).number();
    store.commit(batch("layers", true, shelters("layers", shelter("b", 13, 51, "Neu"))));
    assertThat(
            store.<List<LayerFeature>>read(old, reader -> reader.listFeatures("shelters")).get(0))
        .extracting(LayerFeature::id)
        .isEqualTo("a");
    store.restore(old);
    assertKept(first);
    store.prune(1);
    assertKept(first);
    assertThat(store.listRevisions()).hasSize(1);
  }

  @Test
  void anErasedDatasetTakesItsLayersAlong() {
    long before =
        store.commit(batch("layers", true, shelters("layers", shelter("a", 12, 50, "A")))).number();
    store.erase(List.of(Erasure.of("layers", Instant.parse("2026-11-22T10:00:00Z"))));
    store.restore(before);
    assertThat(store.listLayers()).isEmpty();
    assertThat(store.listFeatures("shelters")).isEmpty();
  }
}
