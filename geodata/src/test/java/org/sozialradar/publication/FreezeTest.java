package org.sozialradar.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.release.Release;
import org.sozialradar.release.ReleaseDraft;
import org.sozialradar.release.ReleaseException;
import org.sozialradar.release.ReleaseFolder;
import org.sozialradar.release.ReleaseStore;
import org.sozialradar.release.Withdrawal;
import org.sozialradar.store.Batches;
import org.sozialradar.store.Erasure;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreException;
import org.sozialradar.store.h2.H2GeodataStore;

/** However making a release ends, its files are there with a record, or not at all. */
class FreezeTest {
  private static final String DATASET = "survey";

  @TempDir Path directory;
  private GeodataStore store;
  private ReleaseFolder folder;

  @BeforeEach
  void publish() {
    store = H2GeodataStore.open(directory.resolve("radar"), Clock.systemUTC());
    store.commit(Batches.empty(Batches.dataset(DATASET)));
    folder = new ReleaseFolder(directory.resolve("releases"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Releases.Asked asked(String id) {
    return new Releases.Asked(id, new LocalizedText("Werte", "Values"), "", List.of(), List.of());
  }

  private static Releases.Written write(GeodataStore from, ReleaseDraft draft) throws IOException {
    draft.add(
        "values.csv",
        new LocalizedText("Werte", "Values"),
        "text/csv",
        out -> out.write("a;1".getBytes(StandardCharsets.UTF_8)));
    return new Releases.Written(
        Instant.now(), from.currentRevision().number(), List.of(Batches.dataset(DATASET)));
  }

  private Release freeze(GeodataStore in, String id, Releases.Contents contents)
      throws IOException {
    return new Releases(in, folder, Clock.systemUTC()).freeze(asked(id), contents, () -> {});
  }

  private Release freeze(GeodataStore in, String id) throws IOException {
    return freeze(in, id, (from, asked, draft) -> write(from, draft));
  }

  private List<String> left() throws IOException {
    try (var entries = Files.list(folder.path())) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }

  private void assertRefused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            ReleaseException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  @Test
  void nothingIsLeftIfValuesWereErasedMeanwhile() throws IOException {
    assertRefused(
        "erased-meanwhile",
        () ->
            freeze(
                store,
                "2026.1",
                (from, asked, draft) -> {
                  var written = write(from, draft);
                  store.erase(List.of(Erasure.of(DATASET, Instant.now())));
                  return written;
                }));
    assertThat(store.releases().list()).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void whoComesJustAfterTheErasureIsWithdrawn() throws IOException {
    var late =
        withReleases(
            new Interrupted(store.releases()) {
              @Override
              public void add(Release release) {
                store.erase(List.of(Erasure.of(DATASET, Instant.now())));
                records.add(release);
              }
            });
    assertRefused("erased-meanwhile", () -> freeze(late, "2026.1"));
    assertThat(store.releases().find("2026.1").orElseThrow().isErased()).isTrue();
    assertThat(left()).isEmpty();
  }

  @Test
  void ofTwoWhoFreezeTheSameIdOneSucceedsAndTheOtherLeavesNothing() throws Exception {
    var bothWrote = new CyclicBarrier(2);
    Callable<Boolean> one =
        () -> {
          try {
            freeze(
                store,
                "2026.1",
                (from, asked, draft) -> {
                  var written = write(from, draft);
                  await(bothWrote);
                  return written;
                });
            return true;
          } catch (ReleaseException refused) {
            assertThat(refused.code()).isEqualTo("exists");
            return false;
          }
        };
    var threads = Executors.newFixedThreadPool(2);
    try {
      var made = threads.invokeAll(List.of(one, one));
      assertThat(List.of(made.get(0).get(), made.get(1).get()))
          .containsExactlyInAnyOrder(true, false);
    } finally {
      threads.shutdown();
    }
    var release = store.releases().find("2026.1").orElseThrow();
    assertThat(left()).containsExactly(release.place());
    assertThat(folder.get(release, release.findFile("values.csv").orElseThrow())).hasContent("a;1");
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await();
    } catch (InterruptedException | java.util.concurrent.BrokenBarrierException failure) {
      throw new IOException(failure);
    }
  }

  /** The connection broke after the record was stored: it has its files. */
  @Test
  void aRecordKeepsItsFilesThoughStoringItSeemedToFail() throws IOException {
    var broken =
        withReleases(
            new Interrupted(store.releases()) {
              @Override
              public void add(Release release) {
                records.add(release);
                throw new StoreException("the connection broke");
              }
            });
    assertThatThrownBy(() -> freeze(broken, "2026.1")).isInstanceOf(StoreException.class);
    var release = store.releases().find("2026.1").orElseThrow();
    assertThat(left()).containsExactly(release.place());
  }

  /** As if the process had been killed between the files and their record. */
  @Test
  void filesWithoutARecordGoWithTheNextReleaseAndWithEachDeletion() throws IOException {
    assertThatThrownBy(() -> freeze(goneBeforeTheRecord(), "2026.1"))
        .isInstanceOf(StoreException.class);
    assertThat(left()).hasSize(2).anyMatch(name -> name.startsWith("2026.1-"));
    var next = freeze(store, "2026.2");
    assertThat(left()).containsExactly(next.place());
    assertThatThrownBy(() -> freeze(goneBeforeTheRecord(), "2026.3"))
        .isInstanceOf(StoreException.class);
    assertThat(Releases.deleteErased(store, List.of(), folder)).hasSize(1);
    assertThat(left()).containsExactly(next.place());
  }

  private GeodataStore goneBeforeTheRecord() {
    return withReleases(
        new Interrupted(store.releases()) {
          private boolean broken;

          @Override
          public Optional<Release> find(String id) {
            if (broken) {
              throw new StoreException("the store is away");
            }
            return super.find(id);
          }

          @Override
          public void add(Release release) {
            broken = true;
            throw new StoreException("the store is away");
          }
        });
  }

  /** Records that something happens to. */
  private static class Interrupted implements ReleaseStore {
    final ReleaseStore records;

    Interrupted(ReleaseStore records) {
      this.records = records;
    }

    @Override
    public void add(Release release) {
      records.add(release);
    }

    @Override
    public Optional<Release> find(String id) {
      return records.find(id);
    }

    @Override
    public List<Release> list() {
      return records.list();
    }

    @Override
    public Release withdraw(String id, Withdrawal withdrawal) {
      return records.withdraw(id, withdrawal);
    }
  }

  /** The same store with other records. */
  private GeodataStore withReleases(ReleaseStore records) {
    return (GeodataStore)
        Proxy.newProxyInstance(
            GeodataStore.class.getClassLoader(),
            new Class<?>[] {GeodataStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("releases")) {
                return records;
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
