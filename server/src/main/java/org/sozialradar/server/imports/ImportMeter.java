package org.sozialradar.server.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.sozialradar.ingest.Severity;

/** Counts the jobs and what was found in what they were sent. */
final class ImportMeter {
  private final MeterRegistry registry;
  private final Map<Outcome, Timer> imports = new EnumMap<>(Outcome.class);
  private final Map<Severity, Counter> issues = new EnumMap<>(Severity.class);
  private final Counter unlisted;

  /** How an import ended. */
  enum Outcome {
    /** All of it is in the store, or was only to be checked. */
    STORED,
    /** It has errors; of several data packages those before are in the store. */
    REJECTED,
    /** It could not be carried out. */
    FAILED
  }

  /**
   * A meter.
   *
   * @param waiting how many uploads wait
   */
  ImportMeter(MeterRegistry registry, Supplier<Number> waiting) {
    this.registry = registry;
    for (var outcome : Outcome.values()) {
      imports.put(
          outcome,
          Timer.builder("radar.imports")
              .description("Imports of uploads and the time that they took")
              .tag("outcome", id(outcome))
              .register(registry));
    }
    for (var severity : Severity.values()) {
      issues.put(severity, issues(id(severity)));
    }
    unlisted = issues("unlisted");
    Gauge.builder("radar.imports.waiting", waiting)
        .description("Uploads that wait for the import before them")
        .register(registry);
  }

  private Counter issues(String severity) {
    return Counter.builder("radar.import.issues")
        .description("Issues found in uploads; unlisted are those that a report only counts")
        .tag("severity", severity)
        .register(registry);
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  Timer.Sample begin() {
    return Timer.start(registry);
  }

  void ended(Timer.Sample begun, Ending ending) {
    begun.stop(imports.get(ending.rejected() ? Outcome.REJECTED : Outcome.STORED));
    ending.issues().forEach(issue -> issues.get(issue.severity()).increment());
    unlisted.increment((double) ending.unlisted());
  }

  void failed(Timer.Sample begun) {
    begun.stop(imports.get(Outcome.FAILED));
  }
}
