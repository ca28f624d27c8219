package org.sozialradar.server.snapshot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Tells what is served, how old it is, and how long it takes to read what is new. */
final class SnapshotMeter {
  private final Timer build;

  /** Figures about snapshots, which are asked whenever somebody wants to know. */
  SnapshotMeter(MeterRegistry registry, Snapshots snapshots, Clock clock) {
    build =
        Timer.builder("radar.snapshot.build")
            .description("Revisions that were read whole, and the time that it took")
            .register(registry);
    Gauge.builder("radar.revision", snapshots, ofCurrent(one -> one.revision().number()))
        .description("Number of the revision that is served")
        .register(registry);
    TimeGauge.builder(
            "radar.revision.age",
            snapshots,
            TimeUnit.SECONDS,
            ofCurrent(one -> ageSeconds(one, clock)))
        .description("How long ago the revision that is served was made")
        .register(registry);
    Gauge.builder("radar.revisions.held", snapshots, Snapshots::heldRevisions)
        .description("Revisions that are held, those that were replaced lately with them")
        .register(registry);
    Gauge.builder("radar.store.up", snapshots, all -> all.storeAnswers() ? 1 : 0)
        .description("Whether the store answered when it was last asked")
        .register(registry);
  }

  /** Nothing of what is not there yet. */
  private static ToDoubleFunction<Snapshots> ofCurrent(ToDoubleFunction<Snapshot> figure) {
    return snapshots ->
        snapshots.heldRevisions() == 0 ? Double.NaN : figure.applyAsDouble(snapshots.current());
  }

  /** Nobody made the empty store. */
  private static double ageSeconds(Snapshot snapshot, Clock clock) {
    return snapshot.revision().number() == 0
        ? Double.NaN
        : (clock.millis() - snapshot.revision().createdAt().toEpochMilli()) / 1000.0;
  }

  /** Times the reading of a snapshot. */
  void time(Runnable reading) {
    build.record(reading);
  }
}
