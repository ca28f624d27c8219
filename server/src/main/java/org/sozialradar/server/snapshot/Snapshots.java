package org.sozialradar.server.snapshot;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreUnreachableException;
import org.sozialradar.store.Subscription;
import org.sozialradar.store.UnknownRevisionException;

/**
 * Holds the snapshot of the current revision and, for some time, those before it, and follows the
 * store: a new revision is read beside the old one, which answers until the new one is whole. A
 * store that cannot be reached is asked again until it can. Safe for use by many threads.
 */
public final class Snapshots implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  /** How soon a store that failed is asked again. */
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final GeodataStore store;
  private final Following following;
  private final ScheduledThreadPoolExecutor follower;
  private final Subscription subscription;
  private final List<Runnable> afterReading = new ArrayList<>();
  private final SnapshotMeter meter;
  private final List<Runnable> whenErasing = new CopyOnWriteArrayList<>();
  private final List<Runnable> afterErasing = new CopyOnWriteArrayList<>();
  private final StoreWatch watch = new StoreWatch();
  private volatile Future<?> nextLook;
  private volatile boolean beginning = true;
  private volatile Optional<HeldRevisions> held = Optional.empty();

  private Snapshots(GeodataStore store, Following following, MeterRegistry registry) {
    this.store = store;
    meter = new SnapshotMeter(registry, this, Clock.systemUTC());
    this.following = following;
    follower = new ScheduledThreadPoolExecutor(1, Snapshots::daemon);
    follower.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    nextLook = CompletableFuture.completedFuture(null);
    try {
      hold(SnapshotReader.read(store));
    } catch (StoreUnreachableException away) {
      watch.failed(away);
    }
    follower.execute(this::keepLooking);
    subscription = store.subscribe(this::lookSoon);
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "snapshots");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Reads what is small of the current revision, and the rest in the background. If the store
   * cannot be reached, nothing is held until it can.
   *
   * @param registry hears what is served and how long it takes to read
   * @throws org.sozialradar.store.StoreException if the store is there and cannot be read
   */
  public static Snapshots follow(GeodataStore store, Following following, MeterRegistry registry) {
    return new Snapshots(store, following, registry);
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
    synchronized (afterReading) {
      afterReading.add(work);
    }
    lookSoon();
  }

  /**
   * Forgets what memory holds each time that values were erased: just before, and once no revision
   * that holds them is answered from.
   *
   * @param forget takes no time and does not fail
   */
  public void whenErasing(Runnable forget) {
    whenErasing.add(forget);
  }

  /**
   * Does work each time that values were erased, once no revision that holds them is answered from:
   * what was kept of them elsewhere is to be deleted.
   */
  public void afterErasing(Runnable work) {
    afterErasing.add(work);
  }

  /**
   * The snapshot of the current revision.
   *
   * @throws StoreUnreachableException if the store could not be reached yet
   */
  public Snapshot current() {
    return held.map(HeldRevisions::current)
        .orElseThrow(() -> new StoreUnreachableException("the store was not reached yet"));
  }

  /** The snapshot of a revision, if it is the current one or one that was replaced lately. */
  public Optional<Snapshot> find(long revision) {
    return held.flatMap(one -> one.find(revision));
  }

  /** Whether it is not known yet which revisions were replaced lately. */
  boolean isBeginning() {
    return beginning;
  }

  /** Whether the store answered when it was last asked. */
  public boolean storeAnswers() {
    return !watch.isFailing();
  }

  /** How many revisions are held. */
  public int heldRevisions() {
    return held.map(HeldRevisions::size).orElse(0);
  }

  /**
   * Takes over a newer revision of the store, if there is one.
   *
   * @throws org.sozialradar.store.StoreException if the store cannot be read; what is held stays
   */
  public synchronized void refresh() {
    if (held.isEmpty()) {
      hold(SnapshotReader.read(store));
    }
    var revisions = held.orElseThrow();
    revisions.release();
    if (store.currentRevision().number() == current().revision().number()) {
      if (!current().isWhole()) {
        meter.time(current()::readAll);
      }
    } else {
      meter.time(() -> takeOver(revisions));
      LOG.info("revision {} is served now", current().revision().number());
    }
    holdReplaced(revisions);
  }

  private void takeOver(HeldRevisions revisions) {
    var next = SnapshotReader.readAfter(current(), store);
    next.readAll();
    if (current().results().erasures().containsAll(next.results().erasures())) {
      revisions.replace(next);
      return;
    }
    // Whoever sees the new revision finds nothing of them in memory, nor what was made meanwhile.
    whenErasing.forEach(Runnable::run);
    revisions.replaceAll(next);
    whenErasing.forEach(Runnable::run);
    afterErasing.forEach(Runnable::run);
    LOG.info("values were erased: no earlier revision is served any more");
  }

  /**
   * Holds what was replaced lately but before this server began: others announced it. What is large
   * of it is read when somebody asks for it.
   */
  private void holdReplaced(HeldRevisions revisions) {
    if (!beginning) {
      return;
    }
    var replaced = following.replacedLately(store.listRevisions(), Instant.now());
    for (var one : replaced) {
      long number = one.revision().number();
      if (find(number).isEmpty()) {
        try {
          revisions.addReplaced(SnapshotReader.readBefore(current(), store, number), one.since());
        } catch (UnknownRevisionException pruned) {
          LOG.debug("revision {} is kept no longer", number);
        }
      }
    }
    beginning = false;
  }

  private void hold(Snapshot first) {
    held =
        Optional.of(
            new HeldRevisions(
                first,
                following.keep(),
                following.mostKept(),
                System::nanoTime,
                HeapUse::isScarce));
  }

  /**
   * Asks the store whether it answers.
   *
   * @throws org.sozialradar.store.StoreException if it does not, or did not when it was last asked
   */
  public void requireStore() {
    if (watch.isFailing()) {
      throw new StoreUnreachableException("the store did not answer lately");
    }
    store.currentRevision();
  }

  private void lookSoon() {
    try {
      follower.execute(this::keepLooking);
    } catch (RejectedExecutionException closing) {
      LOG.debug("closing, no look for new revisions");
    }
  }

  /** Looks for ever, each time after a pause; sooner while the store fails. */
  private void keepLooking() {
    nextLook.cancel(false);
    look();
    boolean soon = watch.isFailing() && RETRY.compareTo(following.period()) < 0;
    var pause = soon ? RETRY : following.period();
    try {
      nextLook = follower.schedule(this::keepLooking, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      LOG.debug("closing, no more looks for new revisions");
    }
  }

  /** The follower must live on, whatever fails; errors, such as of memory, would end it unseen. */
  @SuppressWarnings("CatchingUnchecked")
  private void look() {
    try {
      refresh();
      watch.answered();
      takeWaiting().forEach(Runnable::run);
    } catch (ProblemException outrun) {
      LOG.debug("a newer revision came while one was read", outrun);
      lookSoon();
    } catch (RuntimeException | Error failure) {
      watch.failed(failure);
    }
  }

  private List<Runnable> takeWaiting() {
    synchronized (afterReading) {
      var waiting = List.copyOf(afterReading);
      afterReading.clear();
      return waiting;
    }
  }

  @Override
  public void close() {
    subscription.close();
    nextLook.cancel(false);
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
