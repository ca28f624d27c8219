package org.sozialradar.server.exports;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sozialradar.server.config.ExportConfig;
import org.sozialradar.server.http.Client;
import org.sozialradar.server.http.GrowingBody;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.server.http.Streamed;

/**
 * Writes exports, each on a thread of its own that never waits for the client: what the client has
 * not taken yet lies on disk, within bounds of number, size and time. Safe for use by many threads.
 */
public final class ExportWorkshop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExportWorkshop.class);
  private static final long MIB = 1 << 20;

  /** What stays free on the disk, as others need it too. */
  private static final long SPARE = 256 * MIB;

  private final ExportConfig config;
  private final SpoolFolder folder;
  private final MeterRegistry registry;
  private final Semaphore places;
  private final AtomicLong erasures = new AtomicLong();

  /** What is being written or fetched, and for whom. */
  private final Map<Spool, Client> open = new ConcurrentHashMap<>();

  private final ExecutorService writers = Executors.newCachedThreadPool(ExportWorkshop::daemon);
  private final ScheduledExecutorService clock = clock();

  /**
   * A workshop.
   *
   * @param registry hears of each export
   */
  public ExportWorkshop(ExportConfig config, MeterRegistry registry) {
    this.config = config;
    this.registry = registry;
    places = new Semaphore(config.mostAtOnce());
    try {
      folder = SpoolFolder.make(Path.of(System.getProperty("java.io.tmpdir")));
    } catch (IOException failure) {
      throw new UncheckedIOException("no place for exports", failure);
    }
    Gauge.builder("radar.exports.open", open, Map::size)
        .description("Exports that are being written or fetched")
        .register(registry);
  }

  /** Forgets the end of what came in time: it would hold the export until then. */
  private static ScheduledExecutorService clock() {
    var made = new ScheduledThreadPoolExecutor(1, ExportWorkshop::daemon);
    made.setRemoveOnCancelPolicy(true);
    return made;
  }

  private static Thread daemon(Runnable work) {
    var thread = new Thread(work, "export");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * How often values were erased: to be asked before an export is chosen, so that none begins with
   * what was erased meanwhile.
   */
  long erasures() {
    return erasures.get();
  }

  /**
   * Begins to write an export.
   *
   * @param order who asks, and whether it is compressed as a whole
   * @param erasedBefore what {@link #erasures} was before it was chosen
   * @return what is being written; closing it stops the work
   * @throws ProblemException if there is no place, or none for who asks
   */
  GrowingBody begin(ExportChoice choice, Streamed.Order order, long erasedBefore) {
    if (hasHalf(order.client()) || !places.tryAcquire()) {
      throw ProblemException.of(ProblemType.EXPORTS_BUSY);
    }
    try {
      requireDisk();
      var spool = open(order.client());
      if (erasures.get() != erasedBefore) {
        spool.expire(); // It is among those that are open: whoever erases after this finds it.
      }
      spool.expireAfter(clock, config.longest());
      String request = RequestTrace.idOfThisThread();
      writers.execute(
          () -> RequestTrace.continueFor(request, () -> write(choice, order.gzip(), spool)));
      return spool;
    } catch (IOException | RejectedExecutionException failure) {
      places.release();
      LOG.error("an export cannot begin", failure);
      throw ProblemException.of(ProblemType.EXPORTS_BUSY);
    } catch (ProblemException full) {
      places.release();
      throw full;
    }
  }

  /** Who reads slowly holds places for long: the others are for everybody else. */
  private boolean hasHalf(Client client) {
    long has = open.values().stream().filter(one -> one.key().equals(client.key())).count();
    return has >= Math.max(1, config.mostAtOnce() / 2);
  }

  private void requireDisk() throws IOException {
    var place = folder.path();
    if (Files.getFileStore(place).getUsableSpace() < SPARE) {
      LOG.warn("too little space for exports in {}", place);
      throw ProblemException.of(ProblemType.EXPORTS_BUSY);
    }
  }

  private Spool open(Client client) throws IOException {
    var place = folder.path().resolve("spool-" + UUID.randomUUID());
    var made = Spool.open(place, config.mostMib() * MIB, this::release);
    open.put(made, client);
    return made;
  }

  private void release(Spool unused) {
    open.remove(unused);
    places.release();
  }

  /** Whatever goes wrong, the reader must hear of it. */
  @SuppressWarnings("CatchingUnchecked")
  private void write(ExportChoice choice, boolean gzip, Spool spool) {
    long began = System.nanoTime();
    String outcome = "whole";
    try {
      var out = spool.out();
      writeAll(choice, gzip, out, spool);
      out.flush();
      spool.finish();
    } catch (Spool.ReaderGoneException gone) {
      outcome = "left";
      spool.fail(gone);
    } catch (Spool.BrokenOffException stopped) {
      outcome = "broken-off";
      LOG.info("an export was broken off");
      spool.fail(stopped);
    } catch (IOException | RuntimeException | Error failure) {
      outcome = "failed";
      LOG.error("an export failed", failure);
      spool.fail(failure instanceof IOException known ? known : new IOException(failure));
    }
    var time = Duration.ofNanos(System.nanoTime() - began);
    Timer.builder("radar.exports.written")
        .description("Exports that were written, and the time that it took")
        .tag("format", choice.format().id())
        .tag("outcome", outcome)
        .register(registry)
        .record(time);
    LOG.debug("export {}: {}, {} ms", choice.format().id(), outcome, time.toMillis());
  }

  private void writeAll(ExportChoice choice, boolean gzip, OutputStream out, ExportBounds bounds)
      throws IOException {
    var place = folder.path();
    var job = new ExportJob(choice, place, new SparingBounds(bounds, place, SPARE));
    if (gzip) {
      var zipped = new GZIPOutputStream(out, 1 << 16);
      job.write(zipped);
      zipped.finish();
    } else {
      job.write(out);
    }
  }

  /** Breaks off all exports: values were erased that they may hold. */
  public void breakOff() {
    erasures.incrementAndGet();
    open.keySet().forEach(Spool::expire);
  }

  @Override
  public void close() {
    breakOff();
    clock.shutdownNow();
    writers.shutdown();
    try {
      if (!writers.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("an export did not end in time");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    folder.close();
  }
}
