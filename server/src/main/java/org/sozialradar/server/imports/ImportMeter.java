package org.sozialradar.server.imports;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.sozialradar.ingest.ImportReport;
import org.sozialradar.ingest.ImportReport.PackageReport;
import org.sozialradar.ingest.Severity;

/** Counts the imports of uploads and what was found in them. */
final class ImportMeter {
  private final MeterRegistry registry;
  private final Map<Outcome, Timer> imports = new EnumMap<>(Outcome.class);
  private final Map<Severity, Counter> issues = new EnumMap<>(Severity.class);
  private final Counter unlisted;

  /** How an import ended. */
  enum Outcome {
    /** All of it is in the store. */
    STORED,
    /** A data package has errors; those before it are in the store. */
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

  void ended(Timer.Sample begun, ImportReport report) {
    begun.stop(imports.get(report.isRejected() ? Outcome.REJECTED : Outcome.STORED));
    report.packages().forEach(this::count);
  }

  void failed(Timer.Sample begun) {
    begun.stop(imports.get(Outcome.FAILED));
  }

  private void count(PackageReport report) {
    report.issues().forEach(issue -> issues.get(issue.severity()).increment());
    long all = report.issueCounts().values().stream().mapToLong(Long::longValue).sum();
    unlisted.increment((double) (all - report.issues().size()));
  }
}
