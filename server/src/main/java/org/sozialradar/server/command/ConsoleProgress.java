package org.sozialradar.server.command;

import java.io.PrintWriter;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.text.Language;

/** Shows how work goes on: bars on a terminal, a line at the beginning of each step elsewhere. */
final class ConsoleProgress implements Progress {
  private static final int MILLIS_BETWEEN_DRAWINGS = 200;

  private final Language language;
  private final PrintWriter err;
  private final boolean bars;

  /**
   * Shows progress.
   *
   * @param bars whether to draw bars, else lines
   */
  ConsoleProgress(Language language, PrintWriter err, boolean bars) {
    this.language = language;
    this.err = err;
    this.bars = bars;
  }

  /** Progress for those who called the command. */
  static ConsoleProgress of(Surroundings surroundings) {
    return new ConsoleProgress(
        surroundings.language(), surroundings.err(), Terminal.hearsMessages());
  }

  @Override
  public Step begin(LocalizedText what, long total) {
    String name = language.of(what);
    return bars ? new BarStep(bar(name, total)) : new LineStep(name, err);
  }

  private static ProgressBar bar(String name, long total) {
    return new ProgressBarBuilder()
        .setTaskName(name)
        .setInitialMax(total)
        .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  private record BarStep(ProgressBar bar) implements Step {
    @Override
    public void advance(long units) {
      bar.stepBy(units);
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** Says what begins; the report that follows says how long it took. */
  private static final class LineStep implements Step {
    LineStep(String name, PrintWriter err) {
      err.println(name + " …");
      err.flush();
    }

    @Override
    public void advance(long units) {
      // A file of messages needs no figure on the way.
    }

    @Override
    public void close() {
      // The next line shows that this step is done.
    }
  }
}
