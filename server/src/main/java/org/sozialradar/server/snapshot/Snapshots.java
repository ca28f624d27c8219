package org.sozialradar.server.snapshot;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Subscription;

/**
 * Holds the snapshot of the current revision and the one before it, and follows the store: a new
 * revision is read beside the old one, which answers until the new one is whole. Safe for use by
 * many threads.
 */
public final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private final GeodataStore store;
  private final ScheduledExecutorService follower;
  private final ScheduledFuture<?> following;
  private final Subscription subscription;
  private volatile Pair held;
  private boolean failing;

  private record Pair(Snapshot current, Optional<Snapshot> previous) {}

  private Snapshots(GeodataStore store, Duration period) {
    this.store = store;
    held = new Pair(SnapshotReader.read(store), Optional.empty());
    follower =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              var thread = new Thread(work, "snapshots");
              thread.setDaemon(true);
              return thread;
            });
    follower.execute(() -> quietly(current()::readAll));
    following =
        follower.scheduleWithFixedDelay(
            () -> quietly(this::refresh),
            period.toMillis(),
            period.toMillis(),
            TimeUnit.MILLISECONDS);
    subscription = store.subscribe(this::lookSoon);
  }

  private void lookSoon() {
    if (!follower.isShutdown()) {
      follower.execute(() -> quietly(this::refresh));
    }
  }

  /**
   * Reads what is small of the current revision, and the rest in the background.
   *
   * @param period how often the store is asked for a new revision
   * @throws org.sozialradar.store.StoreException if the store cannot be read
   */
  public static Snapshots follow(GeodataStore store, Duration period) {
    return new Snapshots(store, period);
  }

  /**
   * The snapshot of the current revision alone, not followed by others.
   *
   * @throws org.sozialradar.store.StoreException if the store cannot be read
   */
  public static Snapshot read(GeodataStore store) {
    return SnapshotReader.read(store);
  }

  /** Does work in the background once the current revision has been read whole. */
  public void afterReading(Runnable work) {
    follower.execute(() -> quietly(work));
  }

  /** The snapshot of the current revision. */
  public Snapshot current() {
    return held.current();
  }

  /** The snapshot of a revision, if it is the current one or the one before. */
  public Optional<Snapshot> find(long revision) {
    var pair = held;
    return pair.current().revision().number() == revision
        ? Optional.of(pair.current())
        : pair.previous().filter(one -> one.revision().number() == revision);
  }

  /**
   * Takes over a newer revision of the store, if there is one.
   *
   * @throws org.sozialradar.store.StoreException if the store cannot be read; what is held stays
   */
  public synchronized void refresh() {
    long newest = store.currentRevision().number();
    if (newest == current().revision().number()) {
      return;
    }
    var next = SnapshotReader.read(store);
    next.readAll();
    held = new Pair(next, Optional.of(held.current()));
    LOG.info("revision {} is served now", next.revision().number());
  }

  /** Asks the store whether it answers. */
  public void requireStore() {
    store.currentRevision();
  }

  /** The follower must live on: it says once that the store fails, and once that it is back. */
  private void quietly(Runnable work) {
    try {
      work.run();
      if (failing) {
        LOG.info("the store answers again");
      }
      failing = false;
    } catch (RuntimeException failure) {
      if (!failing) {
        LOG.error("the store could not be read; what was read before is served on", failure);
      }
      failing = true;
    }
  }

  @Override
  public void close() {
    subscription.close();
    following.cancel(false);
    follower.shutdown();
    try {
      if (!follower.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("reading the store did not end in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
