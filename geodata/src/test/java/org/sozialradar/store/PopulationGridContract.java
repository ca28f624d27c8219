package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sozialradar.store.Batches.dataset;
import static org.sozialradar.store.Batches.uniform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.store.PartKey.Kind;

/** What every store keeps of a population grid. */
public abstract class PopulationGridContract {
  /** The store under test. */
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

  private static PopulationGrid grid(String dataset, int... cells) {
    var builder =
        PopulationGrid.builder(dataset, new LocalizedText("Bevölkerung – 100 m", "Population"));
    for (int i = 0; i < cells.length; i += 3) {
      builder.add(cells[i], cells[i + 1], cells[i + 2]);
    }
    return builder.build();
  }

  private static ImportBatch batch(String dataset, boolean complete, PopulationGrid... grids) {
    var parts = new Batches.Parts(dataset(dataset));
    parts.complete = complete;
    parts.grids.addAll(List.of(grids));
    return parts.batch();
  }

  private static List<List<Integer>> cells(PopulationGrid grid) {
    var cells = new ArrayList<List<Integer>>();
    for (int row = grid.firstRow(); row <= grid.lastRow(); row++) {
      int of = row;
      grid.forEach(row, (column, people) -> cells.add(List.of(of, column, people)));
    }
    return cells;
  }

  private void assertKept(PopulationGrid grid) {
    var kept = store.findPopulationGrid().orElseThrow();
    assertThat(cells(kept)).isEqualTo(cells(grid));
    assertThat(kept.title()).isEqualTo(grid.title());
    assertThat(kept.datasetId()).isEqualTo(grid.datasetId());
  }

  @Test
  void anEmptyStoreHasNoGrid() {
    assertThat(store.findPopulationGrid()).isEmpty();
  }

  @Test
  void keepsCellsOverAReopening() {
    var grid = grid("census", 26_891, 43_370, 12, 26_890, 43_371, 4, 27_500, 43_370, 3_000_000);
    store.commit(batch("census", true, grid));
    store.close();
    store = open();
    assertKept(grid);
    assertThat(store.findPopulationGrid().orElseThrow().people()).isEqualTo(3_000_016);
  }

  @Test
  void anotherGridTakesItsPlaceAndACompleteBatchWithoutOneRemovesItsOwn() {
    store.commit(batch("census", true, grid("census", 1, 2, 3)));
    var newer = grid("register", 4, 5, 6);
    store.commit(batch("register", true, newer));
    assertKept(newer);
    store.commit(batch("census", true));
    assertKept(newer);
    store.commit(batch("register", false));
    assertKept(newer);
    store.commit(batch("register", true));
    assertThat(store.findPopulationGrid()).isEmpty();
  }

  @Test
  void refusesAGridWhoseDatasetIsNotThere() {
    var stray = batch("census", true, grid("nowhere", 1, 2, 3));
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.commit(stray));
    assertThat(store.findPopulationGrid()).isEmpty();
  }

  @Test
  void aGridIsAPartOfItsRevision() {
    store.commit(uniform(1, 2));
    var before = store.parts();
    var first = grid("census", 1, 2, 3);
    long old = store.commit(batch("census", true, first)).number();
    assertThat(store.findChanges(before))
        .contains(Set.of(PartKey.of(Kind.DATASET, "census"), PartKey.of(Kind.POPULATION_GRID, "")));
    store.commit(batch("census", true, grid("census", 7, 8, 9)));
    Optional<PopulationGrid> read = store.read(old, GeodataReader::findPopulationGrid);
    assertThat(cells(read.orElseThrow())).isEqualTo(cells(first));
    store.restore(old);
    store.prune(1);
    assertKept(first);
  }

  @Test
  void anErasedDatasetTakesItsGridAlong() {
    long before = store.commit(batch("census", true, grid("census", 1, 2, 3))).number();
    store.erase(List.of(Erasure.of("census", Instant.parse("2026-11-22T10:00:00Z"))));
    store.restore(before);
    assertThat(store.findPopulationGrid()).isEmpty();
  }
}
