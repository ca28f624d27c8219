package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.disclosure.SurveyRule;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreLogin;
import org.sozialradar.store.Stores;
import org.sozialradar.store.microdata.MicrodataStores;
import org.sozialradar.survey.microdata.MicrodataStore;
import org.sozialradar.survey.microdata.Wave;

/**
 * A model takes no answers but those that are published: else areas that were shown with enough
 * respondents would be used with few.
 */
class PublishedAnswersTest {
  private static final LocalizedText TEXT = new LocalizedText("Text.", "Text.");

  @TempDir Path folder;
  private GeodataStore store;
  private MicrodataStore microdata;
  private ComputedResults results;

  @BeforeEach
  void open() {
    store = Stores.open(folder.toString());
    microdata = MicrodataStores.open(folder.toString(), StoreLogin.NONE);
    results = new ComputedResults(store, microdata, SurveyRule.DEFAULT, Clock.systemUTC());
    store.commit(Country.boundaries());
    microdata.put(Country.wave(3, Country.sizes(3)));
    results.publish("town", Country.WAVE, yaml -> Country.source());
  }

  @AfterEach
  void close() {
    results.close();
  }

  private void estimate() {
    results.estimate(
        new ModelDefinition(
            "crisis",
            TEXT,
            TEXT,
            "town",
            Country.WAVE,
            List.of("support"),
            List.of(new ModelDefinition.Covariate("community", Optional.empty())),
            Optional.empty(),
            Optional.empty(),
            7,
            "0".repeat(64)),
        yaml -> Country.source());
  }

  private void refused(Wave replaced, String code) {
    microdata.put(replaced);
    long revision = store.currentRevision().number();
    assertThatExceptionOfType(PublicationException.class)
        .isThrownBy(this::estimate)
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(code));
    assertThat(store.currentRevision().number()).isEqualTo(revision);
  }

  @Test
  void theAnswersThatArePublishedAreUsed() {
    estimate();
    assertThat(store.listTables("crisis_support")).hasSize(1);
  }

  @Test
  void answersOfFewerRespondentsThanWerePublishedAreRefused() {
    refused(Country.wave(3, Country.sizes(3, 14)), "release-conflict");
  }

  @Test
  void otherAnswersOfAsManyRespondentsAreRefusedUntilTheyArePublished() {
    refused(Country.wave(4, Country.sizes(3)), "wave-not-published");
    results.publish("town", Country.WAVE, yaml -> Country.source());
    estimate();
    assertThat(store.listTables("crisis_support")).hasSize(1);
  }
}
