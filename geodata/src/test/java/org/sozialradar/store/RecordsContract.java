package org.sozialradar.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sozialradar.records.InvalidRecordException;
import org.sozialradar.records.SavedRecord;

/** What every store promises of what is saved besides data. */
public abstract class RecordsContract {
  private static final Instant TIME = Instant.parse("2026-11-22T10:11:12.123456Z");

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

  private static SavedRecord saved(String kind, String id, String name) {
    return new SavedRecord(kind, id, name, TIME, "{\"a\":\"'ä\u2019\"}");
  }

  @Test
  void whatIsSavedIsFoundAlsoAfterTheStoreWasClosed() {
    var one = saved("weight-set", "b", "Hochwasser, Größe 'groß'");
    store.records().put(one);
    store.records().put(saved("weight-set", "a", "x"));
    store.records().put(saved("measure", "b", "y"));
    store.close();
    store = open();
    assertThat(store.records().find("weight-set", "b")).contains(one);
    assertThat(store.records().list("weight-set"))
        .extracting(SavedRecord::id)
        .containsExactly("a", "b");
    assertThat(store.records().list("incident")).isEmpty();
    assertThat(store.records().find("incident", "b")).isEmpty();
  }

  @Test
  void aRecordTakesThePlaceOfTheOneBefore() {
    store.records().put(saved("measure", "a", "first"));
    var second = new SavedRecord("measure", "a", "second", TIME.plusSeconds(60), "{}");
    store.records().put(second);
    assertThat(store.records().list("measure")).containsExactly(second);
  }

  @Test
  void whatIsDeletedIsGone() {
    store.records().put(saved("measure", "a", "x"));
    assertThat(store.records().delete("measure", "a")).isTrue();
    assertThat(store.records().delete("measure", "a")).isFalse();
    assertThat(store.records().find("measure", "a")).isEmpty();
  }

  @Test
  void recordsMakeNoRevisionAndOutliveThem() {
    store.records().put(saved("measure", "a", "x"));
    assertThat(store.currentRevision().number()).isZero();
    store.commit(Batches.uniform(1, 2));
    store.prune(1);
    assertThat(store.records().find("measure", "a")).isPresent();
  }

  @Test
  void manyMaySaveAtOnce() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      var work =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      (Callable<Boolean>)
                          () -> {
                            store.records().put(saved("measure", "m" + i % 10, "n" + i));
                            return true;
                          })
              .toList();
      for (var done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(store.records().list("measure")).hasSize(10);
  }

  @Test
  void whatCannotBeSavedIsRefused() {
    assertRefused("kind-unfit", () -> saved("Weight Set", "a", "x"));
    assertRefused("id-unfit", () -> saved("measure", "../a", "x"));
    assertRefused("id-unfit", () -> saved("measure", "", "x"));
    assertRefused("name-unfit", () -> saved("measure", "a", " "));
    assertRefused("name-unfit", () -> saved("measure", "a", "x".repeat(201)));
    assertRefused("name-unfit", () -> saved("measure", "a", "a\u0000b"));
    assertRefused(
        "json-too-long",
        () -> new SavedRecord("measure", "a", "x", TIME, " ".repeat(SavedRecord.MOST_JSON + 1)));
  }

  private static void assertRefused(String code, Callable<SavedRecord> making) {
    assertThatThrownBy(making::call)
        .isInstanceOfSatisfying(
            InvalidRecordException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
