package org.sozialradar.server.imports;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.ingest.ImportBundle;
import org.sozialradar.ingest.ImportLimits;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportRequest;
import org.sozialradar.ingest.Importer;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Problems;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.StoreException;

/**
 * Imports what was sent, one upload after another; a few wait. Jobs that ended are remembered for a
 * day, in memory. Safe for use by many threads.
 */
public final class ImportQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ImportQueue.class);

  /** Uploads that may wait; each keeps its files on disk. */
  static final int MOST_WAITING = 4;

  private static final int MOST_REMEMBERED = 200;
  private static final Duration MEMORY = Duration.ofDays(1);
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(15);

  private final GeodataStore store;
  private final Snapshots snapshots;
  private final Clock clock;
  private final Importer importer;
  private final ThreadPoolExecutor worker;
  private final ImportMeter meter;
  private final Cache<String, ImportJob> jobs =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(MEMORY).build();

  /** An upload in the queue. */
  private record Waiting(ImportQueue queue, ImportJob job, UploadFolder upload)
      implements Runnable {
    @Override
    public void run() {
      RequestTrace.continueFor(job.requestId(), () -> queue.work(job, upload));
    }

    void drop() {
      job.failed(ProblemException.of(ProblemType.STOPPING));
      upload.close();
    }
  }

  /**
   * A queue into a store.
   *
   * @param snapshots serve the new revision as soon as an import is done
   * @param registry hears how imports end
   */
  public ImportQueue(GeodataStore store, Snapshots snapshots, MeterRegistry registry, Clock clock) {
    this.store = store;
    this.snapshots = snapshots;
    this.clock = clock;
    importer = Importer.installed(ImportLimits.STANDARD, clock);
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
   * Puts an upload at the end of the queue. The folder belongs to the queue from then on.
   *
   * @throws ProblemException if too many wait already
   */
  ImportJob add(UploadFolder upload) {
    var job =
        new ImportJob(UUID.randomUUID().toString(), RequestTrace.idOfThisThread(), clock.instant());
    jobs.put(job.id(), job);
    try {
      worker.execute(new Waiting(this, job, upload));
    } catch (RejectedExecutionException full) {
      jobs.invalidate(job.id());
      throw ProblemException.of(ProblemType.IMPORTS_BUSY);
    }
    return job;
  }

  Optional<ImportJob> find(String id) {
    return Optional.ofNullable(jobs.getIfPresent(id));
  }

  /**
   * Lets a request with an upload pass.
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
  private void work(ImportJob job, UploadFolder upload) {
    job.begun();
    var begun = meter.begin();
    try (upload) {
      var report = run(job, upload);
      meter.ended(begun, report);
      serve(report);
      job.done(upload.withoutPlace(report.toJson()));
      LOG.info("import {} ended, rejected: {}", job.id(), report.isRejected());
    } catch (Exception | Error failure) {
      if (job.isOver()) {
        LOG.error("the files of import {} could not be deleted", job.id(), failure);
      } else {
        meter.failed(begun);
        job.failed(Problems.of(failure));
      }
    }
  }

  private ImportReport run(ImportJob job, UploadFolder upload) {
    try {
      var inputs = ImportBundle.inputs(upload.files());
      var request = new ImportRequest(inputs, List.of(), List.of(), false);
      return importer.run(request, store, job);
    } catch (InputRejectedException rejected) {
      return ImportReport.ofRejected("upload", rejected.issue(), clock.instant());
    }
  }

  /** Who hears that the import is done finds its data served. */
  private void serve(ImportReport report) {
    if (report.packages().stream().allMatch(one -> one.revision() == 0)) {
      return;
    }
    try {
      snapshots.refresh();
    } catch (StoreException failure) {
      LOG.error("the import is stored but could not be read; it is tried again", failure);
    }
  }

  /** Lets the import at work end, for some seconds; those that wait are dropped. */
  @Override
  public void close() {
    worker.shutdown();
    var waiting = new ArrayList<Runnable>();
    worker.getQueue().drainTo(waiting);
    waiting.forEach(one -> ((Waiting) one).drop());
    try {
      if (!worker.awaitTermination(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("an import did not end in time; what it did not store yet is dropped");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
