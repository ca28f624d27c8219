package org.sozialradar.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.area.Area;
import org.sozialradar.area.AreaLevel;
import org.sozialradar.area.Generalisation;
import org.sozialradar.dataset.Dataset;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.layer.FacilityKind;
import org.sozialradar.layer.PopulationGrid;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.TestResults;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.ImportBatch;
import org.sozialradar.store.Stores;
import org.sozialradar.tile.TileCoord;
import org.sozialradar.tile.TilePyramid;

/** Snapshots of an embedded store, each made after the one before it. */
class InheritanceTest {
  private static final String MUNICIPALITY = AreaLevel.MUNICIPALITY.id();

  @TempDir private Path folder;
  private GeodataStore store;

  @BeforeEach
  void fill() {
    store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Snapshot whole() {
    var snapshot = Snapshots.read(store);
    snapshot.readAll();
    return snapshot;
  }

  /** The next snapshot, which must answer as one that inherits nothing. */
  private Snapshot after(Snapshot before) {
    var next = SnapshotReader.readAfter(before, store);
    next.readAll();
    assertThat(next.revision()).isEqualTo(store.currentRevision());
    assertThat(answers(next)).isEqualTo(answers(whole()));
    return next;
  }

  private static List<String> answers(Snapshot snapshot) {
    var answers = new ArrayList<String>();
    answers.add(snapshot.datasets() + " " + snapshot.milestones() + " " + snapshot.totals());
    answers.add(snapshot.indicators().toString());
    for (var edition : snapshot.editions()) {
      answers.add(edition + " " + snapshot.levels(edition.id()));
      for (var level : snapshot.levels(edition.id())) {
        answers.add(snapshot.areas(edition.id()).list(level.id()).toString());
        answers.add(tile(snapshot, edition.id(), level.id()));
        answers.add(shelters(snapshot, edition.id(), level.id()));
        for (var indicator : snapshot.indicators().keySet()) {
          answers.add(values(snapshot, indicator, edition.id(), level.id()));
        }
      }
      answers.add(tile(snapshot, edition.id(), Snapshot.NETWORK_LAYER));
    }
    return answers;
  }

  private static String shelters(Snapshot snapshot, String edition, String level) {
    var supply = snapshot.findFacilities(edition, level).orElseThrow();
    var text = new StringBuilder();
    for (var code : snapshot.areas(edition).list(level).keySet()) {
      var kind = FacilityKind.SHELTER;
      text.append(supply.list(kind, code)).append(supply.findMetres(kind, code));
    }
    return text.toString();
  }

  private static String tile(Snapshot snapshot, String edition, String layer) {
    var tiles = snapshot.findTiles(edition, layer).orElseThrow();
    return HexFormat.of().formatHex(tiles.encode(new TileCoord(7, 68, 42)));
  }

  private static String values(Snapshot snapshot, String indicator, String edition, String level) {
    var text = new StringBuilder(indicator + " " + edition + " " + level);
    for (var table : snapshot.findTable(indicator, edition, level).stream().toList()) {
      table.periods().forEach(p -> text.append(table.origin(p)).append(table.column(p)));
    }
    return text.toString();
  }

  private static TilePyramid tiles(Snapshot snapshot, String edition, String level) {
    return snapshot.findTiles(edition, level).orElseThrow();
  }

  @Test
  void newValuesLeaveBoundariesAndOtherValuesAsTheyWere() {
    var before = whole();
    TestCountry.change(store, 1234);
    var next = after(before);
    assertThat(next.areas("2023")).isSameAs(before.areas("2023"));
    assertThat(next.crosswalks()).isSameAs(before.crosswalks());
    assertThat(next.findFacilities("2023", MUNICIPALITY))
        .containsSame(before.findFacilities("2023", MUNICIPALITY).orElseThrow());
    assertThat(tiles(next, "2022", MUNICIPALITY)).isSameAs(tiles(before, "2022", MUNICIPALITY));
    assertThat(next.resolution()).isNotSameAs(before.resolution());
    assertThat(next.tablesRead("population")).isNotEqualTo(before.tablesRead("population"));
  }

  @Test
  void otherBoundariesAreReadAndTheValuesTakenOver() {
    var before = whole();
    store.commit(batch("renamed", renamed("2023")));
    var next = after(before);
    assertThat(next.areas("2022")).isSameAs(before.areas("2022"));
    assertThat(next.areas("2023")).isNotSameAs(before.areas("2023"));
    assertThat(tiles(next, "2023", "district")).isSameAs(tiles(before, "2023", "district"));
    assertThat(tiles(next, "2023", MUNICIPALITY)).isNotSameAs(tiles(before, "2023", MUNICIPALITY));
    assertThat(next.tablesRead("population").orElseThrow())
        .isSameAs(before.tablesRead("population").orElseThrow());
  }

  @Test
  void whatConcernsNoValuesKeepsAllThatWasComputedOfThem() {
    var before = whole();
    store.commit(batch("more"));
    assertThat(after(before).resolution()).isSameAs(before.resolution());
  }

  @Test
  void thePopulationGridIsKeptUntilAnotherComes() {
    store.commit(batch("census", List.of(grid("census", 5))));
    var before = whole();
    assertThat(people(before)).isEqualTo(5);
    var weights = before.findGridWeights("2023", MUNICIPALITY).orElseThrow();
    TestCountry.change(store, 1234);
    var next = after(before);
    assertThat(people(next)).isEqualTo(5);
    assertThat(next.findGridWeights("2023", MUNICIPALITY)).containsSame(weights);
    store.commit(batch("renamed", renamed("2023")));
    var moved = after(next);
    assertThat(moved.findGridWeights("2022", MUNICIPALITY))
        .containsSame(next.findGridWeights("2022", MUNICIPALITY).orElseThrow());
    assertThat(moved.findGridWeights("2023", MUNICIPALITY).orElseThrow()).isNotSameAs(weights);
    store.commit(batch("census", List.of(grid("census", 8))));
    var counted = after(moved);
    assertThat(people(counted)).isEqualTo(8);
    assertThat(counted.findGridWeights("2022", MUNICIPALITY).orElseThrow())
        .isNotSameAs(moved.findGridWeights("2022", MUNICIPALITY).orElseThrow());
  }

  /** The grid is read when somebody asks for the weights that it makes. */
  private static int people(Snapshot snapshot) {
    assertThat(snapshot.findGridWeights("2022", MUNICIPALITY)).isPresent();
    return snapshot.populationGridRead().orElseThrow().orElseThrow().people();
  }

  private static PopulationGrid grid(String dataset, int people) {
    var builder = PopulationGrid.builder(dataset, new LocalizedText("Raster", "Grid"));
    builder.add(26_891, 43_370, people);
    return builder.build();
  }

  @Test
  void aRestoredRevisionBringsItsOwnPartsBack() {
    var first = whole();
    TestCountry.change(store, 1);
    store.commit(batch("renamed", renamed("2022")));
    var second = after(first);
    store.restore(3);
    var third = after(second);
    var known = answers(third);
    assertThat(known.subList(1, known.size())).isEqualTo(answers(first).subList(1, known.size()));
    assertThat(third.areas("2023")).isSameAs(first.areas("2023"));
  }

  @Test
  void nothingIsTakenOverFromARevisionThatIsNotKept() {
    var before = whole();
    TestCountry.change(store, 1);
    store.prune(1);
    assertThat(after(before).areas("2023")).isNotSameAs(before.areas("2023"));
  }

  @Test
  void afterAnErasureBoundariesAreTakenOverAndNoValues() {
    store.commit(TestResults.wave("town", 2022));
    var before = whole();
    store.erase(
        List.of(
            Erasure.of(
                "town", ReferencePeriod.ofYear(2022), Instant.parse("2026-01-01T00:00:00Z"))));
    var next = after(before);
    assertThat(next.areas("2023")).isSameAs(before.areas("2023"));
    assertThat(next.resolution()).isNotSameAs(before.resolution());
    assertThat(next.tablesRead("population").orElseThrow())
        .isNotSameAs(before.tablesRead("population").orElseThrow());
  }

  @Test
  void whatWasNotReadYetIsReadFromTheNewRevision() {
    var before = Snapshots.read(store);
    before.areas("2022");
    TestCountry.change(store, 77);
    var next = after(before);
    assertThat(next.areas("2022")).isSameAs(before.areas("2022"));
    assertThat(before.areasRead("2023")).isEmpty();
  }

  @Test
  void theServerTakesOverWhatIsUnchanged() {
    var following = new Following(Duration.ofHours(1), Duration.ofMinutes(10), 3);
    try (var snapshots = Snapshots.follow(store, following, new SimpleMeterRegistry())) {
      snapshots.refresh();
      var before = snapshots.current();
      TestCountry.change(store, 99);
      snapshots.refresh();
      assertThat(snapshots.current().revision().number()).isEqualTo(4);
      assertThat(snapshots.current().areas("2023")).isSameAs(before.areas("2023"));
      assertThat(answers(snapshots.current())).isEqualTo(answers(whole()));
    }
  }

  private ImportBatch.AreaSet renamed(String edition) {
    var areas = store.listAreas(edition, MUNICIPALITY).stream().map(InheritanceTest::renamed);
    var list = areas.toList();
    return new ImportBatch.AreaSet(
        edition, AreaLevel.MUNICIPALITY, list, Generalisation.pyramid(list));
  }

  private static Area renamed(Area area) {
    return new Area(
        area.code(),
        area.level(),
        "Neu-" + area.name(),
        area.designation(),
        area.ancestors(),
        area.attributes(),
        area.geometry());
  }

  private ImportBatch batch(String id, ImportBatch.AreaSet... sets) {
    return batch(id, List.of(sets), List.of());
  }

  private ImportBatch batch(String id, List<PopulationGrid> grids) {
    return batch(id, List.of(), grids);
  }

  private ImportBatch batch(String id, List<ImportBatch.AreaSet> sets, List<PopulationGrid> grids) {
    var like = store.listDatasets().get(0);
    var dataset =
        new Dataset(
            id,
            like.title(),
            like.publisher(),
            like.licence(),
            like.attribution(),
            like.vintage(),
            like.example(),
            like.files(),
            like.importedAt());
    return new ImportBatch(
        dataset, List.of(), sets, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), grids, true);
  }
}
