package org.sozialradar.server.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.util.GeometricShapeFactory;
import org.sozialradar.area.ReferenceSystem;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.export.CsvDialect;
import org.sozialradar.filter.Value;
import org.sozialradar.filter.ValueType;
import org.sozialradar.server.ExportFiles;
import org.sozialradar.server.TestCountry;
import org.sozialradar.server.config.ExportConfig;
import org.sozialradar.server.features.CollectionFeature;
import org.sozialradar.server.features.FeatureCollection;
import org.sozialradar.server.features.FeatureField;
import org.sozialradar.server.http.Client;
import org.sozialradar.server.http.GrowingBody;
import org.sozialradar.server.http.RequestTrace;
import org.sozialradar.server.http.Streamed;
import org.sozialradar.server.snapshot.Provenance;
import org.sozialradar.server.snapshot.Snapshot;
import org.sozialradar.server.snapshot.Snapshots;
import org.sozialradar.server.text.Language;
import org.sozialradar.store.GeodataStore;
import org.sozialradar.store.Stores;

/**
 * Formats that send nothing before their last row hear all the same when their reader leaves, and
 * their temporary files are bounded and deleted.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AbandonedExportTest {
  private static final int ROWS = 3000;
  private static final int LEAVES_AT = 100;

  /** A third of a megabyte each, so that all of them are a gigabyte. */
  private static final Geometry LARGE = circle();

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicReference<Runnable> atRow = new AtomicReference<>(() -> {});
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private GeodataStore store;
  private Snapshot snapshot;
  private ExportWorkshop workshop;

  private static Geometry circle() {
    var shapes = new GeometricShapeFactory();
    shapes.setCentre(new Coordinate(10, 51));
    shapes.setSize(1);
    shapes.setNumPoints(20_000);
    return new GeometryFactory().createMultiPolygon(new Polygon[] {shapes.createCircle()});
  }

  @BeforeEach
  void open() {
    store = Stores.open(folder.resolve("store").toString());
    TestCountry.fill(store);
    snapshot = Snapshots.read(store);
  }

  private void open(int mib) {
    workshop = new ExportWorkshop(new ExportConfig(2, mib, Duration.ofMinutes(10)), registry);
  }

  @AfterEach
  void close() {
    workshop.close();
    store.close();
  }

  /** Many features; whoever asks for one of them sets off what happens at that row. */
  private final class Many implements FeatureCollection {
    @Override
    public String id() {
      return "many";
    }

    @Override
    public LocalizedText title() {
      return LocalizedText.same("many");
    }

    @Override
    public LocalizedText description() {
      return title();
    }

    @Override
    public List<Double> box() {
      return List.of();
    }

    @Override
    public String layer() {
      return "many";
    }

    @Override
    public Optional<String> edition() {
      return Optional.empty();
    }

    @Override
    public List<FeatureField> fields() {
      return List.of(new FeatureField("name", ValueType.TEXT, title()));
    }

    @Override
    public List<String> ids() {
      return IntStream.range(0, ROWS).mapToObj(Integer::toString).toList();
    }

    @Override
    public Map<String, Geometry> geometries(List<String> ids) {
      var all = new HashMap<String, Geometry>();
      ids.forEach(id -> all.put(id, LARGE));
      return all;
    }

    @Override
    public Optional<CollectionFeature> find(String id) {
      if (asked.incrementAndGet() == LEAVES_AT) {
        atRow.get().run();
      }
      return Optional.of(
          new CollectionFeature(id, Optional.of(LARGE), name -> new Value.Text("name")));
    }

    @Override
    public Provenance provenance() {
      return Provenance.of(snapshot, Set.of());
    }
  }

  private GrowingBody begin(String format) throws Exception {
    var choice =
        new ExportChoice(
            snapshot,
            ExportFormat.find(format).orElseThrow(),
            false,
            new Many(),
            Optional.empty(),
            "",
            Optional.empty(),
            "",
            ReferenceSystem.CRS84,
            CsvDialect.STANDARD,
            Language.ENGLISH,
            "",
            Optional.empty());
    var order = new Streamed.Order(new Client(InetAddress.getByName("10.0.0.1")), false);
    var body = new AtomicReference<GrowingBody>();
    RequestTrace.continueFor("test", () -> body.set(workshop.begin(choice, order, 0)));
    return body.get();
  }

  private long ended(String outcome) {
    return registry.find("radar.exports.written").tag("outcome", outcome).timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  /** However it ended. */
  private void awaitEnd() throws InterruptedException {
    while (registry.find("radar.exports.written").timers().stream()
        .allMatch(timer -> timer.count() == 0)) {
      Thread.sleep(5);
    }
  }

  /** Temporary files in the folders whose locks this process holds. */
  private static List<Path> left() throws IOException {
    var found = new ArrayList<Path>();
    for (var file : ExportFiles.open()) {
      if (file.endsWith("lock")) {
        try (var jobs = Files.newDirectoryStream(file.getParent(), "export-*")) {
          jobs.forEach(found::add);
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "fgb", "geojson", "csv"})
  void whenItsReaderLeavesNoFurtherRowIsWritten(String format) throws Exception {
    open(2000);
    var body = new AtomicReference<GrowingBody>();
    atRow.set(
        () -> {
          try {
            begun.await();
            body.get().close();
          } catch (InterruptedException failure) {
            throw new IllegalStateException(failure);
          }
        });
    body.set(begin(format));
    begun.countDown();
    awaitEnd();
    assertThat(asked).hasValue(LEAVES_AT);
    assertThat(ended("left")).isEqualTo(1);
    assertThat(left()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpkg", "fgb"})
  void itsTemporaryFilesCountTowardsTheBound(String format) throws Exception {
    open(20);
    var body = begin(format);
    awaitEnd();
    assertThat(ended("failed")).isEqualTo(1);
    assertThat(asked.get()).as("20 MiB are some 60 rows").isLessThan(200);
    assertThatThrownBy(() -> body.read(ByteBuffer.allocate(10))).isInstanceOf(IOException.class);
    assertThat(left()).isEmpty();
    body.close();
  }
}
