package org.sozialradar.server.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.sozialradar.dataset.LocalizedText;
import org.sozialradar.ingest.Progress;
import org.sozialradar.server.text.Language;

/** Shows how long work goes on: bars on a terminal, a line at the end of each step elsewhere. */
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
    return bars ? new BarStep(bar(name, total)) : new LineStep(name);
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

  private final class LineStep implements Step {
    private final String name;
    private final long began = System.nanoTime();

    LineStep(String name) {
      this.name = name;
    }

    @Override
    public void advance(long units) {
      // A file of messages needs no figure on the way.
    }

    @Override
    public void close() {
      var time = Duration.ofNanos(System.nanoTime() - began);
      Locale locale = language.locale();
      err.println(String.format(locale, "%s: %.1f s", name, time.toMillis() / 1000.0));
      err.flush();
    }
  }
}
