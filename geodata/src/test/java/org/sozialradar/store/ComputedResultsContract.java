package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sozialradar.store.Batches.EDITION;
import static org.sozialradar.store.Batches.code;
import static org.sozialradar.store.Batches.dataset;
import static org.sozialradar.store.Batches.indicator;
import static org.sozialradar.store.Batches.uniform;
import static org.sozialradar.store.Batches.year;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.indicator.Estimate;
import org.sozialradar.indicator.IndicatorTable;
import org.sozialradar.indicator.MethodDocument;
import org.sozialradar.indicator.NClass;
import org.sozialradar.indicator.ObservationStatus;

/** What every store must do with results that are computed here, above all to forget them. */
public abstract class ComputedResultsContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.5Z");
  private static final String TRUST = "trust";
  private static final String SURVEY = "survey";

  protected GeodataStore store;

  /** Opens the store of this test: empty at first, then as it was closed. */
  protected abstract GeodataStore open();

  @BeforeEach
  void openStore() {
    store = open();
    store.commit(uniform(1, 2));
    store.commit(wave(2021, 50));
    store.commit(wave(2022, 60));
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static ImportBatch wave(int year, double value) {
    var parts = new Batches.Parts(dataset(SURVEY));
    parts.complete = false;
    parts.indicators.add(indicator(TRUST, SURVEY));
    var table = IndicatorTable.builder(TRUST, EDITION, "municipality", SURVEY);
    var shown =
        new Estimate(value, value - 5, value + 5, ObservationStatus.ESTIMATED, NClass.FROM_20);
    table.put(code("00000000"), year(year), shown);
    table.put(code("00000001"), year(year), Estimate.missing(ObservationStatus.SUPPRESSED));
    parts.tables.add(table.build());
    parts.methods.add(method(year));
    return parts.batch();
  }

  private static MethodDocument method(int year) {
    return new MethodDocument(
        TRUST, year(year), SURVEY, MethodDocument.Kind.SURVEY, "{\"wave\":\"" + year + "\"}");
  }

  private IndicatorTable trust() {
    return store.listTables(TRUST).get(0);
  }

  @Test
  void classesOfRespondentsComeBackWithTheirValues() {
    var cell = trust().find(code("00000000"), year(2022)).orElseThrow();
    assertThat(cell.nClass()).isEqualTo(NClass.FROM_20);
    assertThat(trust().find(code("00000001"), year(2022)).orElseThrow().nClass())
        .isEqualTo(NClass.NONE);
    assertThat(
            store
                .listTables("population")
                .get(0)
                .find(code("00000000"), year(2023))
                .orElseThrow()
                .nClass())
        .isEqualTo(NClass.NONE);
  }

  @Test
  void methodDocumentsOfAllPeriodsAreListedAndReplacedByTheirPeriod() {
    assertThat(store.listMethodDocuments()).containsExactly(method(2021), method(2022));
    store.commit(wave(2022, 61));
    assertThat(store.listMethodDocuments()).containsExactly(method(2021), method(2022));
  }

  @Test
  void anErasedPeriodIsGoneFromEveryRevisionAndNoRestoreRevivesIt() {
    long before = store.currentRevision().number();
    var erasure = Erasure.of(SURVEY, year(2022), NOW);
    var made = store.erase(List.of(erasure));
    assertThat(made.number()).isEqualTo(before + 1);
    assertThat(store.currentRevision()).isEqualTo(made);
    assertThat(trust().periods()).containsExactly(year(2021));
    var old = store.<List<IndicatorTable>>read(before, reader -> reader.listTables(TRUST));
    assertThat(old.get(0).periods()).containsExactly(year(2021));
    store.restore(before);
    assertThat(trust().periods()).containsExactly(year(2021));
    assertThat(store.listMethodDocuments()).containsExactly(method(2021));
    assertThat(store.listErasures()).containsExactly(erasure);
    assertThat(store.listTables("population")).hasSize(1);
  }

  @Test
  void anErasedDataSetTakesItsIndicatorsAndDocumentsAlong() {
    long before = store.currentRevision().number();
    store.erase(List.of(Erasure.of(SURVEY, NOW)));
    store.restore(before);
    assertThat(store.listTables(TRUST)).isEmpty();
    assertThat(store.listMethodDocuments()).isEmpty();
    assertThat(store.listIndicators()).extracting(one -> one.id()).containsExactly("population");
    assertThat(store.listDatasets()).extracting(one -> one.id()).containsExactly("uniform");
  }

  @Test
  void whatWasErasedIsStillNotedAfterClosing() {
    store.erase(List.of(Erasure.of(SURVEY, year(2021), NOW), Erasure.of("model", NOW)));
    store.close();
    store = open();
    assertThat(store.listErasures())
        .containsExactly(Erasure.of("model", NOW), Erasure.of(SURVEY, year(2021), NOW));
    assertThat(trust().periods()).containsExactly(year(2022));
  }
}
