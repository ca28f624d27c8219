package org.sozialradar.server.imports;

import java.time.Clock;
import java.util.function.Supplier;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.InputRejectedException;
import org.sozialradar.ingest.Progress;
import org.sozialradar.ingest.computation.Computation;
import org.sozialradar.ingest.computation.ComputationReport;

/**
 * Computes results and publishes them.
 *
 * @param kind what is computed
 * @param subject what it is called where it cannot even be read
 * @param asked what is asked for; fails if the definition is not right
 * @param dryRun whether all is done but storing
 * @param stores what it is computed from, and where it goes
 * @param clock tells when it was
 */
record ComputationWork(
    Kind kind,
    String subject,
    Supplier<Computation> asked,
    boolean dryRun,
    JobStores stores,
    Clock clock)
    implements Work {
  private static final LocalizedText STEP = new LocalizedText("Berechnen", "Compute");

  @Override
  public Ending run(Progress progress) {
    try (var step = progress.begin(STEP, 1)) {
      var report = report();
      step.advance(1);
      return new Ending(
          report.isRejected(), report.revision() != 0, report.toJson(), report.issues(), 0);
    }
  }

  private ComputationReport report() {
    try {
      var computation = asked.get();
      return stores.results(clock, results -> computation.run(results, dryRun, clock));
    } catch (InputRejectedException rejected) {
      return ComputationReport.ofRejected(subject, rejected.issue(), clock.instant());
    }
  }

  @Override
  public void close() {
    // It was sent no files.
  }
}
