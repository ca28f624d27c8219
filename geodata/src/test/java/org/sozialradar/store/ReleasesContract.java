package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.dataset.Licence;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseDescription;
import org.sozialradar.release.ReleaseException;
import org.sozialradar.release.ReleaseFile;
import org.sozialradar.release.ReleaseSource;
import org.sozialradar.release.SurveyWave;
import org.sozialradar.release.Withdrawal;

/** What every store promises of releases. */
public abstract class ReleasesContract {
  private static final Instant TIME = Instant.parse("2026-11-22T10:11:12.123456Z");
  private static final Withdrawal WRONG =
      new Withdrawal(
          TIME.plusSeconds(60), new LocalizedText("Größe falsch", "size 'wrong'"), false);

  private GeodataStore store;

  /** Opens the store of the test; the second time it holds what the first one stored. */
  protected abstract GeodataStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static Release release(String id, Instant at) {
    var description =
        new ReleaseDescription(
            new LocalizedText("Ausgabe „ä“", "Release 'a'"),
            "Zwei\nZeilen",
            List.of("Amt für Größe"),
            List.of(
                new ReleaseFile(
                    "municipality.gpkg.zip",
                    LocalizedText.same("x"),
                    "application/zip",
                    12,
                    "0123456789abcdef".repeat(4))),
            List.of(
                new ReleaseSource(
                    "vg250",
                    LocalizedText.same("VG250"),
                    "BKG",
                    new Licence("dl-de/by-2-0", "Namensnennung", ""),
                    "© BKG",
                    "2024",
                    false)),
            List.of(new SurveyWave("sozialraum", "2022")));
    return new Release(id, 3, at, id + "-01234567", description, Optional.empty());
  }

  @Test
  void whatIsAddedIsFoundAlsoAfterTheStoreWasClosed() {
    var older = release("2025.2", TIME.minusSeconds(9));
    var newer = release("2026.1", TIME);
    store.releases().add(older);
    store.releases().add(newer);
    store.close();
    store = open();
    assertThat(store.releases().find("2026.1")).contains(newer);
    assertThat(store.releases().list()).containsExactly(newer, older);
    assertThat(store.releases().find("2026.2")).isEmpty();
    assertThat(newer.restsOn(new SurveyWave("sozialraum", "2022"))).isTrue();
    assertThat(newer.restsOn(new SurveyWave("sozialraum", "2023"))).isFalse();
  }

  @Test
  void noneTakesThePlaceOfAnother() {
    store.releases().add(release("2026.1", TIME));
    assertRefused("exists", () -> store.releases().add(release("2026.1", TIME.plusSeconds(1))));
    store.releases().withdraw("2026.1", WRONG);
    assertRefused("exists", () -> store.releases().add(release("2026.1", TIME.plusSeconds(1))));
    assertThat(store.releases().find("2026.1").orElseThrow().createdAt()).isEqualTo(TIME);
  }

  @Test
  void ofManyWhoAddTheSameOneSucceeds() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      var work =
          IntStream.range(0, 8)
              .mapToObj(i -> (Callable<Boolean>) () -> adds(TIME.plusSeconds(i)))
              .toList();
      int added = 0;
      for (var done : threads.invokeAll(work)) {
        added += done.get() ? 1 : 0;
      }
      assertThat(added).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
    assertThat(store.releases().list()).hasSize(1);
  }

  private boolean adds(Instant at) {
    try {
      store.releases().add(release("2026.1", at));
      return true;
    } catch (ReleaseException refused) {
      assertThat(refused.code()).isEqualTo("exists");
      return false;
    }
  }

  @Test
  void whatIsWithdrawnStaysSoWithItsFirstReason() {
    store.releases().add(release("2026.1", TIME));
    var withdrawn = store.releases().withdraw("2026.1", WRONG);
    assertThat(withdrawn.withdrawal()).contains(WRONG);
    assertThat(withdrawn.isErased()).isFalse();
    var again = Release.ofDeletedWave(TIME.plusSeconds(99));
    var erased = store.releases().withdraw("2026.1", again).withdrawal().orElseThrow();
    assertThat(erased.erased()).isTrue();
    assertThat(erased.at()).isEqualTo(WRONG.at());
    assertThat(erased.reason()).isEqualTo(WRONG.reason());
    store.releases().withdraw("2026.1", WRONG);
    store.close();
    store = open();
    assertThat(store.releases().find("2026.1").orElseThrow().isErased()).isTrue();
    assertRefused("unknown", () -> store.releases().withdraw("2026.2", WRONG));
  }

  @Test
  void releasesMakeNoRevisionAndOutliveThem() {
    store.releases().add(release("2026.1", TIME));
    assertThat(store.currentRevision().number()).isZero();
    store.commit(Batches.uniform(1, 2));
    store.prune(1);
    assertThat(store.releases().find("2026.1")).isPresent();
  }

  private static void assertRefused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ReleaseException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
