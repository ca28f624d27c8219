package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sozialradar.store.Batches.dataset;
import static org.sozialradar.store.Batches.empty;
import static org.sozialradar.store.Batches.uniform;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.store.PartKey.Kind;

/** What every store must do with the revisions that it keeps. */
public abstract class RevisionsContract {
  private static final long LONGEST_SECONDS = 60;
  private static final PartKey DATASET_OTHER = PartKey.of(Kind.DATASET, "other");
  private static final PartKey AREAS = PartKey.of(Kind.AREA_SET, Batches.EDITION, "municipality");
  private static final PartKey VALUES =
      PartKey.of(Kind.INDICATOR_TABLE, "population", Batches.EDITION, "municipality");

  private GeodataStore store;

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

  @Test
  void anEmptyStoreKeepsNoRevision() {
    assertThat(store.listRevisions()).isEmpty();
    assertThat(store.listPrunable(1)).isEmpty();
    assertThat(store.prune(1)).isEmpty();
    assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> store.restore(0));
  }

  @Test
  void listsRevisionsTheNewestFirst() {
    var first = store.commit(uniform(1, 3));
    var second = store.commit(empty(dataset("second")));
    assertThat(store.listRevisions()).containsExactly(second, first);
    assertThat(first.restoredFrom()).isZero();
  }

  @Test
  void restoresAllOfAnOlderRevisionAsANewOne() {
    store.commit(uniform(1, 3));
    store.commit(uniform(2, 5));
    store.commit(empty(dataset("other")));
    var restored = store.restore(1);
    assertThat(restored.number()).isEqualTo(4);
    assertThat(restored.restoredFrom()).isEqualTo(1);
    assertThat(restored.datasetId()).isEqualTo("uniform");
    assertThat(store.currentRevision()).isEqualTo(restored);
    GeodataStoreContract.assertUniform(store, 1, 3);
    assertThat(store.listDatasets()).extracting(one -> one.id()).containsExactly("uniform");
  }

  @Test
  void anImportAfterARestoreBuildsOnWhatWasRestored() {
    store.commit(uniform(1, 3));
    store.commit(uniform(2, 5));
    store.restore(1);
    store.commit(empty(dataset("other")));
    GeodataStoreContract.assertUniform(store, 1, 3);
    assertThat(store.listDatasets()).hasSize(2);
    store.restore(2);
    GeodataStoreContract.assertUniform(store, 2, 5);
    assertThat(store.listDatasets()).hasSize(1);
  }

  @Test
  void readsEveryRevisionThatItKeeps() {
    store.commit(uniform(1, 3));
    store.commit(uniform(2, 5));
    store.commit(uniform(3, 4));
    assertThat(readNumber(1)).isEqualTo(1);
    assertThat(readNumber(2)).isEqualTo(2);
    assertThat(readNumber(3)).isEqualTo(3);
    assertThat(store.<Integer>read(0, reader -> reader.listDatasets().size())).isZero();
    store.prune(1);
    assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> readNumber(2));
    assertThat(readNumber(3)).isEqualTo(3);
  }

  private int readNumber(long revision) {
    return store.read(
        revision,
        reader -> {
          assertThat(reader.currentRevision().number()).isEqualTo(revision);
          return GeodataStoreContract.uniformNumber(reader);
        });
  }

  @Test
  void refusesToRestoreWhatItDoesNotKeep() {
    var only = store.commit(uniform(1, 3));
    assertThatExceptionOfType(UnknownRevisionException.class)
        .isThrownBy(() -> store.restore(7))
        .satisfies(failure -> assertThat(failure.revision()).isEqualTo(7))
        .withMessageContaining("7");
    assertThat(store.listRevisions()).containsExactly(only);
  }

  @Test
  void previewsExactlyWhatItPrunes() {
    for (int number = 1; number <= 5; number++) {
      store.commit(uniform(number, 2 + number));
    }
    var preview = store.listPrunable(2);
    assertThat(preview).extracting(Revision::number).containsExactly(3L, 2L, 1L);
    assertThat(store.listRevisions()).hasSize(5);
    assertThat(store.prune(2)).isEqualTo(preview);
    assertThat(store.listRevisions()).extracting(Revision::number).containsExactly(5L, 4L);
    assertThat(store.listPrunable(2)).isEmpty();
    assertThatExceptionOfType(UnknownRevisionException.class).isThrownBy(() -> store.restore(3));
    store.restore(4);
    GeodataStoreContract.assertUniform(store, 4, 6);
  }

  @Test
  void pruningKeepsWhatLaterRevisionsTookOver() {
    store.commit(uniform(1, 3));
    store.commit(empty(dataset("second")));
    store.commit(empty(dataset("third")));
    store.prune(1);
    GeodataStoreContract.assertUniform(store, 1, 3);
    assertThat(store.listDatasets()).hasSize(3);
    assertThat(store.commit(uniform(2, 4)).number()).isEqualTo(4);
    GeodataStoreContract.assertUniform(store, 2, 4);
  }

  @Test
  void namesThePartsThatAnotherRevisionHasNot() {
    store.commit(uniform(1, 3));
    var first = store.parts();
    assertThat(store.findChanges(first)).contains(Set.of());
    store.commit(empty(dataset("other")));
    assertThat(store.findChanges(first)).contains(Set.of(DATASET_OTHER));
    store.commit(uniform(2, 5));
    assertThat(store.findChanges(first).orElseThrow())
        .contains(DATASET_OTHER, AREAS, VALUES)
        .containsAll(first.ids().keySet())
        .hasSize(first.ids().size() + 1);
    store.restore(1);
    assertThat(store.findChanges(first)).contains(Set.of());
    Optional<Set<PartKey>> inTheThird = store.read(3, reader -> reader.findChanges(first));
    assertThat(inTheThird.orElseThrow()).contains(DATASET_OTHER, AREAS);
  }

  @Test
  void allIsNewAgainstTheEmptyStoreAndAllGoneTheOtherWay() {
    var nothing = store.parts();
    assertThat(nothing.ids()).isEmpty();
    store.commit(uniform(1, 3));
    var all = store.parts();
    assertThat(store.findChanges(nothing)).contains(all.ids().keySet());
    Optional<Set<PartKey>> gone = store.read(0, reader -> reader.findChanges(all));
    assertThat(gone).contains(all.ids().keySet());
  }

  @Test
  void knowsNoChangesSinceARevisionThatItDoesNotKeep() {
    store.commit(uniform(1, 3));
    var first = store.parts();
    var revision = first.revision();
    var namesake = new Revision(1, revision.createdAt().minusSeconds(1), revision.datasetId(), 0);
    assertThat(store.findChanges(new RevisionParts(namesake, first.ids()))).isEmpty();
    store.commit(uniform(2, 3));
    store.prune(1);
    assertThat(store.findChanges(first)).isEmpty();
  }

  @Test
  void aPartThatComesAfterAPrunedOneIsAnotherPart() {
    store.commit(uniform(1, 3));
    store.commit(uniform(2, 3));
    var pruned = store.parts();
    store.restore(1);
    store.prune(1);
    store.commit(uniform(3, 3));
    assertThat(store.parts().ids().values()).doesNotContainAnyElementsOf(pruned.ids().values());
  }

  @Test
  void theLastRevisionStays() {
    store.commit(uniform(1, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> store.listPrunable(0));
    assertThatIllegalArgumentException().isThrownBy(() -> store.prune(0));
    assertThat(store.prune(1)).isEmpty();
    GeodataStoreContract.assertUniform(store, 1, 3);
  }

  @Test
  void aReaderStaysWithItsRevisionWhileItIsPruned() {
    store.commit(uniform(1, 300));
    store.read(
        reader -> {
          assertThat(reader.currentRevision().number()).isEqualTo(1);
          store.commit(uniform(2, 5));
          store.prune(1);
          GeodataStoreContract.assertUniform(reader, 1, 300);
          return 1;
        });
    GeodataStoreContract.assertUniform(store, 2, 5);
  }

  @Test
  void keepsRevisionsWhenClosedAndOpenedAgain() {
    store.commit(uniform(1, 3));
    store.restore(1);
    var all = store.listRevisions();
    store.close();
    store = open();
    assertThat(store.listRevisions()).isEqualTo(all).hasSize(2);
  }

  @Test
  void tellsSubscribersOfNewRevisionsThatCanThenBeRead() throws InterruptedException {
    var told = new Semaphore(0);
    try (var subscription = store.subscribe(told::release)) {
      assertThat(subscription).isNotNull();
      store.commit(uniform(1, 3));
      awaitRevision(told, 1);
      store.restore(1);
      awaitRevision(told, 2);
    }
  }

  /** Being told is a hint, which may also come for nothing. */
  private void awaitRevision(Semaphore told, long number) throws InterruptedException {
    do {
      assertThat(told.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS)).as("told in time").isTrue();
    } while (store.currentRevision().number() < number);
  }

  @Test
  void oneSubscriberLeavingDoesNotSilenceAnother() throws InterruptedException {
    var told = new CountDownLatch(1);
    try (var kept = store.subscribe(told::countDown)) {
      assertThat(kept).isNotNull();
      store.subscribe(() -> {}).close();
      store.commit(uniform(1, 3));
      assertThat(told.await(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
  }
}
