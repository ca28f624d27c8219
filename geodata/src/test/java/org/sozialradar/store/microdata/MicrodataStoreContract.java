package org.sozialradar.store.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.area.AreaCode;
import org.sozialradar.indicator.ReferencePeriod;
import org.sozialradar.survey.WeightCalibration;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.MicrodataStore.Release;
import org.sozialradar.survey.microdata.MicrodataStore.Tombstone;
import org.sozialradar.survey.microdata.Respondents;
import org.sozialradar.survey.microdata.Wave;

/** What every store of survey rows must do. */
public abstract class MicrodataStoreContract {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
  private static final String SURVEY = "sozialraum";
  private static final ReferencePeriod WAVE = ReferencePeriod.ofYear(2022);

  private static final List<WeightCalibration> RAKED =
      List.of(
          new WeightCalibration(
              List.of("Alter × Geschlecht", "district"), 0.2, 5, true, 7, 1e-7, 0.31, 4.5));

  protected MicrodataStore store;

  /** Opens the store of this test: empty at first, then as it was closed. */
  protected abstract MicrodataStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static Wave wave(ReferencePeriod period, int size) {
    var builder = new Respondents.Builder(List.of("help", "trust"), true, false);
    for (int i = 0; i < size; i++) {
      builder.add(
          new Respondents.Row(
              new AreaCode(i % 2 == 0 ? "14511000" : "14521010"),
              0.5 + i,
              "Größe \n " + i % 3,
              "",
              Double.NaN,
              List.of((byte) (i % 5), (byte) -1)));
    }
    return new Wave(SURVEY, period, "questionnaire: 1 # „ä“", NOW, RAKED, builder.build());
  }

  private Respondents stored() {
    return store.find(SURVEY, WAVE).orElseThrow().respondents();
  }

  @Test
  void aWaveComesBackAsItWas() {
    store.put(wave(WAVE, 3000));
    store.close();
    store = open();
    var found = store.find(SURVEY, WAVE).orElseThrow();
    var before = wave(WAVE, 3000);
    assertThat(found.questionnaire()).isEqualTo(before.questionnaire());
    assertThat(found.importedAt()).isEqualTo(NOW);
    assertThat(found.calibration()).isEqualTo(RAKED);
    assertThat(stored().areas()).isEqualTo(before.respondents().areas());
    assertThat(stored().weights()).isEqualTo(before.respondents().weights());
    assertThat(stored().strata()).isEqualTo(before.respondents().strata());
    assertThat(stored().units()).isEmpty();
    assertThat(stored().populationUnits()).isEmpty();
    assertThat(stored().answers("help")).isEqualTo(before.respondents().answers("help"));
    assertThat(stored().answers("trust")).isEqualTo(before.respondents().answers("trust"));
  }

  @Test
  void aWaveThatIsPutAgainTakesThePlaceOfTheFirst() {
    store.put(wave(WAVE, 10));
    store.put(wave(WAVE, 4));
    store.put(wave(ReferencePeriod.ofYear(2024), 7));
    assertThat(store.list())
        .containsExactly(
            new Wave.Summary(SURVEY, WAVE, NOW, 4),
            new Wave.Summary(SURVEY, ReferencePeriod.ofYear(2024), NOW, 7));
    assertThat(stored().size()).isEqualTo(4);
  }

  @Test
  void aDeletedWaveIsGoneWithItsReleasesAndLeavesANote() {
    store.put(wave(WAVE, 10));
    var other = new Release(SURVEY, ReferencePeriod.ofYear(2024), NOW, "{}");
    store.note(new Release(SURVEY, WAVE, NOW, "{\"cells\":[]}"));
    store.note(other);
    store.delete(SURVEY, WAVE, NOW);
    store.close();
    store = open();
    assertThat(store.find(SURVEY, WAVE)).isEmpty();
    assertThat(store.list()).isEmpty();
    assertThat(store.listReleases(SURVEY)).containsExactly(other);
    assertThat(store.listTombstones()).containsExactly(new Tombstone(SURVEY, WAVE, NOW));
  }

  @Test
  void nothingOfAPersonStandsInTexts() {
    assertThat(wave(WAVE, 2).toString()).contains("Respondents[2 of 2 items]");
    assertThat(wave(WAVE, 2).toString()).doesNotContain("14511000", "0.5", "Größe");
  }
}
