package org.sozialradar.server.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The current snapshot and those that it replaced, each for some time, so that a page or a cache
 * that began with one revision can end with it. How many there are is bounded by number and by
 * memory; the oldest give way first. Safe for use by many threads.
 */
final class HeldRevisions {
  private final Duration time;
  private final int most;
  private final LongSupplier nanoTime;
  private final BooleanSupplier scarceMemory;

  /** The current one first; of the others those replaced last first. */
  private volatile List<Held> held;

  private record Held(Snapshot snapshot, long replacedAt) {}

  /**
   * Holds one snapshot.
   *
   * @param time how long one that was replaced stays
   * @param most most that were replaced and stay, at least 1
   * @param nanoTime a clock as {@link System#nanoTime}
   * @param scarceMemory whether there is little memory left: then one that was replaced stays alone
   */
  HeldRevisions(
      Snapshot first,
      Duration time,
      int most,
      LongSupplier nanoTime,
      BooleanSupplier scarceMemory) {
    this.time = time;
    this.most = most;
    this.nanoTime = nanoTime;
    this.scarceMemory = scarceMemory;
    held = List.of(new Held(first, 0));
  }

  Snapshot current() {
    return held.get(0).snapshot();
  }

  /** The snapshot of a revision, if it is held. */
  Optional<Snapshot> find(long revision) {
    for (var one : held) {
      if (one.snapshot().revision().number() == revision) {
        return Optional.of(one.snapshot());
      }
    }
    return Optional.empty();
  }

  /** Puts a snapshot in the place of the current one. */
  synchronized void replace(Snapshot next) {
    var now = new ArrayList<Held>();
    now.add(new Held(next, 0));
    now.add(new Held(current(), nanoTime.getAsLong()));
    now.addAll(held.subList(1, held.size()));
    held = List.copyOf(now);
    release();
  }

  /** Puts a snapshot in the place of all that are held: values in those were erased. */
  synchronized void replaceAll(Snapshot next) {
    held = List.of(new Held(next, 0));
  }

  /**
   * Adds one that was replaced before this began.
   *
   * @param next older than all that are held
   * @param since how long ago it was replaced
   */
  synchronized void addReplaced(Snapshot next, Duration since) {
    var now = new ArrayList<>(held);
    now.add(new Held(next, nanoTime.getAsLong() - since.toNanos()));
    held = List.copyOf(now);
    release();
  }

  /** Lets go what has been held long enough, or what there is no place for. */
  synchronized void release() {
    int places = 1 + (scarceMemory.getAsBoolean() ? 1 : most);
    long now = nanoTime.getAsLong();
    var kept = new ArrayList<Held>(held.subList(0, 1));
    held.stream()
        .skip(1)
        .limit(places - 1)
        .filter(one -> now - one.replacedAt() < time.toNanos())
        .forEach(kept::add);
    held = List.copyOf(kept);
  }

  /** How many are held with the current one. */
  int size() {
    return held.size();
  }
}
