package org.sozialradar.server.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for Ctrl-C or SIGTERM and lets the process end only when what runs has been closed; it then
 * ends with 0, as it did what it was told.
 */
final class StopSignal {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  private final Duration longest;

  /**
   * A signal.
   *
   * @param longest how long closing may take; after that the process ends all the same
   */
  StopSignal(Duration longest) {
    this.longest = longest;
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  /** Waits until the process is told to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** All is closed. */
  void done() {
    done.countDown();
  }

  private void stop() {
    if (done.getCount() == 0) {
      return; // The command ended by itself; its exit code holds.
    }
    asked.countDown();
    try {
      if (done.await(longest.toSeconds(), TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(ExitCode.OK);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
