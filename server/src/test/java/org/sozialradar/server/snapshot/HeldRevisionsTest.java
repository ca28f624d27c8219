package org.sozialradar.server.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.store.Revision;
import org.sozialradar.store.Stores;

class HeldRevisionsTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final List<Snapshot> SNAPSHOTS = new ArrayList<>();

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000); // It may run over.
  private final AtomicBoolean scarceMemory = new AtomicBoolean();
  private final HeldRevisions held =
      new HeldRevisions(SNAPSHOTS.get(0), TEN_MINUTES, 3, nanoTime::get, scarceMemory::get);

  /** Snapshots of the revisions 3 to 8. */
  @BeforeAll
  static void read(@TempDir Path folder) {
    try (var store = Stores.open(folder.resolve("store").toString())) {
      TestCountry.fill(store);
      for (int i = 0; i < 6; i++) {
        SNAPSHOTS.add(Snapshots.read(store));
        TestCountry.change(store, 1000 + i);
      }
    }
  }

  private List<Long> found() {
    return LongStream.rangeClosed(3, 8)
        .filter(number -> held.find(number).isPresent())
        .boxed()
        .toList();
  }

  private void pass(Duration time) {
    nanoTime.addAndGet(time.toNanos());
    held.release();
  }

  @Test
  void oneThatWasReplacedStaysForItsTime() {
    pass(Duration.ofDays(1));
    held.replace(SNAPSHOTS.get(1));
    assertThat(held.current().revision().number()).isEqualTo(4);
    pass(Duration.ofMinutes(9));
    held.replace(SNAPSHOTS.get(2));
    assertThat(found()).containsExactly(3L, 4L, 5L);
    pass(Duration.ofMinutes(1));
    assertThat(found()).containsExactly(4L, 5L);
    pass(Duration.ofDays(1));
    assertThat(found()).containsExactly(5L);
    assertThat(held.size()).isEqualTo(1);
  }

  @Test
  void theOldestGiveWayToMoreThanThereIsPlaceFor() {
    SNAPSHOTS.subList(1, 6).forEach(held::replace);
    assertThat(found()).containsExactly(5L, 6L, 7L, 8L);
    assertThat(held.find(8)).containsSame(held.current());
  }

  @Test
  void oneThatWasReplacedBeforeStaysForTheRestOfItsTime() {
    var later = new HeldRevisions(SNAPSHOTS.get(2), TEN_MINUTES, 3, nanoTime::get, () -> false);
    later.addReplaced(SNAPSHOTS.get(1), Duration.ofMinutes(4));
    later.addReplaced(SNAPSHOTS.get(0), Duration.ofMinutes(7));
    nanoTime.addAndGet(Duration.ofMinutes(3).toNanos());
    later.release();
    assertThat(later.find(4)).containsSame(SNAPSHOTS.get(1));
    assertThat(later.find(3)).isEmpty();
    assertThat(later.current().revision().number()).isEqualTo(5);
    nanoTime.addAndGet(Duration.ofMinutes(3).toNanos());
    later.release();
    assertThat(later.size()).isEqualTo(1);
  }

  @Test
  void aServerThatStartsHoldsWhatWasReplacedLately() {
    var noon = Instant.parse("2026-03-01T12:00:00Z");
    var revisions =
        List.of(
            made(9, noon.minusSeconds(60)),
            made(8, noon.minusSeconds(599)),
            made(6, noon.minusSeconds(601)),
            made(5, noon.minusSeconds(7000)));
    var following = new Following(Duration.ofSeconds(1), TEN_MINUTES, 3);
    assertThat(following.replacedLately(revisions, noon))
        .extracting(one -> one.revision().number())
        .containsExactly(8L, 6L);
    assertThat(new Following(Duration.ofSeconds(1), TEN_MINUTES, 1).replacedLately(revisions, noon))
        .containsExactly(new Following.Replaced(revisions.get(1), Duration.ofSeconds(60)));
    assertThat(following.replacedLately(revisions.subList(0, 1), noon)).isEmpty();
    assertThat(following.replacedLately(List.of(), noon)).isEmpty();
  }

  private static Revision made(long number, Instant at) {
    return new Revision(number, at, "d", 0);
  }

  @Test
  void onlyThePreviousOneStaysWhenMemoryIsScarce() {
    SNAPSHOTS.subList(1, 3).forEach(held::replace);
    scarceMemory.set(true);
    held.release();
    assertThat(found()).containsExactly(4L, 5L);
    held.replace(SNAPSHOTS.get(3));
    assertThat(found()).containsExactly(5L, 6L);
  }
}
