package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.sample.BundledSample;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/**
 * A mixed load for two minutes, half an hour with {@code -Dradar.full=true}: every route, right and
 * wrong, tiles, uploads and new revisions. Neither heap nor threads nor open files may grow.
 *
 * <p>The load rests while a sample is taken, so that what is in work does not blur it. The first
 * third of the time is for warming up; of the samples after it the median of the first half is
 * compared with that of the second, so that one odd sample decides nothing.
 */
@Timeout(value = 60, unit = java.util.concurrent.TimeUnit.MINUTES)
class SoakTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final boolean FULL = Boolean.getBoolean("radar.full");
  private static final Duration LENGTH =
      Duration.ofSeconds(Integer.getInteger("radar.soak", FULL ? 1_800 : 120));
  private static final int SAMPLES = 10;
  private static final int CLIENTS = 4;

  /**
   * Growth that a leak exceeds: between the two medians there are thousands of requests, so that it
   * is enough to see some hundred bytes lost in each; caches that fill up differ by less.
   */
  private static final long HEAP_BYTES = 8 << 20;

  /** Pools of threads differ by a few; a thread lost with each new revision would be more. */
  private static final long THREADS = 6;

  /** Connections of the clients come and go; a file lost with each upload would be more. */
  private static final long FILES = 8;

  @TempDir Path folder;

  private final ReentrantReadWriteLock pause = new ReentrantReadWriteLock(true);
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger changes = new AtomicInteger();
  private final AtomicInteger uploads = new AtomicInteger();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private volatile boolean over;
  private volatile int revision = 3;
  private TestServer server;
  private String token;

  private record Sample(long heap, long threads, long files) {}

  @BeforeEach
  void start() throws IOException {
    var tokens = folder.resolve("tokens.json");
    token =
        new TokenFile(tokens, Clock.systemUTC())
            .create("soak", Role.EDITOR, Duration.ofDays(1))
            .orElseThrow()
            .secret();
    server =
        TestServer.overTestCountry(
            folder,
            Map.of(
                Setting.POLL_SECONDS, "1",
                Setting.MAX_REPLACED_REVISIONS, "2",
                Setting.TILE_CACHE_MIB, "4",
                Setting.ANSWER_CACHE_MIB, "4",
                Setting.COSTLY_PER_MINUTE, "0",
                Setting.ADMIN_PORT, TestServer.freePort(),
                Setting.TOKEN_STORE, tokens.toString()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nothingGrowsUnderAMixedLoad() throws Exception {
    var document = JSON.readTree(server.get("/api/openapi.json").body());
    var upload = upload();
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      threads.add(start(() -> ask(document, client)));
    }
    threads.add(start(this::change));
    threads.add(start(() -> send(upload)));
    var samples = samples();
    over = true;
    for (var thread : threads) {
      thread.join();
    }
    System.out.printf(
        "soak: %d s, %d answers (%d of 400 and more), %d revisions, %d uploads, %s%n",
        LENGTH.toSeconds(), answered.get(), refused.get(), changes.get(), uploads.get(), samples);
    assertThat(faults).isEmpty();
    assertThat(answered.get()).as("answers").isGreaterThan(1_000);
    assertThat(refused.get()).as("refusals").isGreaterThan(100);
    assertThat(changes.get()).as("new revisions").isGreaterThan(SAMPLES);
    assertThat(uploads.get()).as("uploads").isGreaterThan(SAMPLES);
    assertNoGrowth(samples, Sample::heap, HEAP_BYTES, "bytes of heap after full collection");
    assertNoGrowth(samples, Sample::threads, THREADS, "threads");
    assertNoGrowth(samples, Sample::files, FILES, "open files");
  }

  private static Thread start(Runnable work) {
    var thread = new Thread(work, "soak");
    thread.start();
    return thread;
  }

  private List<Sample> samples() throws InterruptedException {
    var samples = new ArrayList<Sample>();
    Thread.sleep(LENGTH.dividedBy(3).toMillis());
    for (int i = 0; i < SAMPLES && faults.isEmpty(); i++) {
      Thread.sleep(LENGTH.multipliedBy(2).dividedBy(3L * SAMPLES).toMillis());
      samples.add(sample());
    }
    return samples;
  }

  private Sample sample() {
    pause.writeLock().lock();
    try {
      System.gc();
      System.gc(); // What references and cleaners let go of by the first.
      var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Sample(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
          ManagementFactory.getThreadMXBean().getThreadCount(),
          system.getOpenFileDescriptorCount());
    } finally {
      pause.writeLock().unlock();
    }
  }

  private static void assertNoGrowth(
      List<Sample> samples, ToLongFunction<Sample> figure, long allowed, String what) {
    var values = samples.stream().map(figure::applyAsLong).toList();
    long before = median(values.subList(0, values.size() / 2));
    long after = median(values.subList(values.size() / 2, values.size()));
    assertThat(after - before).as(what + ": " + values).isLessThanOrEqualTo(allowed);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Asks for each example of the revision that is served and for what nobody should ask for. */
  private void ask(JsonNode document, int client) {
    var fuzz = new FuzzRequests(document, new Random(client));
    for (int turn = client; !over; turn++) {
      String example = ExampleRequests.ALL.get(turn % ExampleRequests.ALL.size());
      exchange("GET " + current(example) + " HTTP/1.1\r\nHost: x\r\n\r\n", false);
      if (turn % 3 == 0) {
        var request = fuzz.next();
        exchange(request.text(), request.isHead());
      }
    }
  }

  private String current(String example) {
    return example
        .replace("revisions/3/", "revisions/" + revision + "/")
        .replace("tiles/3/", "tiles/" + revision + "/")
        .replace("revision=3", "revision=" + revision);
  }

  private void exchange(String request, boolean head) {
    pause.readLock().lock();
    try (var connection = new RawConnection(server.address("/"))) {
      connection.send(request);
      int status = connection.read(head).status();
      answered.incrementAndGet();
      refused.addAndGet(status >= 400 ? 1 : 0);
      if (status >= 500) {
        faults.add(status + " to " + request);
      }
    } catch (IOException failure) {
      faults.add(failure + " to " + request);
    } finally {
      pause.readLock().unlock();
    }
  }

  private void change() {
    for (int value = 1; !over; value++) {
      pause.readLock().lock();
      try {
        TestCountry.change(server.store(), 250_000 + value);
        revision = (int) server.store().currentRevision().number();
        changes.incrementAndGet();
      } finally {
        pause.readLock().unlock();
      }
      rest();
    }
  }

  /** The upload of the example's last package: imported, or rejected as its areas are unknown. */
  private byte[] upload() throws IOException {
    var manifest = BundledSample.copyTo(Files.createDirectory(folder.resolve("sample"))).get(2);
    var body = new ByteArrayOutputStream();
    try (var files = Files.list(manifest.getParent())) {
      for (var file : files.toList()) {
        String head =
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(file.getFileName());
        body.write(head.getBytes(StandardCharsets.UTF_8));
        body.write(Files.readAllBytes(file));
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    body.write("--cut--\r\n".getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  private void send(byte[] upload) {
    var head =
        "POST /api/admin/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
                .formatted(token)
            + "Content-Type: multipart/form-data; boundary=cut\r\nContent-Length: %d\r\n\r\n"
                .formatted(upload.length);
    while (!over) {
      pause.readLock().lock();
      try (var connection = new RawConnection(server.server().adminAddress().orElseThrow())) {
        connection.send(head + new String(upload, StandardCharsets.ISO_8859_1));
        int status = connection.read(false).status();
        uploads.addAndGet(status == 202 ? 1 : 0);
        if (status != 202 && status != 503) { // 503: the import queue is full, as it may be.
          faults.add(status + " to an upload");
        }
      } catch (IOException failure) {
        faults.add(failure + " to an upload");
      } finally {
        pause.readLock().unlock();
      }
      rest();
    }
  }

  private static void rest() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
