package org.sozialradar.server.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Problems;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.store.StoreException;

/**
 * Does what was asked for, imports and what is computed of them, one job after another; a few wait.
 * Jobs that ended are remembered for a day, in memory. Safe for use by many threads.
 */
public final class ImportQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

  /** Jobs that may wait; each keeps its files on disk. */
  static final int MOST_WAITING = 4;

  private static final int MOST_REMEMBERED = 200;
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(15);

  private final Snapshots snapshots;
  private final Clock clock;
  private final ThreadPoolExecutor worker;
  private final ImportMeter meter;
  private final Cache<String, ImportJob> jobs =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(MEMORY).build();

  /** A job in the queue, and what it does. */
  private record Waiting(ImportQueue queue, ImportJob job, Work work) implements Runnable {
    @Override
    public void run() {
      RequestTrace.continueFor(job.requestId(), () -> queue.work(job, work));
    }

    void drop() {
      job.failed(ProblemException.of(ProblemType.STOPPING));
      work.close();
    }
  }

  /**
   * A queue.
   *
   * @param snapshots serve the new revision as soon as a job is done
   * @param registry hears how imports end
   */
  public ImportQueue(Snapshots snapshots, MeterRegistry registry, Clock clock) {
    this.snapshots = snapshots;
    this.clock = clock;
    worker =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> {
              var thread = new Thread(work, "imports");
              thread.setDaemon(true);
              return thread;
            });
    meter = new ImportMeter(registry, () -> worker.getQueue().size());
  }

  /**
   * Puts work at the end of the queue, which closes it in any case.
   *
   * @throws ProblemException if too many wait already
   */
  ImportJob add(Work work) {
    var job =
        new ImportJob(
            UUID.randomUUID().toString(),
            work.kind(),
            RequestTrace.idOfThisThread(),
            clock.instant());
    jobs.put(job.id(), job);
    try {
      worker.execute(new Waiting(this, job, work));
    } catch (RejectedExecutionException full) {
      jobs.invalidate(job.id());
      work.close();
      throw ProblemException.of(ProblemType.IMPORTS_BUSY);
    }
    return job;
  }

  Optional<ImportJob> find(String id) {
    return Optional.ofNullable(jobs.getIfPresent(id));
  }

  /** The jobs that are remembered, the newest first. */
  List<ImportJob> list() {
    return jobs.asMap().values().stream()
        .sorted(Comparator.comparing(ImportJob::createdAt).reversed())
        .toList();
  }

  /**
   * Lets a request for a job pass.
   *
   * @throws ProblemException if too many wait already
   * @throws StoreException if the store does not answer
   */
  void requirePlace() {
    if (worker.getQueue().remainingCapacity() == 0) {
      throw ProblemException.of(ProblemType.IMPORTS_BUSY);
    }
    snapshots.requireStore();
  }

  @SuppressWarnings("CatchingUnchecked") // Whatever goes wrong, who asks for the job must hear it.
  private void work(ImportJob job, Work work) {
    job.begun();
    var begun = meter.begin();
    try {
      var ending = run(job, work);
      meter.ended(begun, ending);
      serve(ending);
      job.done(ending.report());
      LOG.info("{} {} ended, rejected: {}", job.kind(), job.id(), ending.rejected());
    } catch (Exception | Error failure) {
      if (!job.isOver()) {
        meter.failed(begun);
        job.failed(Problems.of(failure));
      }
    }
  }

  /** Who hears that the job is done finds its files gone. */
  private static Ending run(ImportJob job, Work work) {
    try (work) {
      return work.run(job);
    }
  }

  /** Who hears that the job is done finds its data served. */
  private void serve(Ending ending) {
    if (!ending.changed()) {
      return;
    }
    try {
      snapshots.refresh();
    } catch (StoreException failure) {
      LOG.error("what was stored could not be read; it is tried again", failure);
    }
  }

  /** Lets the job at work end, for some seconds; those that wait are dropped. */
  @Override
  public void close() {
    worker.shutdown();
    var waiting = new ArrayList<Runnable>();
    worker.getQueue().drainTo(waiting);
    waiting.forEach(one -> ((Waiting) one).drop());
    try {
      if (!worker.awaitTermination(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("a job did not end in time; what it did not store yet is dropped");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
