package org.sozialradar.ingest;

import java.util.ArrayList;
import java.util.List;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.ImportReport.StepTime;

/** Passes progress on and notes how long each step takes. */
final class StepTimes implements Progress {
  private final Progress next;
  private final List<StepTime> times = new ArrayList<>();

  StepTimes(Progress next) {
    this.next = next;
  }

  @Override
  public Step begin(LocalizedText what, long total) {
    long start = System.nanoTime();
    var step = next.begin(what, total);
    return new Step() {
      @Override
      public void advance(long units) {
        step.advance(units);
      }

      @Override
      public void close() {
        step.close();
        times.add(new StepTime(what, (System.nanoTime() - start) / 1e9));
      }
    };
  }

  List<StepTime> times() {
    return List.copyOf(times);
  }
}
