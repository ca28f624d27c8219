package org.sozialradar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.access.Role;
import org.sozialradar.server.access.TokenFile;
import org.sozialradar.server.config.Setting;

/**
 * A mixed load for as many seconds as {@code -Dradar.soak} says: every route, right and wrong,
 * tiles, uploads and new revisions. Neither heap nor threads nor open files may grow.
 *
 * <p>The load rests while a sample is taken, so that what is in work does not blur it. The first
 * third of the time is for warming up; of the samples after it the median of the first half is
 * compared with that of the second, so that one odd sample decides nothing.
 */
@EnabledIfSystemProperty(
    named = "radar.soak",
    matches = "\\d+",
    disabledReason = "takes minutes; -Dradar.soak=120 is what scripts/test asks for")
@Timeout(value = 60, unit = java.util.concurrent.TimeUnit.MINUTES)
class SoakTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("radar.soak", 120));
  private static final int SAMPLES = 10;
  private static final int CLIENTS = 4;
  private static final int KEPT = 5;

  /**
   * Growth that a leak exceeds: between the two medians there are some eight thousand requests and
   * twenty revisions, so that 500 bytes lost in each request, or 200 kB in each revision, show. The
   * medians differ by less than a megabyte, single samples by two.
   */
  private static final long HEAP_BYTES = 4 << 20;

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
                // Half of them are for one address, which all clients have here.
                Setting.MAX_EXPORTS, "64",
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
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      threads.add(start(() -> ask(document, client)));
    }
    threads.add(start(this::change));
    threads.add(start(this::send));
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

  private List<Sample> samples() throws InterruptedException, IOException {
    var samples = new ArrayList<Sample>();
    Thread.sleep(LENGTH.dividedBy(3).toMillis());
    for (int i = 0; i < SAMPLES && faults.isEmpty(); i++) {
      Thread.sleep(LENGTH.multipliedBy(2).dividedBy(3L * SAMPLES).toMillis());
      samples.add(sample());
    }
    return samples;
  }

  private Sample sample() throws IOException {
    pause.writeLock().lock();
    try {
      awaitServed();
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
      exchange("GET " + current(example) + " HTTP/1.1\r\nHost: x\r\n\r\n", false, false);
      if (turn % 3 == 0) {
        var request = fuzz.next();
        exchange(request.text(), request.isHead(), request.isEndless());
      }
    }
  }

  private String current(String example) {
    return example
        .replace("revisions/3/", "revisions/" + revision + "/")
        .replace("tiles/3/", "tiles/" + revision + "/")
        .replace("revision=3", "revision=" + revision);
  }

  private void exchange(String request, boolean head, boolean mayBeCut) {
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
      if (!mayBeCut) {
        faults.add(failure + " to " + request);
      }
    } finally {
      pause.readLock().unlock();
    }
  }

  /** Makes revisions as another process would, and prunes them as an operator would. */
  private void change() {
    for (int value = 1; !over; value++) {
      pause.readLock().lock();
      try {
        TestCountry.change(server.store(), 250_000 + value);
        server.store().prune(KEPT);
        awaitServed();
        changes.incrementAndGet();
      } catch (IOException failure) {
        faults.add(failure + " to a look at health");
      } finally {
        pause.readLock().unlock();
      }
      rest(1_000);
    }
  }

  /** Uploads new data, and follows each import to its end. */
  private void send() {
    for (int number = 1; !over; number++) {
      pause.readLock().lock();
      try {
        awaitStored(answer(number));
        uploads.incrementAndGet();
        revision = served();
      } catch (IOException failure) {
        faults.add(failure + " to an upload");
      } finally {
        pause.readLock().unlock();
      }
      rest(1_000);
    }
  }

  private String answer(int number) throws IOException {
    var body = SoakPackage.zipped(number);
    var head =
        "POST /api/admin/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
                .formatted(token)
            + "Content-Type: application/zip\r\nContent-Length: %d\r\n\r\n".formatted(body.length);
    return admin(head + new String(body, StandardCharsets.ISO_8859_1), 202);
  }

  private void awaitStored(String accepted) throws IOException {
    var job = JSON.readTree(accepted);
    var question =
        "GET /api/admin/imports/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(job.get("id").asText(), token);
    while (!Set.of("done", "failed").contains(job.get("state").asText())) {
      rest(50);
      job = JSON.readTree(admin(question, 200));
    }
    if (!job.at("/report/packages/0/outcome").asText().equals("stored")) {
      faults.add("an upload was not stored: " + job);
    }
  }

  private String admin(String request, int expected) throws IOException {
    try (var connection = new RawConnection(server.server().adminAddress().orElseThrow())) {
      connection.send(request);
      var reply = connection.read(false);
      if (reply.status() != expected) {
        throw new IOException("status " + reply.status() + ": " + reply.body());
      }
      return reply.body();
    }
  }

  private int served() throws IOException {
    try (var connection = new RawConnection(server.address("/"))) {
      connection.send("GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n");
      return JSON.readTree(connection.read(false).body()).get("revision").asInt();
    }
  }

  /** Until the newest revision is served, so that none is being read. */
  private void awaitServed() throws IOException {
    while (served() != server.store().currentRevision().number()) {
      rest(50);
    }
    revision = served();
  }

  private static void rest(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
