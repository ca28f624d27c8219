package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.config.ExportConfig;
import org.sozialradar.server.http.Client;
import org.sozialradar.server.http.GrowingBody;
import org.sozialradar.server.http.ProblemException;
import org.sozialradar.server.http.ProblemType;
import org.sozialradar.server.http.Query;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.server.http.Streamed;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/** Exports at once, up to a bound, each of which holds its place until it was fetched. */
class ExportWorkshopTest {
  private static GeodataStore store;
  private static ExportChoice choice;

  private int clients;

  private final ExportWorkshop workshop =
      new ExportWorkshop(
          new ExportConfig(2, 10, Duration.ofMinutes(10)), new SimpleMeterRegistry());

  @BeforeAll
  static void open(@TempDir Path folder) {
    store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    var parameters = Map.of("format", List.of("geojson"), "level", List.of("municipality"));
    choice =
        ExportChoice.of(
            Snapshots.read(store), new Query(Map.of(), parameters, "", Language.GERMAN, ""));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @AfterEach
  void closeWorkshop() {
    workshop.close();
  }

  /** For a client that has none yet. */
  private GrowingBody begin() {
    return begin(workshop.erasures());
  }

  private GrowingBody begin(long erasures) {
    return begin(erasures, client(++clients));
  }

  private static Client client(int number) {
    try {
      return new Client(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number}));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("four bytes are an address", impossible);
    }
  }

  private GrowingBody begin(long erasures, Client client) {
    var body = new AtomicReference<GrowingBody>();
    RequestTrace.continueFor(
        "test",
        () -> body.set(workshop.begin(choice, new Streamed.Order(client, false), erasures)));
    return body.get();
  }

  private static byte[] readAll(GrowingBody body) throws Exception {
    var out = new ByteArrayOutputStream();
    var buffer = ByteBuffer.allocate(1000);
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer.clear())) {
      out.write(buffer.array(), 0, read);
      var more = new CountDownLatch(1);
      body.whenMore(more::countDown);
      more.await();
    }
    return out.toByteArray();
  }

  @Test
  void beyondTheBoundIsRefusedUntilOneWasFetched() throws Exception {
    var first = begin();
    var second = begin();
    assertThatThrownBy(this::begin)
        .isInstanceOfSatisfying(
            ProblemException.class,
            busy -> assertThat(busy.type()).isEqualTo(ProblemType.EXPORTS_BUSY));
    var bytes = readAll(first);
    first.close();
    var third = begin();
    assertThat(readAll(third)).isEqualTo(bytes).isEqualTo(readAll(second));
    second.close();
    third.close();
  }

  @Test
  void oneClientHoldsAtMostHalfOfThePlaces() {
    var first = begin(0, client(1));
    assertThatThrownBy(() -> begin(0, client(1)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            busy -> assertThat(busy.type()).isEqualTo(ProblemType.EXPORTS_BUSY));
    var another = begin(0, client(2));
    first.close();
    another.close();
  }

  @Test
  void afterAnErasureNobodyGetsTheRest() {
    var body = begin();
    workshop.breakOff();
    assertThatThrownBy(() -> readAll(body)).isInstanceOf(IOException.class);
    body.close();
  }

  @Test
  void whatWasChosenBeforeAnErasureDoesNotBeginAfterIt() {
    long before = workshop.erasures();
    workshop.breakOff();
    var body = begin(before);
    assertThatThrownBy(() -> readAll(body)).isInstanceOf(IOException.class);
    body.close();
  }
}
